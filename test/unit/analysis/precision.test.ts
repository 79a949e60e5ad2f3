import assert from 'node:assert/strict';
import { measuresOf } from '../../../src/analysis/measures.ts';
import { computeScores } from '../../../src/format/scores.ts';
import { bitsOf, decimalsOf, digitsOf } from '../../../src/analysis/digits.ts';
import { errorOf, precisionOf } from '../../../src/analysis/precision.ts';
import { scorePrecision, scoreRounding } from '../../../src/analysis/rounding.ts';
import { scoreBounds } from '../../../src/analysis/scoreBounds.ts';
import { checksOf, madeSequences, randomNumbers } from './madeScores.ts';
import { toBrainFloat, toHalf } from './shortFloats.ts';

const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;
const measures = ['correlation', 'squaredError', 'absoluteError'] as const;

/** The digits of numbers that were not made to be short. */
const pi = [3.141592653589793, 31.41592653589793, 0.3141592653589793, 314.1592653589793];
const manyOf = (round: (value: number) => number) =>
  Array.from({ length: 30 }, (_, i) => round(pi[i % 4]! * (1 + i / 7)));

describe('the rounding of values', () => {
  it('follows from the largest number of decimals', () => {
    assert.equal(decimalsOf([0, 1, -12]), 0);
    assert.equal(decimalsOf([0.5, 0.25, 12.3456, -0.1]), 4);
    assert.equal(decimalsOf([0.1, NaN, Infinity]), 1);
    assert.equal(decimalsOf([0.1, 1 / 3]), undefined);
    assert.equal(decimalsOf([1e300, 1e-300]), undefined);
    // numpy's round of singles, as `tolist` gives it.
    assert.equal(decimalsOf([0.1234000027179718, 3.1415998935699463]), 4);
  });

  it('follows from the largest number of digits, and from the kind of float', () => {
    assert.equal(digitsOf([0, 120, -0.0034, 5e-11, NaN]), 2);
    assert.equal(digitsOf([0.1, 1 / 3]), undefined);
    assert.equal(digitsOf([Math.fround(0.001234), Math.fround(123.4)]), 4);
    assert.equal(bitsOf([0.10003662109375, -3, 0, NaN]), 11);
    assert.equal(bitsOf([1.0078125, 3e38 - (3e38 % 2 ** 121)]), 8);
    assert.equal(bitsOf([0.1]), undefined);
    assert.equal(bitsOf([Math.fround(0.1)]), undefined);
  });

  const errorAt = (value: number, values: readonly number[], scoredAsStored = false) =>
    errorOf(precisionOf(values, scoredAsStored), value);

  it('is half a unit of the last, nothing for whole numbers, and the digits of a single or double', () => {
    assert.equal(errorAt(0.5, [0.1234, 0.5]), 0.00005);
    assert.ok(errorAt(0.5, [0.1234, 0.5], true) < 1e-12);
    assert.ok(errorAt(10, [3, 10, 0]) < 1e-6);
    assert.ok(errorAt(10, [1 / 3, 10]) < 1e-12);
    const single = errorAt(10, [Math.fround(1 / 3), Math.fround(10.123456789)], true);
    assert.ok(single > 1e-7 && single < 1e-5, String(single));
  });

  it('is in proportion to a value of some digits or bits', () => {
    const digits = manyOf((value) => Number(value.toPrecision(4)));
    assert.equal(errorAt(314.2, digits), 0.05);
    assert.equal(errorAt(3.142, digits), 0.0005);
    const bits = manyOf(toHalf);
    assert.equal(errorAt(1.5, bits), 2 ** -11);
    assert.equal(errorAt(1024, bits), 0.5);
    // Below, half precision has fewer bits.
    assert.equal(
      errorAt(
        2 ** -20,
        manyOf((value) => toHalf(value / 1e6)),
      ),
      2 ** -25,
    );
    assert.equal(errorAt(1.5, manyOf(toBrainFloat)), 2 ** -8);
  });

  it('is of decimals alone where most values have fewer digits, the smaller they are', () => {
    const values = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12, 4.25, 10];
    assert.equal(errorAt(10, values), 0.005);
  });

  it('is not that of one or two digits if few values are short by chance', () => {
    assert.equal(errorAt(100, [0, 0.5, 1, 20, 100]), 0.05);
    assert.ok(errorAt(12, [0.5, 1.5, 12]) <= 0.05);
    assert.ok(errorAt(12, [0, 12, 13, 20]) < 1e-5);
    assert.ok(errorAt(10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) < 1e-6);
  });

  it('is half of 1 if many different numbers are whole', () => {
    assert.equal(errorAt(0, [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233]), 0.5);
  });
});

describe('the rounding of a stored score', () => {
  const of = (score: number, ...others: (number | null)[]) =>
    scoreRounding(score, scorePrecision([score, ...others]));

  it('is half a unit of its last decimal, trailing zeros considered', () => {
    assert.equal(of(0.8638, 0.5, null, NaN), 0.00005);
    assert.equal(of(0.5, 0.8638, 0.12), 0.00005);
    assert.equal(of(0.86), 0.005);
    // One decimal alone, or none, is no rounding that anyone does.
    assert.equal(of(0.5), 0.005);
    assert.equal(of(1), 0.005);
  });

  it('is zero for a score with all digits, or a round one beside these', () => {
    assert.equal(of(0.8277485763448227), 0);
    assert.equal(of(0.5, 0.8277485763448227), 0);
    assert.equal(of(0.99, 0.8277485763448227), 0.005);
  });

  it('is half a unit of the digits or bits that all have', () => {
    assert.equal(of(0.863, 0.0412, -0.00312), 0.0005);
    assert.equal(of(-12.3, 0.863, 0.0412), 0.05);
    assert.equal(of(0.5, toHalf(0.8277485763448227)), 2 ** -12);
    assert.equal(of(toBrainFloat(0.8277485763448227), toBrainFloat(1 / 3)), 2 ** -9);
  });

  it('is that of single precision for a single', () => {
    assert.ok(of(Math.fround(0.8277485763448227)) > 1e-7);
    // These are singles of short decimals, too.
    assert.ok(of(Math.fround(-1234.56789)) > 6e-5);
    assert.ok(of(Math.fround(0.0438003037), Math.fround(0.8277485763448227)) > 1e-8);
  });
});

