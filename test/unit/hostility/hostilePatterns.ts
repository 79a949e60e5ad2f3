import { integer, type Random } from '../../bench/data/choose.ts';

const atoms = ['a', '.', '\\w', '\\S', '[a-z ]', '(?:a|aa)', '(?:e|t|.)', '\\p{L}', '(?:\\w+\\s?)'];
const repetitions = ['*', '+', '*?', '+?', '{0,30}', '{2,}', '{0,9}'];
const ends = ['$', 'q{9}', '\\?$', 'z', '~', '(?:x|y)~', ''];

/** A regular expression for which backtracking takes forever on ordinary explanations. */
export function hostilePattern(random: Random): string {
  const one = (list: readonly string[]) => list[integer(random, list.length)]!;
  const piece = (depth: number): string => {
    const inside = depth > 0 ? `(${piece(depth - 1)}${one(atoms)}?)` : one(atoms);
    return inside + one(repetitions);
  };
  const pieces = Array.from({ length: 1 + integer(random, 6) }, () => piece(integer(random, 3)));
  return `${random() < 0.3 ? '^' : ''}${pieces.join('')}${one(ends)}`;
}
