import { openaiScoreKinds } from '../../dialects/openai/scoreKinds.ts';
import { floatOfWord } from '../../format/floatWords.ts';
import { wellFormed } from '../../text/display.ts';
import { failedRow, type NeuronRow } from './neuronRow.ts';

/** Bytes read from the start and the end of a file for a provisional row. */
export const headSize = 2048;
export const tailSize = 1024;

/** Files up to this size in bytes are read completely in about the same time. */
export const smallFile = 8 * (headSize + tailSize);

/**
 * A row from both ends of a file in the usual layout: the first explanation is near the start, the
 * scores of the last one at the end, and most neurons have one. Without counts and problems.
 * Undefined if the ends give nothing. It is a guess that `decodeRow` has to confirm.
 */
export function provisionalRow(head: Uint8Array, tail: Uint8Array): NeuronRow | undefined {
  const text = first(explanation, decode(head));
  if (text === undefined) return undefined;
  const scores = last(totals, decode(tail));
  try {
    return {
      explanations: [
        {
          text: wellFormed(JSON.parse(text) as string),
          scores: openaiScoreKinds.map((_, i) => numberOf(scores?.[i + 1])),
          sequences: 0,
          tokens: 0,
        },
      ],
      failure: undefined,
      problems: [],
      problemCount: 0,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    return failedRow(error);
  }
}

const explanation = /"explanation(?:_or_baseline)?"[ \t]*:[ \t]*("(?:[^"\\\u0000-\u001f]|\\.)*")/;
const score = String.raw`[ \t]*:[ \t]*(null|NaN|-?Infinity|"[A-Za-z+-]{1,9}"|-?[\d.]+(?:[eE][+-]?\d+)?)[ \t]*`;
/** After a list of objects, not of numbers: the scores of a whole simulation, not of a sequence. */
const totals = new RegExp(
  String.raw`[}\[][ \t]*\][ \t]*` +
    openaiScoreKinds.map(({ field }) => String.raw`,[ \t]*"${field}"${score}`).join(''),
  'g',
);

function first(pattern: RegExp, text: string): string | undefined {
  return pattern.exec(text)?.[1];
}

function last(pattern: RegExp, text: string): RegExpMatchArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}

const decoder = new TextDecoder();
/** A character cut at the edge does not matter here. */
const decode = (bytes: Uint8Array) => decoder.decode(bytes);

/** Null for a word that is not a number, as in the decoder. */
function numberOf(literal: string | undefined): number | null {
  if (literal === undefined || literal === 'null') return null;
  return literal.startsWith('"') ? (floatOfWord(literal.slice(1, -1)) ?? null) : Number(literal);
}
