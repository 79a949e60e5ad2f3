import { isLight, watchTheme } from '../../../webview/view/watch-theme.ts';
import { stepRules } from './sheet.ts';
import { surfaceOf } from './surface.ts';

/** Keeps a stylesheet with the steps' colours, made from the theme's own and again on each change of theme. */
export class ThemeSheet {
  readonly #sheet = new CSSStyleSheet();
  #made = '';

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    watchTheme(() => this.#update());
    this.#update();
  }

  #update(): void {
    const style = getComputedStyle(document.body);
    const light = isLight();
    const background = style.getPropertyValue('--vscode-editor-background');
    const foreground = style.getPropertyValue('--vscode-editor-foreground');
    const key = [light, background, foreground].join();
    if (key === this.#made) return;
    this.#made = key;
    this.#sheet.replaceSync(stepRules(surfaceOf(background, foreground, light ? 'light' : 'dark')));
  }
}
