import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulationOf } from '../../../src/analysis/simulation.ts';
import { checkFile } from '../../../src/check/checkFile.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { analysisMessage, distributionAt } from '../../../src/neuron/host/tokenAnswers.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import { figureContent } from '../../../src/neuron/page/figure/content.ts';
import { orderOf } from '../../../src/neuron/host/order.ts';
import { hues } from '../../../src/tokens/colour/hues.ts';
import { colourlessNotes } from '../../../src/tokens/colour/legend.ts';
import { schemeOf } from '../../../src/tokens/colour/scheme.ts';
import { root } from '../../host/paths.ts';
import { neuronText, type SequenceParts } from '../catalog/support/neuronText.ts';
import { located } from './support/located.ts';

const place = { layer: 1, neuron: 1 };
const choices = { scope: 'neuron', locked: null, calibrated: true } as const;

function read(bytes: Uint8Array) {
  const { neuron, problems } = decodeNeuronFile(bytes, place);
  const unit = explainedUnit(neuron);
  const document = neuronDocument(located('1/1.jsonl'), unit, problems);
  const [summary] = document.explanations;
  return { unit, document, summary: summary!, explanation: unit.explanations[0]! };
}

const readParts = (...sequences: SequenceParts[]) =>
  read(new TextEncoder().encode(neuronText('1:1', [{ sequences }])));

for (const name of ['demo-notebook-logprobs', 'demo-notebook-logprob-free']) {
  describe(`the file that the reference’s demo notebook leaves (${name})`, () => {
    const bytes = readFileSync(join(root, 'test/fixtures/cases', name, 'explanations/1/1.jsonl'));
    const { unit, document, summary, explanation } = read(bytes);

    it('has one simulation, on 0–10', () => {
      const { units, why, uncalibrated } = simulationOf(explanation);
      assert.deepEqual([units, why, uncalibrated], ['normalized', 'copy', null]);
      assert.equal(summary.scale.simulatedUnits, 'normalized');
      assert.equal(summary.scale.uncalibrated, null);
      for (const sequence of sequencePage(unit, 0, 0).sequences)
        assert.equal(sequence.uncalibrated, null);
      const answer = distributionAt(unit, { explanation: 0, sequence: 0, token: 0 });
      assert.ok(answer);
      assert.equal(answer.uncalibrated, null);
    });

    it('is compared by the range in differences, misses and order', () => {
      const { difference, actual } = summary.scale;
      assert.equal(difference.by, 'range');
      assert.equal(difference.map?.slope, actual!.max / 10);
      const { misses, curve } = analysisMessage(unit, 0)!;
      const [worst] = misses.list;
      const largest = Math.max(-difference.extent!.min, difference.extent!.max);
      assert.equal(Math.abs(worst!.error), largest);
      assert.equal(worst!.mapped, worst!.simulated * difference.map.slope);
      assert.equal(orderOf(explanation, 'miss')[0], worst!.sequence);
      assert.ok(curve.length > 5);
      // The simulator is nearly right: by the other rule, every strong token would be a miss.
      assert.ok(largest < 0.4 * actual!.max, `${largest} of ${actual!.max}`);
    });

    it('has one warning per explanation, which says what was found', () => {
      const { findings } = checkFile(bytes, place);
      const scale = findings.filter(({ code }) => code === 'wrong-scale');
      assert.equal(scale.length, 1);
      assert.equal(scale[0]!.severity, 'warning');
      assert.match(
        scale[0]!.message,
        /found 'neuron_activations'.*expected_activations and uncalibrated_simulation are equal/,
      );
      assert.match(scale[0]!.path, /^scored_explanations\[0\].*activation_scale$/);
    });

    it('has figures that say which scores are not meaningful', () => {
      const look = { scheme: schemeOf(summary.scale, choices), mode: 'overlay', hues } as const;
      const [scores, note] = figureContent(document, summary, [], look).scoreLines;
      assert.match(scores!, /^EV correlation 0\.94 · R² −3\.\d\d\* · absolute .* −\d\.\d\d\*$/);
      assert.equal(note, '* not meaningful: the simulation is on 0–10');
    });
  });
}

describe('a file with wrong units of some explanations', () => {
  it('has one warning for each of them, however many sequences they have', () => {
    const copy = { simulated: [0, 1, 3], uncalibrated: { simulated: [0, 1, 3] } };
    const calibrated = { simulated: [0, 1, 3], uncalibrated: { simulated: [0, 2, 6] } };
    const text = neuronText('1:1', [
      { sequences: [copy, copy, copy] },
      { sequences: [calibrated, copy] },
      { sequences: [copy] },
    ]);
    const { findings } = checkFile(new TextEncoder().encode(text), place);
    assert.deepEqual(
      findings.filter(({ code }) => code === 'wrong-scale').map(({ path }) => path.slice(0, 22)),
      ['scored_explanations[0]', 'scored_explanations[2]'],
    );
  });
});

describe('an all-negative neuron with a simulation on 0–10', () => {
  const scale = 'simulated_normalized_activations';
  const values = { actual: [-0.1, -0.02, -0.3], simulated: [0, 9, 10], scale };
  const { unit, summary, explanation } = readParts(values, { ...values, simulated: [10, 0, 0] });

  it('has no differences, no misses and no order by them, and says why', () => {
    assert.deepEqual(summary.scale.difference, { by: 'none', map: null, extent: null });
    const { misses } = analysisMessage(unit, 0)!;
    assert.deepEqual(misses, { list: [], falsePositives: 0, falseNegatives: 0 });
    assert.deepEqual(orderOf(explanation, 'miss'), [0, 1]);
    assert.match(
      colourlessNotes(summary.scale, 'difference').join(' '),
      /No differences: .* on 0–10, and no actual activation is above 0/,
    );
  });
});

describe('the largest actual activation, which 10 is mapped to', () => {
  it('includes tokens without prediction, in differences and misses', () => {
    const scale = 'simulated_normalized_activations';
    const skipped = { actual: [0, 8, 1], simulated: [10, 0, 0], scale, values: [[1], [], [1]] };
    const { unit, summary } = readParts(skipped);
    assert.equal(summary.scale.difference.map!.slope, 0.8);
    assert.equal(analysisMessage(unit, 0)!.misses.list[0]!.mapped, 8);
  });
});
