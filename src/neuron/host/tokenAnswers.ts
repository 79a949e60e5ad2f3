import type { ExplainedUnit, Explanation, SimulatedValues } from '../../model/explanation.ts';
import type { TextPattern } from '../../catalog/search/textPattern.ts';
import type { Search, TokenPosition } from '../contract/contract.ts';
import type { AnalysisMessage, Found, Match } from '../contract/protocol.ts';
import type { Distribution, TokenDistribution, Order } from '../../tokens/contract.ts';
import { analyse } from '../../analysis/analyse.ts';
import { hasDistributions, rowsPerToken } from '../../analysis/judgedSequence.ts';
import { simulationOf } from '../../analysis/simulation.ts';
import { orderOf } from './order.ts';

/** Null if there is no such token. */
export function distributionAt(
  { explanations }: ExplainedUnit,
  { explanation, sequence, token }: TokenPosition,
): TokenDistribution | null {
  const explained = explanations[explanation];
  return explained ? tokenDistribution(explained, sequence, token) : null;
}

/** Null if there is no such explanation. Rejects if a regular expression is not supported. */
export async function findIn(
  { explanations }: ExplainedUnit,
  { explanation, order, ...wanted }: Search,
): Promise<Found | null> {
  const explained = explanations[explanation];
  return explained ? findText(explained, order, await searchOf(wanted)) : null;
}

/** Upper limits of an analysis. More would neither show in a plot nor be stepped through. */
const limits = { points: 20_000, topTokens: 20, misses: 200 };

/** Null if there is no such explanation. */
export function analysisMessage(
  { explanations }: ExplainedUnit,
  explanation: number,
): AnalysisMessage | null {
  const explained = explanations[explanation];
  return explained ? { explanation, ...analyse(explained, limits) } : null;
}

/** Null if there is no such sequence. */
export function tokenDistribution(
  explanation: Explanation,
  sequence: number,
  token: number,
): TokenDistribution | null {
  const { tokens, simulation } = explanation.sequences[sequence] ?? {};
  if (!tokens || !simulation) return null;
  const before = simulationOf(explanation).uncalibrated && simulation.uncalibrated;
  if (!hasDistributions(explanation)) return { simulated: null, uncalibrated: null };
  return {
    simulated: distributionOf(tokens, simulation, token),
    uncalibrated: before && distributionOf(tokens, before, token),
  };
}

function distributionOf(
  tokens: readonly string[],
  simulated: SimulatedValues,
  token: number,
): Distribution | null {
  const values = rowsPerToken(tokens, simulated)?.[token];
  const probabilities = simulated.distributions.probabilities[token];
  if (!values || !probabilities) return null;
  const byValue = new Map<number, number>();
  for (const [i, value] of values.entries()) {
    const probability = probabilities[i];
    if (!Number.isFinite(value) || probability === undefined || !(probability >= 0)) continue;
    if (Number.isFinite(probability)) byValue.set(value, (byValue.get(value) ?? 0) + probability);
  }
  const sorted = [...byValue].sort(([a], [b]) => a - b);
  const mass = sorted.reduce((sum, [, probability]) => sum + probability, 0);
  // Not probabilities, if their sum overflows.
  if (mass === Infinity) return null;
  return {
    values: sorted.map(([value]) => value),
    probabilities: sorted.map(([, probability]) => probability),
    mass,
    entropy: mass > 0 ? entropyOf(sorted.map(([, probability]) => probability / mass)) : null,
  };
}

/** In bits. */
function entropyOf(shares: readonly number[]): number {
  // Avoids −0.
  return shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0) || 0;
}

/** Further matches are only counted. */
const mostMatches = 1000;

/** The tokens as searched, with start and end of each match in the joined text. */
interface Searched {
  readonly tokens: readonly string[];
  /** They do not overlap, and none is empty. */
  readonly ranges: Iterable<readonly [start: number, end: number]>;
}

/** Finds a text in tokens. */
export type TokenSearch = (tokens: readonly string[]) => Searched;

/** Matches in an explanation's sequences. A match may span several tokens. */
export function findText(explanation: Explanation, order: Order, search: TokenSearch): Found {
  const matches: Match[] = [];
  let total = 0;
  for (const sequence of orderOf(explanation, order)) {
    for (const [from, to] of tokenRanges(search(explanation.sequences[sequence]!.tokens))) {
      total++;
      if (matches.length < mostMatches) matches.push({ sequence, from, to });
    }
  }
  return { total, matches };
}

async function searchOf({ text, matchCase, regex }: Wanted): Promise<TokenSearch> {
  if (!regex || text === '') return plainSearch(text, matchCase);
  // Loaded only for this: it is large.
  const { textPattern } = await import('../../catalog/search/textPattern.ts');
  return patternSearch(textPattern(text, matchCase));
}

type Wanted = Pick<Search, 'text' | 'matchCase' | 'regex'>;

/** Finds nothing if `text` is empty. */
export function plainSearch(text: string, matchCase: boolean): TokenSearch {
  const folded = (part: string) => (matchCase ? part : part.toLowerCase());
  return (original) => {
    // One by one: in lower case, a token may be longer.
    const tokens = original.map(folded);
    return { tokens, ranges: occurrences(tokens.join(''), folded(text)) };
  };
}

function patternSearch({ rangesIn }: TextPattern): TokenSearch {
  const all = { length: Infinity, matches: Infinity };
  return (tokens) => {
    const ranges = rangesIn(tokens.join(''), all).filter(([start, end]) => end > start);
    return { tokens, ranges };
  };
}

function* occurrences(text: string, wanted: string): Generator<[number, number]> {
  if (wanted === '') return;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    yield [at, at + wanted.length];
}

/** First and last token of each range. */
function* tokenRanges({ tokens, ranges }: Searched): Generator<[number, number]> {
  let token = 0;
  let start = 0;
  // The token of a character. Calls must be in ascending order.
  const tokenAt = (character: number) => {
    while (token < tokens.length - 1 && start + tokens[token]!.length <= character) {
      start += tokens[token]!.length;
      token++;
    }
    return token;
  };
  for (const [from, end] of ranges) {
    const first = tokenAt(from);
    yield [first, tokenAt(end - 1)];
  }
}
