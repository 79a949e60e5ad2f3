import assert from 'node:assert/strict';
import { parseNeuronReference } from '../../../src/catalog/rows/neighbours.ts';

const understood = [
  '5:131',
  '5/131',
  '5 131',
  '5.131',
  '5,131',
  'L5N131',
  'l5n131',
  'L5 N131',
  'L5:131',
  'L5/N131',
  'L 5 N 131',
  'L5, N131',
  'layer 5 neuron 131',
  'Layer 5, Neuron 131',
  'LAYER5NEURON131',
  'layer 5: 131',
  '5n131',
  '5 : 131',
  '  5:131\t',
  '005:00131',
];

const refused = [
  '',
  ' ',
  '5',
  '5:',
  ':131',
  '5131',
  '5:131:2',
  '5-131',
  '-5:131',
  '5:-131',
  '5:1e3',
  '5:0x10',
  '1.5:2',
  'L5',
  'N131',
  'N131L5',
  'a:b',
  'x5:131',
  '5:131 and more',
  'layers 5 neuron 131',
  '5::131',
  '٥:١٣١',
  '1234567890123456:1',
  '1:1234567890123456',
];

describe('a neuron’s ID as people write it', () => {
  for (const text of understood) {
    it(`is understood: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseNeuronReference(text), { layer: 5, neuron: 131 });
    });
  }

  for (const text of refused) {
    it(`is not understood: ${JSON.stringify(text)}`, () => {
      assert.equal(parseNeuronReference(text), undefined);
    });
  }

  it('may have any number of the format', () => {
    assert.deepEqual(parseNeuronReference('0:0'), { layer: 0, neuron: 0 });
    const largest = 999_999_999_999_999;
    assert.deepEqual(parseNeuronReference(`47:${largest}`), { layer: 47, neuron: largest });
  });

  it('is rejected at once, however long it is', () => {
    const start = performance.now();
    assert.equal(parseNeuronReference(`5${' '.repeat(5_000)}x`), undefined);
    assert.ok(performance.now() - start < 1000);
  });
});
