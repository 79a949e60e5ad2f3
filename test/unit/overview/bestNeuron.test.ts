import assert from 'node:assert/strict';
import { neuronId } from '../../../src/catalog/rows/explanationDirectory.ts';
import { bestNeuron } from '../../../src/overview/host/neurons.ts';
import { emptyDirectory, put, row } from './support/made.ts';

describe('the best neuron of a directory', () => {
  it('has the highest score of all layers, also if all are negative', () => {
    const directory = emptyDirectory();
    put(directory, '0:1', row([{ score: -0.5 }]));
    put(directory, '3:7', row([{ score: -0.25 }]));
    put(directory, '9:1', row([{ score: NaN }]));
    put(directory, '9:2', row([], { failure: 'The file is empty.' }));
    assert.equal(neuronId(bestNeuron(directory)!), '3:7');
  });

  it('is the first of several', () => {
    const directory = emptyDirectory();
    for (const id of ['2:1', '2:5', '4:1']) put(directory, id, row([{ score: 0.5 }]));
    assert.equal(neuronId(bestNeuron(directory)!), '2:1');
  });

  it('is none if none has a score', () => {
    const directory = emptyDirectory();
    assert.equal(bestNeuron(directory), undefined);
    put(directory, '0:1', row([]));
    assert.equal(bestNeuron(directory), undefined);
  });
});
