import assert from 'node:assert/strict';
import { activationsMessage } from '../../../src/neuron/host/activations.ts';
import { analysisMessage } from '../../../src/neuron/host/tokenAnswers.ts';
import {
  type ExplainedUnit,
  isSimulated,
  type SimulatedSequence,
} from '../../../src/model/explanation.ts';
import type { AnalysisMessage, ExplanationSummary } from '../../../src/neuron/contract/protocol.ts';
import type { Extent } from '../../../src/analysis/points.ts';
import { barsOf } from '../../../src/neuron/page/analysis/histogramBars.ts';
import { binPoints } from '../../../src/neuron/page/analysis/bins.ts';
import { exactScores } from './exactScores.ts';
import { assertCarried } from './messages.ts';
import { assertNear } from './scoreChecks.ts';

/** Beyond it the oracle takes longer than all else. */
const sequencesTried = 8;

/** An analysis only uses values that exist. */
export function checkAnalysis(unit: ExplainedUnit, summary: ExplanationSummary): void {
  const analysis = analysisMessage(unit, summary.index)!;
  assertCarried(analysis);
  const { leftOut, pointCount, points } = analysis;
  assert.equal(pointCount + leftOut.missing + leftOut.unpredicted, summary.tokenCount);
  assert.ok([...points.actual, ...points.simulated].every(Number.isFinite));
  // A mean is within the range of its values, unless missing ones count as 0 or a sum overflows.
  for (const { meanActual } of analysis.curve) assertWithin(meanActual, summary.scale.actual);
  for (const { meanActual, meanSimulated } of analysis.topTokens) {
    assertWithin(meanActual, summary.scale.actual);
    assertWithin(meanSimulated, summary.scale.simulated);
  }
  for (const { mean, min, max, from, to } of binPoints(points)) {
    assertWithin(mean, summary.scale.actual);
    assert.ok(min <= max && Number.isFinite(from) && Number.isFinite(to));
  }
  assertInfluence(unit, summary, analysis);
  assertCounted(unit, summary);
}

/** Each finite activation is counted once, in a bin that it is in. */
function assertCounted(unit: ExplainedUnit, { index, scale }: ExplanationSummary): void {
  const message = activationsMessage(unit, index, null);
  assertCarried(message);
  const { actual } = scale;
  assert.equal(message === null, actual === null);
  if (!message || !actual) return;
  assert.ok(message.min === actual.min && message.max === actual.max);
  for (const value of [message.median, message.high, ...message.maxima])
    assertWithin(value, actual);
  const { bars, maxima } = barsOf(message);
  const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
  assert.equal(sum(bars.map(({ count }) => count)), message.total);
  assert.equal(sum(bars.map((bar) => bar.maxima)), message.maxima.length);
  assert.ok([...bars.map(({ share }) => share), ...maxima].every((at) => at >= 0 && at <= 1));
}

function assertWithin(value: number, extent: Extent | null): void {
  assert.ok(extent, `${value} of no values`);
  const { min, max } = extent;
  const rounding = 1e-12 * Math.max(Math.abs(min), Math.abs(max)) + 5e-324;
  assert.ok(value >= min - rounding && value <= max + rounding, `${value}, not ${min} to ${max}`);
}

type Sequences = readonly SimulatedSequence[];

/** Whether some values are nothing beside those of all. */
function areLost(some: Sequences, all: Sequences): boolean {
  const size = (lists: readonly (readonly number[])[]) =>
    lists
      .flat()
      .filter(Number.isFinite)
      .reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const actual = (of: Sequences) => size(of.map((each) => each.actual));
  const simulated = (of: Sequences) => size(of.map(({ simulation }) => simulation.expected));
  return actual(all) > 1e100 * actual(some) || simulated(all) > 1e100 * simulated(some);
}

/** The score without a sequence is that of the others. */
function assertInfluence(
  unit: ExplainedUnit,
  { index }: ExplanationSummary,
  { scoreWithout }: AnalysisMessage,
): void {
  const all = unit.explanations[index]!.sequences.filter(isSimulated);
  assert.equal(scoreWithout.length, all.length);
  const even = (each: (typeof all)[number]) =>
    each.actual.length === each.simulation.expected.length;
  for (const [i, score] of scoreWithout.slice(0, sequencesTried).entries()) {
    const others = all.filter((_, place) => place !== i);
    const exact = others.every(even)
      ? exactScores(
          others.flatMap((each) => each.actual),
          others.flatMap((each) => each.simulation.expected),
        )
      : exactScores([], []);
    // Beside one that is by so much larger, the others are nothing: then nothing is said.
    if (score === null && areLost(others, all)) continue;
    if (exact.wellConditioned) assertNear(score ?? 'undefined', exact.evCorrelation, 'without one');
  }
}
