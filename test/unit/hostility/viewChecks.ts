import assert from 'node:assert/strict';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { ComparedRows } from '../../../src/neuron/host/comparedRows.ts';
import { scoreValue } from '../../../src/model/score.ts';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import type { ScoredExplanation } from '../../../src/format/schema.ts';
import type { ExplainedUnit, Explanation } from '../../../src/model/explanation.ts';
import { wellFormed } from '../../../src/text/display.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import { sequencesHtml } from '../../../src/neuron/page/copy/html.ts';
import { sequenceMarkdown } from '../../../src/neuron/page/copy/markdown.ts';
import { figureContent } from '../../../src/neuron/page/figure/content.ts';
import { figureSvg } from '../../../src/neuron/page/figure/svg.ts';
import {
  type ExplanationScale,
  type Sequence,
  type Order,
  orders,
} from '../../../src/tokens/contract.ts';
import type { NeuronDocument } from '../../../src/neuron/contract/protocol.ts';
import { hues } from '../../../src/tokens/colour/hues.ts';
import { type Scheme, schemeOf } from '../../../src/tokens/colour/scheme.ts';
import { modes } from '../../../src/neuron/page/choices.ts';
import { describeToken } from '../../../src/tokens/text/describe.ts';
import { histogramOf, simulatorAxis } from '../../../src/tokens/text/histogram.ts';
import { findText, plainSearch, tokenDistribution } from '../../../src/neuron/host/tokenAnswers.ts';
import { located } from '../neuron/support/located.ts';
import { checkAnalysis } from './analysisChecks.ts';
import { place } from './hostileFiles.ts';
import { assertCarried } from './messages.ts';
import { checkDecoder } from './readChecks.ts';
import { assertScores } from './scoreChecks.ts';

/** How many tokens of a sequence are looked at one by one. */
const tokensTried = 12;

/** Messages to a page, and what it makes of them, have the file's numbers or say none. */
export function checkView(bytes: Uint8Array): void {
  const decoded = checkDecoder(bytes);
  if (!decoded) return;
  const { neuron, problems } = decoded;
  const unit = explainedUnit(neuron);
  const document = neuronDocument(
    located('5/131.jsonl', { uri: 'file:///5/131.jsonl', path: '5' }),
    unit,
    problems,
  );
  assertCarried(document);
  assertRowAgrees(decodeRow(bytes, place), document);
  for (const summary of document.explanations) {
    const scored = neuron.scoredExplanations[summary.index]!;
    const sequences = sequencesOf(unit, summary.index, 'stored');
    assert.equal(
      summary.tokenCount,
      sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    );
    assertScores(scored, summary, sequences);
    for (const order of orders) assertOrder(sequencesOf(unit, summary.index, order), sequences);
    assertValues(scored, sequences);
    checkAnalysis(unit, summary);
    for (const calibrated of [true, false])
      for (const scope of ['neuron', 'sequence'] as const)
        assertShown(sequences, schemeOf(summary.scale, { scope, locked: null, calibrated }));
    assertTaken(document, summary.index, sequences);
    assertDistributions(unit.explanations[summary.index]!, summary.scale);
  }
  assertCompared(unit, document);
}

/** What the catalog says of a neuron is what its page says. */
function assertRowAgrees(row: NeuronRow, { explanations }: NeuronDocument): void {
  assert.deepEqual(
    row.explanations.map((each) => [
      each.text,
      each.sequences,
      each.tokens,
      ...each.scores.map(scoreValue),
    ]),
    explanations.map(({ text, sequenceCount, tokenCount, scores }) => [
      text === null ? undefined : wellFormed(text),
      sequenceCount,
      tokenCount,
      ...scores.map(({ value }) => value),
    ]),
  );
}

function sequencesOf(unit: ExplainedUnit, explanation: number, order: Order) {
  const all: Sequence[] = [];
  for (;;) {
    const page = sequencePage(unit, explanation, all.length, order);
    assertCarried(page);
    all.push(...page.sequences);
    if (all.length >= page.total) return all;
    assert.ok(page.sequences.length > 0);
  }
}

function assertOrder(ordered: readonly Sequence[], stored: readonly Sequence[]): void {
  const places = ordered.map(({ index }) => index).sort((a, b) => a - b);
  assert.deepEqual(places, [...stored.keys()]);
}

