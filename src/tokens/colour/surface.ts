import { blend, formatHex, parse } from 'culori/fn';
import type { Surface } from './ramp.ts';

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