describe('what the tokens allow a score to be', () => {
  const even = (error: number) => ({ mean: error, rootMeanSquare: error });
  const random = randomNumbers(3);

  it('holds the score of every list that rounds to the stored one', () => {
    for (let i = 0; i < 300; i++) {
      const { actual, simulated } = madeSequences(random, 1, 3 + Math.floor(30 * random()))[0]!;
      const decimals = 1 + Math.floor(4 * random());
      const rounded = (values: readonly number[]) =>
        values.map((value) => Number(value.toFixed(decimals)));
      const error = 0.5 * 10 ** -decimals;
      const bounds = scoreBounds(rounded(actual), rounded(simulated), {
        actual: even(error),
        simulated: even(error),
      });
      const scores = measuresOf(actual, simulated);
      for (const kind of measures) {
        const own = bounds[kind];
        if (!own) continue;
        const [low, high] = [own.low - 1e-9, own.high + 1e-9];
        assert.ok(low <= scores[kind] && scores[kind] <= high, `${kind} of ${decimals} decimals`);
      }
    }
  });

  it('is about one value if nothing was rounded', () => {
    const { actual, simulated } = madeSequences(random, 1)[0]!;
    const bounds = scoreBounds(actual, simulated, { actual: even(0), simulated: even(0) });
    const scores = measuresOf(actual, simulated);
    for (const kind of measures) {
      assert.ok(Math.abs(bounds[kind]!.low - scores[kind]) < 1e-12);
      assert.ok(Math.abs(bounds[kind]!.high - scores[kind]) < 1e-12);
    }
  });

  it('is unlimited if the values differ only by their rounding', () => {
    const { correlation } = scoreBounds([0, 0, 0.0001], [1, 2, 3], {
      actual: even(0.00005),
      simulated: even(0),
    });
    assert.deepEqual(correlation, { low: -1, high: 1 });
    const { squaredError } = scoreBounds([0, 0.1], [0, 3], {
      actual: even(0.1),
      simulated: even(0),
    });
    assert.equal(squaredError!.low, -Infinity);
  });
});

describe('a score of a rounded file', () => {
  const random = randomNumbers(5);

  it('is right with any rounding, and wrong a few units further', () => {
    for (let i = 0; i < 100; i++) {
      const sequences = madeSequences(random);
      for (const decimals of [2, 3, 4, 6]) {
        const { whole, sequences: each } = checksOf({ sequences, decimals });
        for (const verdicts of [whole, ...each])
          for (const kind of kinds) assert.equal(verdicts[kind].kind, 'agree', `${decimals}`);
      }
    }
  });

  it('is right if only the values were rounded, even if some do not matter', () => {
    for (let i = 0; i < 100; i++) {
      const sequences = madeSequences(random);
      for (const valueDecimals of [4, 5, 6, 7, 8, 9]) {
        const { whole, sequences: each } = checksOf({ sequences, valueDecimals });
        for (const verdicts of [whole, ...each])
          for (const kind of kinds) assert.equal(verdicts[kind].kind, 'agree', `${valueDecimals}`);
      }
    }
  });

  it('must agree to 1e-9 if its values have all digits', () => {
    const sequences = madeSequences(random);
    const { whole } = checksOf({ sequences });
    assert.deepEqual(whole.evCorrelation, { kind: 'agree', by: 'exactly' });
    const { evCorrelation, rSquared } = checksOf({ sequences }).whole;
    assert.equal(evCorrelation.kind, rSquared.kind);
    const scores = computeScores(
      sequences.flatMap(({ actual }) => actual),
      sequences.flatMap(({ simulated }) => simulated),
    );
    const off = checksOf({
      sequences,
      whole: { evCorrelation: scores.evCorrelation + 1e-7, rSquared: scores.rSquared + 1e-11 },
    }).whole;
    assert.equal(off.evCorrelation.kind, 'disagree');
    assert.equal(off.rSquared.kind, 'agree');
  });

  it('may differ by rounding only if no score shows that the stored values were scored', () => {
    const sequences = madeSequences(random).map((sequence) => ({
      ...sequence,
      actual: sequence.actual.map((value) => Number(value.toFixed(2))),
      simulated: sequence.simulated.map((value) => Number(value.toFixed(2))),
    }));
    // The other scores match with all their digits, so these values were scored.
    const { rSquared, evCorrelation } = computeScores(
      sequences.flatMap(({ actual }) => actual),
      sequences.flatMap(({ simulated }) => simulated),
    );
    const whole = { rSquared: rSquared + 1e-5, evCorrelation: evCorrelation + 1e-5 };
    assert.equal(checksOf({ sequences, whole }).whole.rSquared.kind, 'disagree');
  });
});
