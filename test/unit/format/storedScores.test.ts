import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import type { DecodedNeuron } from '../../../src/format/decode.ts';
import { type ComputedScores, scoreSequence, scoreSimulation } from '../../../src/format/scores.ts';
import { sharedOrSkip } from '../../host/skip.ts';

/** What a file stores beside what is recomputed from it. */
interface Stored {
  readonly evCorrelationScore: number | null;
  readonly rsquaredScore: number | null;
  readonly absoluteDevExplainedScore: number | null;
}

describe('scores that the reference stored, ../shared/data/reference-run', () => {
  const neurons: [string, DecodedNeuron][] = [];

  before(async function () {
    const folder = sharedOrSkip(this, 'data/reference-run/explanations');
    for (const path of globSync(join(folder, '*/*.jsonl'))) {
      const place = {
        layer: Number(basename(dirname(path))),
        neuron: parseInt(basename(path), 10),
      };
      neurons.push([path, await readNeuronFile(localFileSource, path, place)]);
    }
  });

  it('are in files without problems', () => {
    assert.equal(neurons.length, 24);
    for (const [path, { problems }] of neurons) assert.deepEqual(problems, [], path);
  });

  it('equal recomputed scores to 1e-9, for all sequences and explanations', () => {
    let compared = 0;
    const compare = (stored: Stored, computed: ComputedScores, where: string) => {
      const pairs = [
        [stored.evCorrelationScore, computed.evCorrelation],
        [stored.rsquaredScore, computed.rSquared],
        [stored.absoluteDevExplainedScore, computed.absoluteDevExplained],
      ] as const;
      for (const [score, again] of pairs) {
        // The reference's serialiser writes null for what is not finite.
        if (score === null) assert.ok(!Number.isFinite(again), `${where}: ${again}, stored null`);
        else assert.ok(Math.abs(score - again) <= 1e-9, `${where}: ${again}, stored ${score}`);
        compared++;
      }
    };
    for (const [path, { neuron }] of neurons) {
      for (const { scoredSimulation } of neuron.scoredExplanations) {
        compare(scoredSimulation, scoreSimulation(scoredSimulation), path);
        for (const sequence of scoredSimulation.scoredSequenceSimulations)
          compare(sequence, scoreSequence(sequence), path);
      }
    }
    assert.ok(compared > 800, `only ${compared} scores were compared`);
  });
});
