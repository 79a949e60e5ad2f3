import { forcedColours } from '../../ui/forcedColours.ts';
import { isLight, watchTheme } from '../../ui/watchTheme.ts';
import type { Palette } from '../contract.ts';
import { type Hues, palettes } from './hues.ts';
import { stepRules } from './paint.ts';
import { blend, formatHex, parse } from 'culori/fn';
import type { Surface } from './ramp.ts';

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
    const light = isLight();
    const forced = forcedColours();
    const background = forced?.background ?? variable('--vscode-editor-background');
    const foreground = forced?.foreground ?? variable('--vscode-editor-foreground');
    const key = [light, background, foreground, this.#palette].join();
    if (key === this.#made) return;
    this.#made = key;
    const surface = surfaceOf(background, foreground, light ? 'light' : 'dark');
    this.#sheet.replaceSync(stepRules(surface, this.hues));
  }
}

/** VS Code sets them on the root. There, they are known before the page has its styles. */
function variable(name: string): string {
  const own = document.documentElement.style.getPropertyValue(name);
  return own || getComputedStyle(document.body).getPropertyValue(name);
}

export type ThemeKind = 'dark' | 'light';

/** For a theme without these colours, or with invalid ones. */
const fallback: Readonly<Record<ThemeKind, Surface>> = {
  dark: { background: '#1f1f1f', foreground: '#cccccc' },
  light: { background: '#ffffff', foreground: '#3b3b3b' },
};

/** Opaque colours from the theme's variables. */
export function surfaceOf(background: string, foreground: string, kind: ThemeKind): Surface {
  const under = kind === 'dark' ? '#000000' : '#ffffff';
  const opaque = toOpaque(background, under) ?? fallback[kind].background;
  return {
    background: opaque,
    foreground: toOpaque(foreground, opaque) ?? fallback[kind].foreground,
  };
}

function toOpaque(text: string, under: string): string | undefined {
  const colour = parse(text.trim());
  return colour && formatHex(blend([under, colour]));
}
