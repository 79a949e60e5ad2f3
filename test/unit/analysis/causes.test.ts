import assert from 'node:assert/strict';
import { computeScores } from '../../../src/format/scores.ts';
import {
  causeOf,
  joined,
  type MadeExplanation,
  madeSequences,
  randomNumbers,
  checksOf,
} from './madeScores.ts';

const random = randomNumbers(11);
const sequences = madeSequences(random);
const others = madeSequences(random);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const each = sequences.map((sequence) => joined([sequence], 'simulated'));
const actual = sequences.flatMap((sequence) => sequence.actual);
const simulated = sequences.flatMap((sequence) => sequence.simulated);
const before = sequences.flatMap((sequence) => sequence.before);

/** Causes of the three scores, in a file with all digits and in one with four decimals. */
function causesOf(made: Omit<MadeExplanation, 'sequences'>, ...more: MadeExplanation[]) {
  const exact = checksOf({ sequences, ...made }, ...more).whole;
  const rounded = checksOf({ sequences, decimals: 4, ...made }, ...more).whole;
  // Four decimals may be too few to tell; they never tell anything else.
  for (const kind of ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const)
    if (causeOf(rounded[kind]) !== null)
      assert.deepEqual(causeOf(rounded[kind]), causeOf(exact[kind]), kind);
  return [exact.evCorrelation, exact.rSquared, exact.absoluteDevExplained].map(causeOf);
}

const right = 'it does not: agree';

describe('the cause of an explanation’s score', () => {
  it('is none if the score is right', () => {
    assert.deepEqual(causesOf({}), [right, right, right]);
  });

  it('is found if it is the mean of the sequences’ scores', () => {
    const whole = {
      evCorrelation: mean(each.map((scores) => scores.evCorrelation)),
      rSquared: mean(each.map((scores) => scores.rSquared)),
      absoluteDevExplained: mean(each.map((scores) => scores.absoluteDevExplained)),
    };
    const cause = { is: 'mean', of: 'all', sequences: 6 };
    assert.deepEqual(causesOf({ whole }), [cause, cause, cause]);
    assert.deepEqual(causeOf(checksOf({ sequences, whole, decimals: 4 }).whole.rSquared), cause);
  });

  it('is found if it is the mean, or the score, of half of them', () => {
    const rSquared = each.map((scores) => scores.rSquared);
    assert.deepEqual(causesOf({ whole: { rSquared: mean(rSquared.slice(0, 3)) } })[1], {
      is: 'mean',
      of: 'firstHalf',
      sequences: 3,
    });
    const { evCorrelation } = joined(sequences.slice(3), 'simulated');
    assert.deepEqual(causesOf({ whole: { evCorrelation } })[0], {
      is: 'part',
      of: 'secondHalf',
      sequences: 3,
    });
  });

  it('is found if sequences without a score were left out of the mean, or counted as 0', () => {
    const constant = { ...sequences[5]!, simulated: sequences[5]!.simulated.map(() => 0.5) };
    const some = [...sequences.slice(0, 5), constant];
    const known = each.slice(0, 5).map((scores) => scores.evCorrelation);
    const causes = [mean(known), mean([...known, 0])].map((evCorrelation) =>
      causeOf(checksOf({ sequences: some, whole: { evCorrelation } }).whole.evCorrelation),
    );
    assert.deepEqual(causes, [
      { is: 'mean', of: 'scored', sequences: 5 },
      { is: 'meanWithZeros', sequences: 6 },
    ]);
  });

  it('is found if it is of the simulation before calibration', () => {
    const { rSquared, absoluteDevExplained } = computeScores(actual, before);
    const cause = { is: 'uncalibrated' };
    assert.deepEqual(causesOf({ whole: { rSquared, absoluteDevExplained } }), [
      right,
      cause,
      cause,
    ]);
  });

  it('is found if it is by another formula', () => {
    const middle = mean(actual);
    const missed = mean(actual.map((value, i) => (value - simulated[i]!) ** 2));
    const rSquared = 1 - missed / mean(actual.map((value) => (value - middle) ** 2));
    assert.deepEqual(causesOf({ whole: { rSquared } })[1], { is: 'centred' });
    const { evCorrelation } = computeScores(actual, simulated);
    assert.deepEqual(causesOf({ whole: { rSquared: evCorrelation ** 2 } })[1], {
      is: 'squaredCorrelation',
    });
    assert.deepEqual(causesOf({ whole: { rSquared: evCorrelation } })[1], {
      is: 'kind',
      key: 'evCorrelation',
    });
  });

  it('is found if it is on another scale', () => {
    const peak = Math.max(...actual);
    const onTen = true;
    const range = computeScores(
      actual,
      before.map((value) => (value * peak) / 10),
    );
    assert.deepEqual(causesOf({ onTen, whole: { rSquared: range.rSquared } })[1], {
      is: 'mapped',
      by: 'range',
    });
    const shown = computeScores(
      actual.map((value) => Math.floor((10 * value) / peak)),
      before,
    );
    assert.deepEqual(causesOf({ onTen, whole: { rSquared: shown.rSquared } })[1], {
      is: 'normalized',
    });
  });

  it('is found if it is of one sequence, or of another explanation', () => {
    const { evCorrelation } = each[2]!;
    assert.deepEqual(causesOf({ whole: { evCorrelation } })[0], { is: 'sequence', index: 2 });
    const other = joined(others, 'simulated');
    assert.deepEqual(
      causesOf({ whole: { evCorrelation: other.evCorrelation } }, { sequences: others })[0],
      { is: 'explanation', index: 1 },
    );
  });

  it('is a 0 for an undefined score', () => {
    assert.deepEqual(causesOf({ whole: { rSquared: 0 } }), [right, { is: 'placeholder' }, right]);
  });

  it('may be sequences that are not stored, if the stored ones have right scores', () => {
    const whole = { evCorrelation: 0.123456789 };
    const open = checksOf({ sequences, whole }).whole.evCorrelation;
    assert.deepEqual(open, { kind: 'disagree', cause: null, noValue: null, mayCoverMore: true });
    const wrong = checksOf({ sequences, whole, own: { 1: { evCorrelation: 0.2345678 } } });
    assert.deepEqual(wrong.whole.evCorrelation, { ...open, mayCoverMore: false });
    // Four decimals may match by luck; two, sooner or later, do.
    assert.equal(causeOf(checksOf({ sequences, decimals: 2, whole }).whole.evCorrelation), null);
  });

  it('is unknown for scores that match nothing', () => {
    let claimed = 0;
    const tried = 500;
    for (let i = 0; i < tried; i++) {
      const some = madeSequences(random, 2 + Math.floor(8 * random()), 16);
      const whole = { evCorrelation: 2 * random() - 1, rSquared: 2 * random() - 1 };
      for (const decimals of [undefined, 4, 2]) {
        const verdicts = checksOf({
          sequences: some,
          whole,
          ...(decimals && { decimals }),
        }).whole;
        for (const verdict of [verdicts.evCorrelation, verdicts.rSquared]) {
          const isClaimed = verdict.kind === 'disagree' && verdict.cause !== null;
          if (decimals === undefined) assert.ok(!isClaimed, JSON.stringify(verdict));
          else if (isClaimed) claimed++;
        }
      }
    }
    assert.ok(claimed / (4 * tried) < 0.01, `${claimed} of ${4 * tried}`);
  });
});

