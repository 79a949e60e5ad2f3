import {
  blend,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
  wcagContrast,
} from 'culori';
import type { NeuronPage } from './neuronPage.ts';

/** How a token is drawn, as the browser computes it. */
export interface Look {
  readonly background: string;
  readonly colour: string;
  /** Of the mark for a character that cannot be seen. */
  readonly mark: string;
  /** Of the border that is the bar below, in all but high contrast. */
  readonly bar: string;
  /** The layers over the background: patterns, the upper band, and in high contrast all bars. */
  readonly images: string;
  readonly sizes: string;
}

export function looksOf(page: NeuronPage, selector = '.t'): Promise<Look[]> {
  return page.page.evaluate(
    (query) =>
      [...document.querySelectorAll(query)].map((token) => {
        const style = getComputedStyle(token);
        return {
          background: style.backgroundColor,
          colour: style.color,
          mark: getComputedStyle(token.querySelector('[data-mark]') ?? token, '::before').color,
          bar: style.borderBottomColor,
          images: style.backgroundImage,
          sizes: style.backgroundSize,
        };
      }),
    selector,
  );
}

export const transparent = 'rgba(0, 0, 0, 0)';

/** The colour of the bar below the token; null where there is none. */
export function barOf({ bar: border, images }: Look): string | null {
  if (border !== transparent) return border;
  // The other layers are not the bar.
  if (images.startsWith('none')) return null;
  const [bar = ''] = images.match(/linear-gradient\((?:oklab|rgb|color)[^)]*\)/) ?? [];
  const colour = /(?:rgb|oklab|color)[^)]*\)/.exec(bar)?.[0] ?? null;
  return colour === transparent ? null : colour;
}

/** The colours of a token's bands, from the lowest up. */
export function bandsOf({ bar, images }: Look): string[] {
  const drawn = images.matchAll(/linear-gradient\(((?:rgba?|oklab|color)\([^)]*\))/g);
  return [bar, ...[...drawn].map(([, colour]) => colour!)];
}

export const isHatched = ({ images }: Look) => images.includes('repeating-linear-gradient(-45deg');
export const isDotted = ({ images }: Look) => images.includes('radial-gradient');

const oklab = differenceEuclidean('oklab');
const toOklch = converter('oklch');

/** How strong a colour looks on a background. */
export function strength(colour: string, background: string): number {
  return oklab(parse(colour)!, parse(background)!);
}

export function hueOf(colour: string): number {
  return toOklch(parse(colour)!).h ?? NaN;
}

export function contrastOf(look: Look, background: string): number {
  const on = look.background === transparent ? background : look.background;
  return wcagContrast(parse(look.colour)!, parse(on)!);
}

/** Of the mark, which may let through what is behind it. */
export function markContrast(look: Look, background: string): number {
  const on = parse(look.background === transparent ? background : look.background)!;
  return wcagContrast(blend([on, parse(look.mark)!]), on);
}

type Seen = (colour: string) => string;
const seenWith =
  (filter: ReturnType<typeof filterDeficiencyProt>): Seen =>
  (colour) =>
    formatHex(filter(parse(colour)!));

/** How a colour is seen by those who lack one kind of cones. */
export const colourBlind: Readonly<Record<string, Seen>> = {
  protanopia: seenWith(filterDeficiencyProt(1)),
  deuteranopia: seenWith(filterDeficiencyDeuter(1)),
  tritanopia: seenWith(filterDeficiencyTrit(1)),
};
