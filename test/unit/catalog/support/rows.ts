import fc from 'fast-check';
import type { NeuronRow, RowExplanation } from '../../../../src/catalog/rows/neuronRow.ts';

/** Rows like those of `decodeRow`. Equal in each run, so that no test fails at random. */
export const seeded = { seed: 20230509 } as const;

/** Text without lone surrogates, which rows never contain. Most characters are difficult ones. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...'",\'\r\n\t\0\\=+-@ aé\u2028\ufeff😀'), maxLength: 12 }),
  fc.constantFrom('', ' ', '\0', 'x'.repeat(20_000), 'null', 'NaN'),
);

const score = fc.oneof(
  fc.double(),
  fc.constantFrom(null, null, NaN, Infinity, -Infinity, -0, 0, 0.5, -0.25, 5e-324),
);
const count = fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1));

const explanation: fc.Arbitrary<RowExplanation> = fc.record(
  { text, scores: fc.tuple(score, score, score), sequences: count, tokens: count },
  { noNullPrototype: true },
);

/** Of one line, as problems are. */
const sentence = text.map((each) => `at ${each.replaceAll('\n', ' ')}`);

const readable = fc
  .record(
    {
      explanations: fc.array(explanation, { maxLength: 4 }),
      problems: fc.array(sentence, { maxLength: 8 }),
      more: fc.nat(5000),
    },
    { noNullPrototype: true },
  )
  .map(({ explanations, problems, more }): NeuronRow => ({
    explanations,
    failure: undefined,
    problems,
    problemCount: problems.length + (problems.length === 8 ? more : 0),
  }));
const failed = text.map((failure): NeuronRow => ({
  explanations: [],
  failure,
  problems: [],
  problemCount: 1,
}));

export const row: fc.Arbitrary<NeuronRow> = fc.oneof({ weight: 5, arbitrary: readable }, failed);

export const stamp = fc.record(
  { size: fc.nat(2 ** 40), modified: fc.nat(Number.MAX_SAFE_INTEGER) },
  { noNullPrototype: true },
);

/** Keys of which some are of the same number, and some of no number that a double has. */
export const layerKey: fc.Arbitrary<string> = fc.constantFrom(
  '0',
  '7',
  '07',
  '007',
  '47',
  '123456789012345',
);
const fileName = fc
  .oneof(
    fc.nat(40).map(String),
    fc.constantFrom('007', '07', '1073741823', '1073741824', '999999999999999', '9'.repeat(30)),
  )
  .map((name) => `${name}.jsonl`);
/** The key of a neuron. */
export const key = fc.tuple(layerKey, fileName).map((names) => names.join('/'));
