import { stepRules } from './sheet.ts';
import { surfaceOf } from './surface.ts';

/** Keeps a stylesheet with the steps' colours, made from the theme's own and again on each change of theme. */
export class ThemeSheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #observer = new MutationObserver(() => this.#update());
  #made = '';

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    // The editor sets the variables on the root and the kind of theme on the body, in either order.
    const options = {
      attributes: true,
      attributeFilter: ['class', 'style', 'data-vscode-theme-id'],
    };
    this.#observer.observe(document.documentElement, options);
    this.#observer.observe(document.body, options);
    this.#update();
  }

  #update(): void {
    const style = getComputedStyle(document.body);
    const { classList } = document.body;
    const light =
      classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
    const background = style.getPropertyValue('--vscode-editor-background');
    const foreground = style.getPropertyValue('--vscode-editor-foreground');
    const key = [light, background, foreground].join();
    if (key === this.#made) return;
    this.#made = key;
    this.#sheet.replaceSync(stepRules(surfaceOf(background, foreground, light ? 'light' : 'dark')));
  }
}
