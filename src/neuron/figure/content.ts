import type {
  ExplanationScale,
  ExplanationSummary,
  Mode,
  NeuronDocument,
  Scores,
  Sequence,
} from '../protocol.ts';
import { hues, type Tint } from '../view/colour/hues.ts';
import { actualPaint, type Paint, simulatedPaint } from '../view/colour/paint.ts';
import { ramp, type Shade } from '../view/colour/ramp.ts';
import { type Rulers, rulersOf } from '../view/colour/scale.ts';

/** A picture of sequences, or the same as HTML: what is shown, with its colours, but not where. */
export interface FigureContent {
  readonly title: string;
  /** As the file has it; null where it has none. */
  readonly explanation: string | null;
  readonly scores: Scores;
  readonly scale: ExplanationScale;
  readonly mode: Mode;
  readonly sequences: readonly FigureSequence[];
}

export interface FigureSequence {
  readonly index: number;
  readonly scores: Scores;
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
  { text, scores, scale }: ExplanationSummary,
  sequences: readonly Sequence[],
  mode: Mode,
): FigureContent {
  const rulers = rulersOf(scale);
  return {
    title: `Layer ${layer} · Neuron ${neuron}`,
    explanation: text,
    scores,
    scale,
    mode,
    sequences: sequences.map((sequence) => ({
      index: sequence.index,
      scores: sequence.scores,
      tokens: sequence.tokens.map((token, i) => ({
        text: token,
        ...marksOf(sequence, i, rulers, mode),
      })),
    })),
  };
}

/** A step of a quantity, as the legend and the tokens name it. */
export function markOf(quantity: 'actual' | 'simulated', paint: Paint): Mark {
  if (typeof paint === 'string') return paint;
  if (paint === 0) return null;
  const tint: Tint = paint > 0 ? quantity : `${quantity}Negative`;
  return shades(tint)[Math.abs(paint) - 1] ?? null;
}

function marksOf(sequence: Sequence, token: number, rulers: Rulers, mode: Mode) {
  const actual = markOf('actual', actualPaint(sequence, token, rulers));
  const simulated = markOf('simulated', simulatedPaint(sequence, token, rulers));
  return {
    box: mode === 'simulated' ? simulated : actual,
    bar: mode === 'overlay' ? simulated : null,
  };
}

const known = new Map<Tint, readonly Shade[]>();

function shades(tint: Tint): readonly Shade[] {
  const made = known.get(tint) ?? ramp(paper, hues[tint]);
  known.set(tint, made);
  return made;
}
