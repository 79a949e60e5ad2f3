import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from './tokenise.ts';

/**
 * What one sequence is made from. Two windows of one passage never go into the same neuron: they
 * would repeat each other.
 */
export interface Window {
  readonly passage: string;
  readonly start: number;
  readonly tokens: readonly string[];
}

export const windowLength = 64;

const themes = [
  ...['sea', 'family', 'kitchen', 'numbers', 'talk', 'opinion'],
  ...['weather', 'verse', 'story', 'code', 'scripts'],
];

/** All windows of all passages of `corpus/`, which were written for this project. */
export function readWindows(): Window[] {
  return themes.flatMap((theme) => {
    const text = readFileSync(join(import.meta.dirname, 'corpus', `${theme}.txt`), 'utf8');
    const passages = text.replace(/\n$/, '').split('\n%%\n');
    return passages.flatMap((passage, i) => cut(`${theme} ${i}`, tokenise(passage)));
  });
}

/** From the start and, if enough is left, up to the end: real sequences start anywhere, too. */
function cut(passage: string, tokens: readonly string[]): Window[] {
  const last = tokens.length - windowLength;
  if (last < 0) throw new Error(`passage ${passage} has only ${tokens.length} tokens`);
  const starts = last >= windowLength / 2 ? [0, last] : [0];
  return starts.map((start) => ({
    passage,
    start,
    tokens: tokens.slice(start, start + windowLength),
  }));
}
