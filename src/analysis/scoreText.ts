import { capitalized, displayScore } from '../text/display.ts';
import type {
  Cause,
  CheckResult,
  Part,
  ScoreCheck,
  ScoreKind,
  ScoreValue,
  UndefinedReason,
} from '../model/score.ts';

/** Why a score is undefined, for use after a colon; empty if unknown. */
export const undefinedText: Readonly<Record<UndefinedReason | 'unknown', string>> = {
  noTokens: 'no tokens',
  lengths: 'actual and simulated activations differ in number',
  missing: 'activations are missing or not finite',
  dead: 'dead neuron, all activations are 0',
  constantActual: 'constant activations',
  constantSimulation: 'constant simulation',
  unknown: '',
};

/**
 * What a result adds to the two numbers: one sentence or an empty string. `ofAll`: one sentence for
 * all scores.
 */
export function reasonText(result: CheckResult, kind: ScoreKind, ofAll = false): string {
  switch (result.kind) {
    case 'agree':
      return '';
    case 'disagree':
      if (result.cause) return causeText(result.cause, kind, ofAll ? 'Each' : 'It');
      if (!result.mayCoverMore) return '';
      return `The stored ${ofAll ? 'scores' : 'score'} may cover more sequences.`;
    case 'unchecked':
      return `Not checked: ${undefinedText[result.why]}.`;
    // Shown in place of the score.
    case 'undefined':
      return '';
    case 'absent':
      return result.why === null ? '' : sentence(undefinedText[result.why]);
  }
}

/**
 * The score of the stored tokens as a sentence, next to `stored`. Uses enough decimals to
 * distinguish the two.
 */
export function tokensText(
  { result, recomputed }: ScoreCheck,
  stored: ScoreValue,
  tokens: string,
): string {
  const noValue = result.kind === 'disagree' ? result.noValue : null;
  if (noValue === null) return `these ${tokens} give ${displayApart(stored, recomputed)[1]}`;
  const why = undefinedText[noValue];
  return `these ${tokens} give no value${why === '' ? '' : ` (${why})`}`;
}

/** The message for a stored score that does not match its tokens. */
export function disagreementText(
  check: ScoreCheck,
  kind: ScoreKind,
  stored: ScoreValue,
  tokens: string,
): string {
  const [shown] = displayApart(stored, check.recomputed);
  const numbers = `stored ${shown}; ${tokensText(check, stored, tokens)}`;
  const first = `${capitalized(kind.name)}: ${numbers}.`;
  return [first, reasonText(check.result, kind)].filter((part) => part !== '').join(' ');
}

const mostDecimals = 15;

/** Two scores with at least two decimals, and enough to distinguish them. */
export function displayApart(a: ScoreValue, b: ScoreValue): [string, string] {
  for (let decimals = 2; decimals <= mostDecimals; decimals++) {
    const [x, y] = [displayScore(a, decimals), displayScore(b, decimals)];
    if (x !== y || a === b) return [x, y];
  }
  return [String(a), String(b)];
}

function causeText(cause: Cause, kind: ScoreKind, it: 'It' | 'Each'): string {
  switch (cause.is) {
    case 'outOfRange':
      return kind.measure === 'correlation'
        ? 'A correlation is between −1 and 1.'
        : 'No data gives more than 1.';
    case 'placeholder':
      return 'The 0 may stand for a score that was never computed.';
    case 'mean':
      return `${it} equals the mean of the scores of ${partText(cause.of, cause.sequences)}.`;
    case 'meanWithZeros':
      return `${it} equals the mean of the scores of ${cause.sequences} sequences, with 0 for undefined ones.`;
    case 'part':
      return `${it} equals the score of ${partText(cause.of, cause.sequences)} alone.`;
    case 'uncalibrated':
      return `${it} equals the score of the uncalibrated simulation.`;
    case 'mapped':
      return `${it} equals the score of the simulation mapped to the neuron’s units.`;
    case 'normalized':
      return `${it} equals the score of the activations scaled to 0–10.`;
    case 'centred':
      return `${it} equals the usual, centred R².`;
    case 'squaredCorrelation':
      return `${it} equals the square of the correlation.`;
    case 'kind':
      return `${it} equals the ${cause.name}.`;
    case 'whole':
      return `${it} equals the score of all sequences together.`;
    case 'sequence':
      return `${it} equals the score of sequence ${cause.index + 1}.`;
    case 'explanation':
      return `${it} equals the score of explanation ${cause.index + 1} in the file.`;
  }
}

function partText(part: Part, sequences: number): string {
  const [count, noun] = sequences === 1 ? ['', 'sequence'] : [`${sequences} `, 'sequences'];
  switch (part) {
    case 'all':
      return `the ${count}${noun}`;
    case 'scored':
      return `the ${count}${noun} with a score`;
    case 'firstHalf':
      return `the first ${count}${noun}`;
    case 'secondHalf':
      return `the last ${count}${noun}`;
    case 'top':
      return `the ${count}top-activating ${noun}`;
    case 'random':
      return `the ${count}random ${noun}`;
  }
}

function sentence(text: string): string {
  return text === '' ? '' : `${capitalized(text)}.`;
}
