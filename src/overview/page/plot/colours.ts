import { formatHex, interpolate, modeOklab, modeRgb, parse, useMode } from 'culori/fn';
import { forcedColours } from '../../../ui/forcedColours.ts';
import { isLight } from '../../../ui/watchTheme.ts';

useMode(modeRgb);
const toOklab = useMode(modeOklab);

/** OKLab lightness at which shades on black begin: darker ones cannot be seen. */
const visibleDark = 0.22;

/** As `#rrggbb`, so that the plot can leave the page. */
export interface PlotColours {
  readonly background: string;
  readonly foreground: string;
  readonly grid: string;
  /** From few neurons to many. */
  readonly steps: readonly string[];
  readonly bar: string;
  readonly median: string;
}

export const stepCount = 7;

// Blue and orange differ with every colour blindness. The median is drawn over the blue.
const strongest = { dark: '#6cb6ff', light: '#0a4f9e' };
const median = { dark: '#ffab57', light: '#b84a00' };

export function coloursOn(
  background: string,
  foreground: string,
  kind: 'dark' | 'light',
): PlotColours {
  const between = (to: string, share: number) =>
    formatHex(interpolate([background, to], 'oklab')(share));
  const isBlack = (toOklab(background)?.l ?? 0) < visibleDark;
  const base = isBlack ? { mode: 'oklab' as const, l: visibleDark, a: 0, b: 0 } : background;
  const shade = interpolate([base, strongest[kind]], 'oklab');
  const steps = Array.from({ length: stepCount }, (_, i) =>
    formatHex(shade(0.16 + (0.84 * i) / (stepCount - 1))),
  );
  return {
    background,
    foreground,
    grid: between(foreground, 0.18),
    steps,
    bar: between(strongest[kind], 0.75),
    median: median[kind],
  };
}

/** For figures in papers. */
export const paperColours = coloursOn('#ffffff', '#1f1f1f', 'light');

/** From VS Code's current theme, or from the system's if that forces its colours on pages. */
export function themeColours(): PlotColours {
  const style = getComputedStyle(document.body);
  const kind = isLight() ? 'light' : 'dark';
  const forced = forcedColours();
  const [background, foreground] =
    kind === 'light' ? ['#ffffff', '#3b3b3b'] : ['#1f1f1f', '#cccccc'];
  const opaque = (name: string, fallback: string, system: string | undefined) => {
    const colour = parse(system ?? style.getPropertyValue(name).trim());
    return colour && (colour.alpha ?? 1) === 1 ? formatHex(colour) : fallback;
  };
  return coloursOn(
    opaque('--vscode-editor-background', background, forced?.background),
    opaque('--vscode-editor-foreground', foreground, forced?.foreground),
    kind,
  );
}
