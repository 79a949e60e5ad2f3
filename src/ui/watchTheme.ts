import { forcedColours, forgetForcedColours, watchForcedColours } from './forcedColours.ts';

const watchers: (() => void)[] = [];

export function watchTheme(changed: () => void): void {
  if (watchers.length === 0) observe();
  watchers.push(changed);
}

/** Once for all watchers, so that forced colours are measured once per change. */
function observe(): void {
  const notify = () => {
    forgetForcedColours();
    for (const changed of watchers) changed();
  };
  const observer = new MutationObserver(notify);
  // VS Code sets variables on the root and the kind of theme on the body, in either order.
  const options = {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-vscode-theme-id'],
  };
  observer.observe(document.documentElement, options);
  observer.observe(document.body, options);
  watchForcedColours(notify);
}

export function isLight({ classList }: HTMLElement = document.body): boolean {
  const forced = forcedColours();
  if (forced) return forced.isLight;
  return classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
}
