import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { resultsOf, valuesOf } from '../support/scores.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../../src/check/checkFile.ts';
import { floatOfWord } from '../../../src/format/floatWords.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import { root } from '../../host/paths.ts';
import { located } from '../neuron/support/located.ts';
import { decodeFile, linesOf } from './decodeText.ts';
import { neuronOfSimulation, scoredSimulation, sequence } from './rawNeuron.ts';

describe('words for infinite numbers and NaN', () => {
  it('are those of Python’s float', () => {
    for (const word of ['nan', 'NaN', 'NAN', '-nan', '+NaN']) assert.equal(floatOfWord(word), NaN);
    for (const word of ['inf', 'Infinity', 'INF', '+inf', '+Infinity'])
      assert.equal(floatOfWord(word), Infinity);
    for (const word of ['-inf', '-Infinity', '-INFINITY'])
      assert.equal(floatOfWord(word), -Infinity);
    for (const text of ['', '0.5', '1e400', 'none', 'null', 'infin', 'nan0', '--inf', 'a nan'])
      assert.equal(floatOfWord(text), undefined, text);
  });

  it('are undefined scores, of explanations and of sequences, without a problem', () => {
    const scores = {
      ev_correlation_score: 'nan',
      rsquared_score: '-inf',
      absolute_dev_explained_score: 'Infinity',
    };
    const decoded = decodeFile(
      neuronOfSimulation(
        scoredSimulation({ scored_sequence_simulations: [sequence(scores)], ...scores }),
      ),
    );
    assert.deepEqual(linesOf(decoded), []);
    const whole = decoded.neuron.scoredExplanations[0]!.scoredSimulation;
    for (const each of [whole, whole.scoredSequenceSimulations[0]!])
      assert.deepEqual(
        [each.evCorrelationScore, each.rsquaredScore, each.absoluteDevExplainedScore],
        [NaN, -Infinity, Infinity],
      );
  });

  it('are not finite numbers, which have a wrong type as text', () => {
    const decoded = decodeFile(
      neuronOfSimulation(scoredSimulation({ ev_correlation_score: '0.5' })),
    );
    assert.deepEqual(linesOf(decoded), [
      'warning scored_explanations[0].scored_simulation.ev_correlation_score: Expected a number or null, found the string "0.5". Shown as missing.',
    ]);
  });
});

describe('files of a writer that stores an undefined score as "nan"', () => {
  const folder = join(root, 'test/fixtures/cases/nan-strings/explanations/0');

  for (const name of readdirSync(folder))
    it(`${name} has no problems, and says why its scores are undefined`, () => {
      const bytes = readFileSync(join(folder, name));
      const place = { layer: 0, neuron: parseInt(name, 10) };
      assert.deepEqual(checkFile(bytes, place).findings, []);
      const { neuron, problems } = decodeNeuronFile(bytes, place);
      const unit = explainedUnit(neuron);
      const { explanations } = neuronDocument(located(`0/${name}`), unit, problems);
      assert.equal(resultsOf(explanations[0]!.scores).evCorrelation.kind, 'agree');
      const undefinedOnes = sequencePage(unit, 0, 0).sequences.filter(
        ({ scores }) => valuesOf(scores).evCorrelation === 'undefined',
      );
      for (const { scores } of undefinedOnes)
        assert.deepEqual(resultsOf(scores).evCorrelation, {
          kind: 'undefined',
          why: 'constantSimulation',
        });
    });
});
