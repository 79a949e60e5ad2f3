import { isLight, watchTheme } from '../../ui/watchTheme.ts';
import type { Palette } from '../../neuron/contract/protocol.ts';
import { type Hues, palettes } from './hues.ts';
import { stepRules } from './sheet.ts';
import { surfaceOf } from './surface.ts';

/** A style sheet with the colours of the steps. It follows the theme and the palette. */
export class ThemeSheet {
  readonly #sheet = new CSSStyleSheet();
  #palette: Palette = 'greenAmber';
  #made = '';

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    watchTheme(() => this.#update());
    this.#update();
  }

  get hues(): Hues {
    // A host of another version may send an unknown one.
    return palettes[this.#palette] ?? palettes.greenAmber;
  }

  setPalette(palette: Palette): void {
    this.#palette = palette;
    this.#update();
  }

  #update(): void {
    const style = getComputedStyle(document.body);
    const light = isLight();
    const background = style.getPropertyValue('--vscode-editor-background');
    const foreground = style.getPropertyValue('--vscode-editor-foreground');
    const key = [light, background, foreground, this.#palette].join();
    if (key === this.#made) return;
    this.#made = key;
    const surface = surfaceOf(background, foreground, light ? 'light' : 'dark');
    this.#sheet.replaceSync(stepRules(surface, this.hues));
  }
}
