import * as l10n from '@vscode/l10n';
import { capitalized, displayScore } from '../text/display.ts';
import { formatCount } from '../text/number.ts';
import type {
  Cause,
  CheckResult,
  Part,
  ScoreCheck,
  ScoreKind,
  ScoreValue,
  UndefinedReason,
} from '../model/score.ts';

/** The name of a kind of score, by its key. */
type NameOf = (key: string) => string;

/** Why a score is undefined; empty if unknown. */
export function undefinedText(why: UndefinedReason | 'unknown'): string {
  switch (why) {
    case 'noTokens':
      return l10n.t('no tokens');
    case 'lengths':
      return l10n.t('actual and simulated activations differ in number');
    case 'missing':
      return l10n.t('activations are missing or not finite');
    case 'dead':
      return l10n.t('dead neuron, all activations are 0');
    case 'constantActual':
      return l10n.t('constant activations');
    case 'constantSimulation':
      return l10n.t('constant simulation');
    case 'unknown':
      return '';
  }
}

/** What a result adds to the two numbers: one sentence or an empty string. */
export function reasonText(result: CheckResult, kind: ScoreKind, nameOf: NameOf): string {
  switch (result.kind) {
    case 'agree':
      return '';
    case 'disagree':
      if (result.cause) return causeText(result.cause, kind, nameOf);
      return result.mayCoverMore ? l10n.t('The stored score may cover more sequences.') : '';
    case 'unchecked':
      return l10n.t('Not checked: {0}.', undefinedText(result.why));
    // Shown in place of the score.
    case 'undefined':
      return '';
    case 'absent':
      return result.why === null ? '' : absentText(result.why);
  }
}

/** Why neither the file nor its tokens have a score, as a sentence. */
function absentText(why: UndefinedReason | 'unknown'): string {
  const text = undefinedText(why);
  return text === '' ? '' : l10n.t('No score: {0}.', text);
}

/**
 * The score of the stored tokens as a sentence, next to `stored`. Uses enough decimals to
 * distinguish the two.
 */
export function tokensText(
  { result, recomputed }: ScoreCheck,
  stored: ScoreValue,
  tokens: number,
): string {
  const count = formatCount(tokens);
  const noValue = result.kind === 'disagree' ? result.noValue : null;
  if (noValue === null) {
    const [, own] = displayApart(stored, recomputed);
    return tokens === 1
      ? l10n.t('This token gives {0}.', own)
      : l10n.t('These {0} tokens give {1}.', count, own);
  }
  const why = undefinedText(noValue);
  if (why === '')
    return tokens === 1
      ? l10n.t('This token gives no value.')
      : l10n.t('These {0} tokens give no value.', count);
  return tokens === 1
    ? l10n.t('This token gives no value: {0}.', why)
    : l10n.t('These {0} tokens give no value: {1}.', count, why);
}

/** The message of the problem that a stored score does not match its tokens: in English. */
export function disagreementText(
  check: ScoreCheck,
  kind: ScoreKind,
  stored: ScoreValue,
  tokens: number,
  nameOf: NameOf,
): string {
  const [shown] = displayApart(stored, check.recomputed);
  const first = `${capitalized(kind.name)}: stored ${shown}.`;
  return [first, tokensText(check, stored, tokens), reasonText(check.result, kind, nameOf)]
    .filter((part) => part !== '')
    .join(' ');
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

function causeText(cause: Cause, kind: ScoreKind, nameOf: NameOf): string {
  switch (cause.is) {
    case 'outOfRange':
      return kind.measure === 'correlation'
        ? l10n.t('A correlation is between −1 and 1.')
        : l10n.t('No data gives more than 1.');
    case 'placeholder':
      return l10n.t('The 0 may stand for a score that was never computed.');
    case 'mean':
      return meanText(cause.of);
    case 'meanWithZeros':
      return l10n.t(
        'The stored value equals the mean of the sequence scores, with 0 for undefined ones.',
      );
    case 'part':
      return partText(cause.of);
    case 'uncalibrated':
      return l10n.t('The stored value equals the score of the uncalibrated simulation.');
    case 'mapped':
      return l10n.t(
        'The stored value equals the score of the simulation mapped to the neuron’s units.',
      );
    case 'normalized':
      return l10n.t('The stored value equals the score of the activations scaled to 0–10.');
    case 'centred':
      return l10n.t('The stored value equals the usual, centred R².');
    case 'squaredCorrelation':
      return l10n.t('The stored value equals the square of the correlation.');
    case 'kind':
      return l10n.t('The stored value equals another score: {0}.', nameOf(cause.key));
    case 'whole':
      return l10n.t('The stored value equals the score of all sequences together.');
    case 'sequence':
      return l10n.t('The stored value equals the score of sequence {0}.', cause.index + 1);
    case 'explanation':
      return l10n.t(
        'The stored value equals the score of explanation {0} in the file.',
        cause.index + 1,
      );
  }
}

function meanText(part: Part): string {
  switch (part) {
    case 'all':
      return l10n.t('The stored value equals the mean of the sequence scores.');
    case 'scored':
      return l10n.t('The stored value equals the mean of the defined sequence scores.');
    case 'firstHalf':
      return l10n.t('The stored value equals the mean score of the first half of the sequences.');
    case 'secondHalf':
      return l10n.t('The stored value equals the mean score of the second half of the sequences.');
    case 'top':
      return l10n.t('The stored value equals the mean score of the top-activating sequences.');
    case 'random':
      return l10n.t('The stored value equals the mean score of the random sequences.');
  }
}

function partText(part: Part): string {
  switch (part) {
    case 'all':
      return l10n.t('The stored value equals the score of all sequences together.');
    case 'scored':
      return l10n.t('The stored value equals the score of the sequences that have a score.');
    case 'firstHalf':
      return l10n.t('The stored value equals the score of the first half of the sequences.');
    case 'secondHalf':
      return l10n.t('The stored value equals the score of the second half of the sequences.');
    case 'top':
      return l10n.t('The stored value equals the score of the top-activating sequences alone.');
    case 'random':
      return l10n.t('The stored value equals the score of the random sequences alone.');
  }
}
