import { diffArrays } from 'diff';

/** A part of a text; `differs` if the other text lacks it. */
export interface TextPart {
  readonly text: string;
  readonly differs: boolean;
}

export interface TextDifference {
  readonly left: readonly TextPart[];
  readonly right: readonly TextPart[];
  /** Number of words that only this text has. */
  readonly onlyLeft: number;
  readonly onlyRight: number;
  /** Whether most of each text is in the other. Otherwise all would be marked. */
  readonly alike: boolean;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Compares two texts word by word. */
export function textDifference(left: string, right: string): TextDifference {
  const parts = { left: [] as TextPart[], right: [] as TextPart[] };
  const only = { left: 0, right: 0, both: 0 };
  for (const { value, added, removed } of diffArrays(wordsOf(left), wordsOf(right))) {
    const part = { text: value.join(''), differs: added || removed };
    if (!added) parts.left.push(part);
    if (!removed) parts.right.push(part);
    const words = value.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (removed) only.left += words;
    if (added) only.right += words;
    if (!added && !removed) only.both += words;
  }
  return {
    left: joined(parts.left),
    right: joined(parts.right),
    onlyLeft: only.left,
    onlyRight: only.right,
    alike: only.both >= Math.max(only.left, only.right),
  };
}

/** Merges successive words that differ, and the space between them, into one part. */
function joined(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const [i, part] of parts.entries()) {
    const last = result.at(-1);
    const isGap = part.text.trim() === '' && parts[i + 1]?.differs === true;
    if (last?.differs && (part.differs || isGap)) {
      result[result.length - 1] = { text: last.text + part.text, differs: true };
    } else result.push(part);
  }
  return result;
}

/** Words and the characters between them; joined, they are the text. */
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
