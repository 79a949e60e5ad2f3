import { integer, type Random, randomFrom } from './data/choose.ts';
import { shuffled } from '../samples/random.ts';
import { wideExplanation, wideSize } from './data/wide.ts';

export interface BenchQuery {
  readonly kind: string;
  readonly text: string;
  /** Whether it finds anything: most are made from an explanation that there is. */
  readonly finds: boolean;
}

/** What a query is made from: an explanation somewhere among the made-up ones. */
interface Origin {
  readonly layer: number;
  readonly neuron: number;
  readonly text: string;
  readonly score: number;
  readonly words: readonly string[];
}

type Make = (origin: Origin, random: Random) => string;

const word: Make = ({ words }, random) => words[integer(random, words.length)]!;
const beginning = (text: string, length: number) => text.slice(0, length);
const compared: Make = ({ score }, random) =>
  random() < 0.5 ? `score:>${(score - 0.05).toFixed(2)}` : `score:<=${(score + 0.05).toFixed(2)}`;
const near = (value: number) => `${Math.max(0, value - 3)}-${value + 3}`;

/** Different words in any order, as many as there are, if not so many. */
const words =
  (count: number): Make =>
  (origin, random) =>
    shuffled([...new Set(origin.words)], random)
      .slice(0, count)
      .join(' ');

/** Two words and what is between them. */
const phrase: Make = ({ text }, random) => {
  const phrases = [
    ...text.matchAll(/(?=(?<![\p{L}\p{N}])([\p{L}\p{N}]+[^\p{L}\p{N}"]+[\p{L}\p{N}]+))/gu),
  ];
  return `"${phrases[integer(random, phrases.length)]?.[1] ?? text.trim().split('"')[0]}"`;
};

/** One letter too much, in a word that is long enough to be known again. */
const misspelt: Make = ({ words }) => {
  const longest = words.toSorted((a, b) => b.length - a.length)[0]!;
  return longest.length < 6 ? longest : `${longest.slice(0, 4)}q${longest.slice(4)}`;
};

/** All kinds of terms, and how many of the 200 queries are of each. */
const kinds: readonly (readonly [string, number, Make])[] = [
  ['one word', 30, word],
  ['two words', 25, words(2)],
  ['three words', 10, words(3)],
  ['a word being typed', 30, (o, r) => beginning(word(o, r), 1 + integer(r, 6))],
  ['two words, one being typed', 10, (o, r) => `${word(o, r)} ${beginning(word(o, r), 2)}`],
  ['a phrase', 15, phrase],
  ['a regular expression', 6, (o, r) => `/\\b${word(o, r)}\\b/`],
  ['an expression of two words', 4, (o, r) => `/${beginning(word(o, r), 3)}.*|${word(o, r)}$/`],
  ['a layer', 3, ({ layer }) => `layer:${layer}`],
  ['a word in layers', 10, (o, r) => `${word(o, r)} layer:${near(o.layer)}`],
  ['a neuron', 4, ({ neuron }) => `neuron:${neuron}`],
  ['a score', 6, compared],
  ['a word and a score', 10, (o, r) => `${word(o, r)} ${compared(o, r)}`],
  ['no score', 2, () => 'score:none'],
  ['a directory', 4, (o, r) => `dir:bench ${word(o, r)}`],
  ['a word, not another', 8, (o, r) => `${word(o, r)} -zebra`],
  ['all at once', 8, (o, r) => `${word(o, r)} ${compared(o, r)} layer:${near(o.layer)} -/zebra/`],
  ['a typing error', 10, misspelt],
  ['nothing', 5, (_, r) => `qxzqxz${integer(r, 1000)} jjwvkk`],
];

/** 200 queries, the same each time, mixed. */
export function queries(): BenchQuery[] {
  const random = randomFrom(200);
  const made = kinds.flatMap(([kind, count, make]) =>
    Array.from({ length: count }, () => ({
      kind,
      text: make(chooseOrigin(random), random),
      finds: kind !== 'nothing',
      order: random(),
    })),
  );
  return made
    .sort((a, b) => a.order - b.order)
    .map(({ kind, text, finds }) => ({ kind, text, finds }));
}

function chooseOrigin(random: Random): Origin {
  for (;;) {
    const layer = integer(random, wideSize.layers);
    const neuron = integer(random, wideSize.neurons);
    const { text, scores } = wideExplanation(layer, neuron);
    const score = scores[0] ?? null;
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (score === null || Number.isNaN(score) || words.length < 2) continue;
    return { layer, neuron, text, score, words };
  }
}
