import assert from 'node:assert/strict';
import {
  asIs,
  joined,
  type MadeExplanation,
  type MadeSequence,
  randomNumbers,
  type Round,
  toDecimals,
  checksOf,
} from './madeScores.ts';
import { named, ofValues, toDigits } from './roundings.ts';
import { toBrainFloat, toHalf } from './shortFloats.ts';

const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;
const tried = 5;

const ofScores: Readonly<Record<string, Round>> = {
  'as they are': asIs,
  ...named('decimals', [2, 3, 4], toDecimals),
  ...named('digits', [2, 3, 4], toDigits),
  'to half precision': toHalf,
  'to bfloat16': toBrainFloat,
};

/**
 * Activations of very different sizes, some negative, a few outliers, and a simulation of them.
 * One sequence has small values only.
 */
function spreadSequences(random: () => number, size: number): MadeSequence[] {
  return Array.from({ length: 4 }, (_, place) => {
    const all = place === 3 ? size / 1000 : size;
    const actual = Array.from({ length: 40 }, () => {
      if (random() < 0.2) return 0;
      const sign = random() < 0.1 ? -0.1 : 1;
      return sign * all * 10 ** (-3 * random());
    });
    actual[0] = all * (1 + 20 * random());
    const before = actual.map((value) => Math.max(0, Math.min(10, (4 * value) / size)) * random());
    const simulated = before.map((value) => (size * value) / 4 + 0.01 * all * random());
    return { tokens: actual.map((_, i) => ` t${i}`), actual, before, simulated };
  });
}

/** The same, with activations on 0-10. */
function scaled(sequences: readonly MadeSequence[]): MadeSequence[] {
  const peak = Math.max(...sequences.flatMap(({ actual }) => actual));
  return sequences.map((each) => ({
    ...each,
    actual: each.actual.map((value) => Math.max(0, (10 * value) / peak)),
    simulated: each.before,
  }));
}

/** The scores that are accused, each with how often. */
function accused(
  round: { readonly value: Round; readonly score: Round },
  sizes: readonly number[],
  onTen = true,
) {
  const random = randomNumbers(17);
  const found: Record<string, number> = {};
  const count = (made: MadeExplanation, size: string) => {
    const { whole, sequences } = checksOf({ ...made, round });
    for (const [place, verdicts] of [whole, ...sequences].entries())
      for (const kind of kinds) {
        if (verdicts[kind].kind !== 'disagree') continue;
        const name = `${place === 0 ? 'whole' : 'sequence'} ${kind} of size ${size}`;
        found[name] = (found[name] ?? 0) + 1;
      }
  };
  for (let i = 0; i < tried; i++)
    for (const size of sizes) {
      const sequences = spreadSequences(random, size);
      count({ sequences }, String(size));
      if (onTen) count({ sequences: scaled(sequences), onTen }, 'ten');
    }
  return found;
}

describe('a file that was rounded after it was scored', () => {
  const sizes = [0.4, 3, 500];

  for (const [how, value] of Object.entries(ofValues))
    it(`is right with values ${how}`, () => {
      for (const score of [asIs, toDecimals(4), toDigits(3)])
        assert.deepEqual(accused({ value, score }, sizes), {});
    });

  it('is right with values to whole numbers, where they are large', () => {
    assert.deepEqual(accused({ value: toDecimals(0), score: asIs }, [500], false), {});
  });

  for (const [how, score] of Object.entries(ofScores))
    it(`is right with scores ${how}`, () => {
      for (const value of [asIs, toDecimals(4), toHalf])
        assert.deepEqual(accused({ value, score }, sizes), {});
    });
});

describe('a score that is off', () => {
  const off = (by: number, value: Round, score: Round, size = 3) => {
    const random = randomNumbers(23);
    let [missed, all] = [0, 0];
    for (let i = 0; i < tried; i++) {
      const sequences = spreadSequences(random, size);
      const right = joined(sequences, 'simulated');
      const whole = Object.fromEntries(kinds.map((kind) => [kind, right[kind] - by]));
      const found = checksOf({ sequences, whole, round: { value, score } }).whole;
      for (const kind of kinds) {
        all++;
        if (found[kind].kind !== 'disagree') missed++;
      }
    }
    return missed / all;
  };

  it('by 1e-3 is reported if neither values nor scores were rounded', () => {
    for (const size of [0.4, 3, 500]) assert.equal(off(1e-3, asIs, asIs, size), 0);
    assert.equal(off(1e-3, Math.fround, Math.fround), 0);
  });

  for (const [how, by] of Object.entries({
    'to 4 decimals': 1e-3,
    'to 4 digits': 5e-3,
    'to 3 digits': 3e-2,
    'to half precision': 5e-3,
    'to bfloat16': 5e-2,
  }))
    it(`by ${by} is reported with values ${how}`, () => {
      assert.equal(off(by, ofValues[how]!, asIs), 0);
    });
});
