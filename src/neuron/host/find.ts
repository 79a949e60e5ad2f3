import type { Explanation } from '../../model/explanation.ts';
import { orderOf } from './order.ts';
import type { Found, Match } from '../contract/tokenProtocol.ts';
import type { Order } from '../contract/viewChoices.ts';

/** Further matches are only counted. */
const mostMatches = 1000;

/** Matches in an explanation's sequences. Case is ignored. A match may span several tokens. */
export function findText(explanation: Explanation, order: Order, text: string): Found {
  const { sequences } = explanation;
  const wanted = text.toLowerCase();
  const matches: Match[] = [];
  let total = 0;
  if (wanted === '') return { total, matches };
  for (const sequence of orderOf(explanation, order)) {
    const { tokens } = sequences[sequence]!;
    const lower = tokens.map((token) => token.toLowerCase());
    for (const [from, to] of occurrences(lower, wanted)) {
      total++;
      if (matches.length < mostMatches) matches.push({ sequence, from, to });
    }
  }
  return { total, matches };
}

/** First and last token of each occurrence in the joined tokens. Occurrences do not overlap. */
function* occurrences(tokens: readonly string[], wanted: string): Generator<[number, number]> {
  const text = tokens.join('');
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
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const from = tokenAt(at);
    yield [from, tokenAt(at + wanted.length - 1)];
  }
}
