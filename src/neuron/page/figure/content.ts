import * as l10n from '@vscode/l10n';
import type { ExplanationSummary, NeuronDocument } from '../../contract/protocol.ts';
import type { Mode, Sequence } from '../../../tokens/contract.ts';
import type { Score } from '../../../model/score.ts';
import type { Hue, Hues, Tint } from '../../../tokens/colour/hues.ts';
import { type Paint, paintOf } from '../../../tokens/colour/paint.ts';
import { ramp, type Shade } from '../../../tokens/colour/ramp.ts';
import type { Rulers } from '../../../tokens/colour/scale.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import { displayScore } from '../../../text/display.ts';
import { isMeaningless, meaninglessReason } from '../../../tokens/text/units.ts';

/** Sequences with their colours, for a figure or for HTML, before layout. */
export interface FigureContent {
  readonly title: string;
  /** As in the file. Null if there is none. */
  readonly explanation: string | null;
  /** In words, one per line. */
  readonly scoreLines: readonly string[];
  readonly look: Look;
  readonly sequences: readonly FigureSequence[];
}

/** The page's view of the sequences. */
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
  /** The background of the token, and the bar below it. */
  readonly box: Mark;
  readonly bar: Mark;
}

/** A colour with its text colour, a missing value, no prediction, or nothing. */
export type Mark = Shade | 'missing' | 'none' | null;

/** Figures are white in every theme. */
export const paper = { background: '#ffffff', foreground: '#1a1a1a' } as const;

export function figureContent(
  { layer, neuron }: NeuronDocument,
  summary: ExplanationSummary,
  sequences: readonly Sequence[],
  look: Look,
): FigureContent {
  const { scheme } = look;
  return {
    title: l10n.t('Layer {0} · Neuron {1}', layer, neuron),
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

/** A step of a quantity, in the legend and in tokens. */
export function markOf(quantity: keyof typeof tints, paint: Paint, hues: Hues): Mark {
  if (typeof paint === 'string') return paint;
  if (paint === 0) return null;
  const [positive, negative] = tints[quantity];
  return shades(hues[paint > 0 ? positive : negative])[Math.abs(paint) - 1] ?? null;
}

/** The two bands of the mode `stacked` become background and bar. */
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

/** The existing scores, and why some are not meaningful. */
export function scoreLines({
  scores,
  scale,
}: Pick<ExplanationSummary, 'scores' | 'scale'>): readonly string[] {
  const present = scores.filter(({ value }) => value !== null);
  const said = present.map((score) => {
    const mark = isMeaningless(score, scale) ? '*' : '';
    return `${scoreKindOf(score.kind).name} ${displayScore(score.value)}${mark}`;
  });
  const note = present.some((score) => isMeaningless(score, scale))
    ? [`* ${meaninglessReason()}`]
    : [];
  return said.length === 0 ? [] : [said.join(' · '), ...note];
}
