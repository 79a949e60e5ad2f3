import assert from 'node:assert/strict';
import { explainedUnit } from '../../../../src/dialects/openai/dialect.ts';
import { decodeNeuronFile } from '../../../../src/format/neuronFile.ts';
import { sequencePage } from '../../../../src/neuron/host/content.ts';
import { sequenceScoreText, sequenceWarning } from '../../../../src/neuron/page/text/scoreText.ts';
import { neuronText, type SequenceParts } from '../../catalog/support/neuronText.ts';

const good = { actual: [0, 1, 2], simulated: [0, 1, 2], scores: [1, 1, 1] };

function sequenceOf(parts: SequenceParts) {
  const text = neuronText('5:131', [{ sequences: [{ ...good, ...parts }] }]);
  const place = { layer: 5, neuron: 131 };
  const { neuron } = decodeNeuronFile(new TextEncoder().encode(text), place);
  return sequencePage(explainedUnit(neuron), 0, 0).sequences[0]!;
}

describe('the text about a sequence’s score', () => {
  it('has no warning if all three are right', () => {
    assert.equal(sequenceWarning(sequenceOf({})), '');
    assert.equal(
      sequenceScoreText(sequenceOf({}), 0.5),
      'EV correlation of this sequence: 1.00. Without this sequence: 0.50.',
    );
  });

  it('has a warning for each wrong one of the three', () => {
    const wrong = sequenceOf({ scores: [1, 0.251, 0] });
    assert.equal(
      sequenceWarning(wrong),
      'R² of this sequence: 0.25. These 3 tokens give 1.00. Absolute deviation explained of this sequence: 0.00. These 3 tokens give 1.00. The 0 may stand for a score that was never computed.',
    );
    assert.match(sequenceScoreText(wrong, undefined), /^EV correlation .*: 1\.00\. R² of /);
  });

  it('says why one is undefined, and that one is missing', () => {
    const constant = { simulated: [2, 2, 2] };
    assert.equal(
      sequenceScoreText(sequenceOf({ ...constant, scores: ['nan'] }), undefined),
      'EV correlation of this sequence: undefined, constant simulation.',
    );
    assert.equal(
      sequenceScoreText(sequenceOf({ ...constant, scores: [null] }), undefined),
      'EV correlation of this sequence: not in the file. No score: constant simulation.',
    );
  });
});
