import { forcedColours, watchForcedColours } from './forcedColours.ts';

export function watchTheme(changed: () => void): void {
  const observer = new MutationObserver(changed);
  // VS Code sets variables on the root and the kind of theme on the body, in either order.
  const options = {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-vscode-theme-id'],
  };
  observer.observe(document.documentElement, options);
  observer.observe(document.body, options);
  watchForcedColours(changed);
}

export function isLight({ classList }: HTMLElement = document.body): boolean {
  const forced = forcedColours();
  if (forced) return forced.isLight;
  return classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
}
