import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';
import { analysisMessage } from '../../../src/neuron/host/tokenAnswers.ts';
import { neuronDocument } from '../../../src/neuron/host/content.ts';
import { sharedOrSkip } from '../../host/skip.ts';
import { type ExplanationParts, neuronText } from '../catalog/support/neuronText.ts';
import { located } from './support/located.ts';
import { throughWebview } from './support/throughWebview.ts';
import { resultsOf } from '../support/scores.ts';

const neuronOf = (explanations: readonly ExplanationParts[]) =>
  explainedUnit(decodeNeuron(parsePythonJson(neuronText('5:131', explanations))).neuron);

describe('an analysis for the page', () => {
  it('arrives unchanged, for every explanation of every sample', async () => {
    const folder = join(import.meta.dirname, '../../../samples/explanations');
    for (const layer of readdirSync(folder)) {
      for (const name of readdirSync(join(folder, layer))) {
        const path = join(folder, layer, name);
        const id = { layer: Number(layer), neuron: parseInt(name, 10) };
        const { neuron } = await readNeuronFile(localFileSource, path, id);
        const unit = explainedUnit(neuron);
        for (const index of unit.explanations.keys()) {
          const message = analysisMessage(unit, index);
          assert.deepEqual(throughWebview(message), message, path);
        }
      }
    }
  });

  it('arrives unchanged, for any odd file', () => {
    const neuron = neuronOf([
      {
        sequences: [
          { actual: [NaN, Infinity, null], simulated: [1, 2] },
          { tokens: [], actual: [1], simulated: [] },
          { actual: [0, 0, 0], simulated: [1, 1, 1], values: null },
        ],
      },
      { sequences: [] },
    ]);
    for (const index of [0, 1]) {
      const message = analysisMessage(neuron, index);
      assert.deepEqual(throughWebview(message), message);
    }
    assert.equal(analysisMessage(neuron, 2), null);
  });

  it('excludes tokens that the simulator skipped', () => {
    const row = [0, 1];
    const sequence = { actual: [1, 2, 3], simulated: [0, 0, 0], values: [row, [], row] };
    const message = analysisMessage(neuronOf([{ sequences: [sequence] }]), 0);
    assert.deepEqual([...message!.points.token], [0, 2]);
    assert.deepEqual(message!.leftOut, { unpredicted: 1, missing: 0 });
    // Where no token has a distribution, none was skipped: they were not stored.
    const without = { ...sequence, values: [[], [], []] };
    const all = analysisMessage(neuronOf([{ sequences: [without] }]), 0);
    assert.deepEqual(all!.leftOut, { unpredicted: 0, missing: 0 });
  });

  it('sends 20,000 points of a large file, and says how many there are', () => {
    const tokens = Array.from({ length: 21_000 }, () => 'x');
    const actual = tokens.map((_, i) => i % 3);
    const neuron = neuronOf([{ sequences: [{ tokens, actual, simulated: actual, values: [] }] }]);
    const message = analysisMessage(neuron, 0)!;
    assert.equal(message.points.actual.length, 20_000);
    assert.equal(message.pointCount, 21_000);
  });

  it('says that real scores may be of more sequences than stored (needs shared/data)', async function () {
    const path = sharedOrSkip(this, 'data/gpt2-xl-paper/explanations/6/3251.jsonl');
    const id = { layer: 6, neuron: 3251 };
    const { neuron } = await readNeuronFile(localFileSource, path, id);
    const { explanations } = neuronDocument(located('6/3251.jsonl'), explainedUnit(neuron), []);
    const [{ scores, groups } = assert.fail()] = explanations;
    assert.deepEqual(resultsOf(scores), {
      evCorrelation: { kind: 'disagree', cause: null, noValue: null, mayCoverMore: true },
      rSquared: { kind: 'agree', by: 'exactly' },
      absoluteDevExplained: { kind: 'agree', by: 'exactly' },
    });
    assert.equal(groups?.top, 2);
  });
});
