import type {
  ExplanationSummary,
  Mode,
  NeuronDocument,
  Sequence,
} from '../../contract/protocol.ts';
import type { Score } from '../../../model/score.ts';
import type { Hue, Hues, Tint } from '../../../tokens/colour/hues.ts';
import { type Paint, paintOf } from '../../../tokens/colour/paint.ts';
import { ramp, type Shade } from '../../../tokens/colour/ramp.ts';
import type { Rulers } from '../../../tokens/colour/scale.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { scoreLines } from './scores.ts';

/** A picture of sequences, or the same as HTML: what is shown, with its colours, but not where. */
export interface FigureContent {
  readonly title: string;
  /** As the file has it; null where it has none. */
  readonly explanation: string | null;
  /** In words. */
  readonly scoreLines: readonly string[];
  readonly look: Look;
  readonly sequences: readonly FigureSequence[];
}

/** How the page shows them. */
export interface Look {
  readonly scheme: Scheme;
  readonly mode: Mode;
  readonly hues: Hues;
}

export interface FigureSequence {
  readonly index: number;
  readonly scores: readonly Score[];
  readonly tokens: readonly FigureToken[];
}

export interface FigureToken {
  readonly text: string;
  /** What the token's box shows, and what the bar below it. */
  readonly box: Mark;
  readonly bar: Mark;
}

/** A colour and what is readable on it; no value; no prediction; null for nothing. */
export type Mark = Shade | 'missing' | 'none' | null;

/** Paper is white, whatever the theme. */
export const paper = { background: '#ffffff', foreground: '#1a1a1a' } as const;

export function figureContent(
  { layer, neuron }: NeuronDocument,
  summary: ExplanationSummary,
  sequences: readonly Sequence[],
  look: Look,
): FigureContent {
  const { scheme } = look;
  return {
    title: `Layer ${layer} · Neuron ${neuron}`,
    explanation: summary.text,
    scoreLines: scoreLines(summary),
    look,
    sequences: sequences.map((sequence) => ({
      index: sequence.index,
      scores: sequence.scores,
      tokens: sequence.tokens.map((token, i) => ({
        text: token,
        ...marksOf(sequence, i, scheme.rulersFor(sequence), look),
      })),
    })),
  };
}

const tints = {
  actual: ['actual', 'actualNegative'],
  simulated: ['simulated', 'simulatedNegative'],
  difference: ['over', 'under'],
} as const satisfies Record<string, readonly [Tint, Tint]>;

/** A step of a quantity, as the legend and the tokens name it. */
export function markOf(quantity: keyof typeof tints, paint: Paint, hues: Hues): Mark {
  if (typeof paint === 'string') return paint;
  if (paint === 0) return null;
  const [positive, negative] = tints[quantity];
  return shades(hues[paint > 0 ? positive : negative])[Math.abs(paint) - 1] ?? null;
}

/** Both quantities are in one line of text: what is stacked in the page is box and bar here. */
function marksOf(sequence: Sequence, token: number, rulers: Rulers, { mode, hues }: Look) {
  const paint = paintOf(sequence, token, rulers);
  const quantity = mode === 'difference' || mode === 'simulated' ? mode : 'actual';
  return {
    box: markOf(quantity, paint[quantity], hues),
    bar: hasBars(mode) ? markOf('simulated', paint.simulated, hues) : null,
  };
}

export function hasBars(mode: Mode): boolean {
  return mode === 'overlay' || mode === 'stacked';
}

const known = new Map<Hue, readonly Shade[]>();

function shades(hue: Hue): readonly Shade[] {
  const made = known.get(hue) ?? ramp(paper, hue);
  known.set(hue, made);
  return made;
}