describe('the cause of a sequence’s score', () => {
  const causeAt = (place: number, made: MadeExplanation, ...more: MadeExplanation[]) =>
    causeOf(checksOf(made, ...more).sequences[place]!.evCorrelation);

  it('is found among the other scores of the file', () => {
    const whole = joined(sequences, 'simulated').evCorrelation;
    const own = (evCorrelation: number) => ({ sequences, own: { 2: { evCorrelation } } });
    assert.deepEqual(causeAt(2, own(whole)), { is: 'whole' });
    assert.deepEqual(causeAt(2, own(each[4]!.evCorrelation)), { is: 'sequence', index: 4 });
    const other = joined([others[2]!], 'simulated').evCorrelation;
    assert.deepEqual(causeAt(2, own(other), { sequences: others }), {
      is: 'explanation',
      index: 1,
    });
    assert.equal(causeAt(2, own(0.123456789)), null);
    assert.equal(causeAt(3, own(0.123456789)), right);
  });

  it('is found among other ways to score its tokens', () => {
    const { actual, before } = sequences[2]!;
    const { rSquared } = computeScores(actual, before);
    const verdicts = checksOf({ sequences, own: { 2: { rSquared, absoluteDevExplained: 0 } } });
    assert.deepEqual(causeOf(verdicts.sequences[2]!.rSquared), { is: 'uncalibrated' });
    assert.deepEqual(causeOf(verdicts.sequences[2]!.absoluteDevExplained), { is: 'placeholder' });
  });
});
