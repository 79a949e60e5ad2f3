import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evenly, integer, type Random, weighted, zipf } from './choose.ts';
import { doer, participle, past, singular } from './inflect.ts';
import { kinds, modifiers, smallWords, topics, verbs } from './words.ts';

/** Chooses words for the slots of a template. Frequent words are the first of their lists. */
export type Slot = (random: Random) => string;

const topic = zipf(topics, 20, 0.95);
const modifier = zipf(modifiers, 8, 0.95);
const kind = zipf(kinds, 3);
const verb = zipf(verbs, 25, 0.9);

/** All words of the samples' passages, which is what neurons of one word have seen. */
const seen = (() => {
  const folder = join(import.meta.dirname, '../../samples/corpus');
  const words = readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .toLowerCase()
        .match(/\p{L}+/gu)!,
    );
  return evenly([...new Set(words)].filter((word) => word.length > 1));
})();

const consonants = evenly(
  'b c d f g h j k l m n p r s t v w st tr ch th br pl gr sh cl'.split(' '),
);
const vowels = evenly('a e i o u ea ou ai'.split(' '));
const closing = evenly('n r l s t m d ck ng nt rd ll sh p x'.split(' '));

/** A part of a word, as tokens often are. */
const fragment: Slot = (random) => {
  const syllable = consonants(random) + vowels(random);
  return random() < 0.5 ? syllable : syllable + closing(random);
};

/** Of a person or a place. Neurons know few of them by name, and each a different few. */
const name: Slot = (random) => {
  const syllables = Array.from({ length: 1 + integer(random, 2) }, () => fragment(random));
  const whole = syllables.join('') + closing(random);
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};

const prefix = evenly('re un over under pre out non mis counter inter super sub anti'.split(' '));

/** Words with a beginning or an end put on, most of which no other explanation has. */
const derived = weighted<Slot>([
  [(random) => prefix(random) + participle(verb(random)), 3],
  [(random) => prefix(random) + past(verb(random)), 2],
  [(random) => prefix(random) + modifier(random), 2],
  [(random) => `${modifier(random)}ness`, 2],
  [(random) => `${modifier(random)}ly`, 2],
  [(random) => prefix(random) + singular(topic(random)), 2],
  [(random) => `${singular(topic(random))}like`, 1],
]);

const nominal = weighted<Slot>([
  [topic, 60],
  [(random) => `${modifier(random)} ${topic(random)}`, 22],
  [(random) => participle(verb(random)), 9],
  [(random) => `${participle(verb(random))} ${topic(random)}`, 4],
  [(random) => doer(verb(random)), 3],
  [(random) => derived(random)(random), 4],
  [(random) => `${singular(topic(random))} ${kind(random)}`, 3],
]);

const quotable = weighted<Slot>([
  [zipf(smallWords, 1), 30],
  [verb, 12],
  [(random) => past(verb(random)), 8],
  [(random) => participle(verb(random)), 6],
  [(random) => singular(topic(random)), 14],
  [modifier, 8],
  [seen, 26],
  [(random) => derived(random)(random), 14],
  [name, 8],
]);

/** By the letters that stand for them in templates. */
export const slots: Readonly<Record<string, Slot>> = {
  T: (random) => nominal(random)(random),
  K: (random) => (random() < 0.35 ? `${modifier(random)} ${kind(random)}` : kind(random)),
  M: modifier,
  V: (random) => participle(verb(random)),
  P: (random) => past(verb(random)),
  Q: (random) => quotable(random)(random),
  F: fragment,
  L: evenly([...'abcdefghijklmnopqrstuvwxyz']),
  N: name,
};