/** One value a token: that of the file, or none. */
function assertValues(
  { scoredSimulation }: ScoredExplanation,
  sequences: readonly Sequence[],
): void {
  for (const { index, tokens, actual, simulated, uncalibrated } of sequences) {
    const { simulation, trueActivations } = scoredSimulation.scoredSequenceSimulations[index]!;
    const before = simulation.uncalibratedSimulation?.expectedActivations;
    // One simulation is shown where the other has the same values.
    if (uncalibrated === null) assertCopied(simulation.expectedActivations, before ?? []);
    for (let i = 0; i < tokens.length; i++) {
      assert.ok(Object.is(actual[i], trueActivations[i] ?? NaN));
      assert.ok(Object.is(simulated[i], simulation.expectedActivations[i] ?? NaN));
      if (uncalibrated) assert.ok(Object.is(uncalibrated[i], before?.[i] ?? NaN));
    }
  }
}

/** No rounding is coarser than to whole numbers. */
function assertCopied(outer: readonly number[], nested: readonly number[]): void {
  for (const [i, value] of nested.entries()) {
    const difference = Math.abs((outer[i] ?? NaN) - value);
    if (!Number.isFinite(difference)) continue;
    assert.ok(difference <= 0.5 + 1e-6 * Math.abs(value), `${value} is not ${outer[i]}`);
  }
}

/** What is said of a token: no value where there is none, and never a number in its stead. */
function assertShown(sequences: readonly Sequence[], scheme: Scheme): void {
  for (const sequence of sequences) {
    const rulers = scheme.rulersFor(sequence);
    for (let token = 0; token < Math.min(sequence.tokens.length, tokensTried); token++) {
      const { readings, spoken } = describeToken(sequence, token, rulers);
      assert.equal(typeof spoken, 'string');
      const values = { ...sequence, difference: undefined, mapped: undefined };
      for (const { quantity, value, paint } of readings) {
        assert.doesNotMatch(value, /NaN|Infinity|undefined|null|\[object|^[-−]0(\.0*)?$/);
        const number = values[quantity]?.[token];
        if (number === undefined) continue;
        if (Number.isNaN(number)) assert.match(value, /^missing|no prediction/);
        else assert.doesNotMatch(value, /missing/);
        if (!Number.isFinite(number) && typeof paint === 'number')
          assert.fail(`${number} is coloured`);
        if (number > 0 && paint !== null && typeof paint === 'number')
          assert.ok(paint >= 0 && paint <= 16);
      }
    }
  }
}

/** An attribute with a number that cannot be drawn. `aria-label` and `title` may have any text. */
const unfitAttribute = /(?<!\s(?:aria-label|title))=(["'])[^"']*\b(NaN|Infinity|undefined)\b/;

function assertTaken(
  document: NeuronDocument,
  index: number,
  sequences: readonly Sequence[],
): void {
  const summary = document.explanations.find((each) => each.index === index)!;
  const scheme = schemeOf(summary.scale, { scope: 'neuron', locked: null, calibrated: true });
  const shown = sequences.slice(0, 2);
  for (const mode of modes) {
    const content = figureContent(document, summary, shown, { scheme, mode, hues });
    for (const markup of [figureSvg(content), sequencesHtml(content)])
      assert.doesNotMatch(markup, unfitAttribute);
  }
  for (const sequence of shown) assert.ok(sequenceMarkdown(document, summary.text, sequence));
}

function assertDistributions(explanation: Explanation, scale: ExplanationScale): void {
  const axes = [null, { min: 0, max: 10 }, simulatorAxis(scale.uncalibrated?.map ?? null)];
  for (const [s, { tokens }] of explanation.sequences.entries()) {
    for (let token = 0; token < Math.min(tokens.length, tokensTried); token++) {
      const found = tokenDistribution(explanation, s, token);
      assertCarried(found);
      for (const each of [found?.simulated, found?.uncalibrated]) {
        for (const axis of axes) {
          for (const bar of (each && histogramOf(each, axis))?.bars ?? []) {
            assert.ok(bar.x >= 0 && bar.x <= 1, `a bar at ${bar.x}`);
            assert.ok(bar.height >= 0 && bar.height <= 1, `a bar of ${bar.height}`);
          }
        }
      }
    }
  }
  const first = explanation.sequences[0]?.tokens[0];
  for (const text of [first ?? 'a', 'İ', 'e']) {
    const { total, matches } = findText(explanation, 'stored', plainSearch(text, false));
    assert.ok(total >= matches.length && matches.every(({ from, to }) => from <= to));
  }
}

function assertCompared(unit: ExplainedUnit, content: NeuronDocument): void {
  const [left, right] = [content.explanations[0], content.explanations.at(-1)];
  if (!left || !right) return;
  const side = (explanation: number) => ({ unit, explanation });
  for (const order of ['stored', 'left', 'right'] as const)
    assertCarried(new ComparedRows(side(left.index), side(right.index), order).page(0));
}
