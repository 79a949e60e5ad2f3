import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import { medianOf } from '../../../src/analysis/median.ts';
import { layerOf } from '../catalog/support/keys.ts';
import { emptyDirectory, put, row } from './support/made.ts';

function filled() {
  const directory = emptyDirectory();
  put(directory, '10:0', row([{ score: 0.9 }]));
  put(directory, '2:5', row([{ score: 0.5 }, { score: 0.1 }]));
  put(directory, '2:0', row([{ score: -0.02 }]));
  put(directory, '2:1', row([{ score: NaN }]));
  put(directory, '2:2', row([{ score: null }], { problemCount: 2 }));
  put(directory, '2:3', row([]));
  put(directory, '2:4', row([], { failure: 'It is empty.', problemCount: 1 }));
  put(directory, '2:6', row([{ score: Infinity }]));
  put(directory, '2:7', row([{ score: 1.5 }]));
  directory.catalog.list(layerOf('2'), '2/9.jsonl', { size: 1, modified: 1 });
  return directory;
}

describe('numbers of an overview', () => {
  it('count each neuron once, by its state', async () => {
    const { totals, beyond } = await new OverviewData(filled()).update();
    assert.deepEqual(totals, {
      neurons: 10,
      read: 9,
      withoutExplanation: 1,
      undefinedScores: 3,
      problemFiles: 2,
      unreadable: 1,
      median: 0.7,
      mean: (0.9 + 0.5 - 0.02 + 1.5) / 4,
      best: 1.5,
    });
    assert.equal(beyond, 1);
  });

  it('are by layer, in numerical order, in bins', async () => {
    const { layers } = await new OverviewData(filled()).update();
    assert.deepEqual(
      layers.map(({ key, totals }) => [key, totals.neurons, totals.median]),
      [
        ['2', 9, 0.5],
        ['10', 1, 0.9],
      ],
    );
    const filledBins = layers.map(({ bins }) =>
      bins.flatMap((count, bin) => (count > 0 ? [[bin, count]] : [])),
    );
    assert.deepEqual(filledBins, [
      [
        [19, 1],
        [30, 1],
      ],
      [[38, 1]],
    ]);
  });

  it('are of one layer on request', async () => {
    const { layers, totals } = await new OverviewData(filled(), '10').update();
    assert.deepEqual([layers.length, totals.neurons, totals.median], [1, 1, 0.9]);
  });

  it('are empty for no neurons', async () => {
    const { totals, layers } = await new OverviewData(emptyDirectory()).update();
    assert.deepEqual(layers, []);
    assert.deepEqual(
      [totals.neurons, totals.median, totals.mean, totals.best],
      [0, null, null, null],
    );
  });

  it('follow the catalog', async () => {
    const directory = filled();
    const data = new OverviewData(directory);
    await data.update();
    directory.catalog.remove('2/4.jsonl');
    put(directory, '2:9', row([{ score: 0.6 }]));
    const { totals } = await data.update();
    assert.deepEqual([totals.neurons, totals.read, totals.problemFiles], [9, 9, 1]);
  });
});

describe('the median', () => {
  it('equals that of the sorted numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 }), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
        const expected = sorted.length === 0 ? null : (low! + high!) / 2;
        assert.equal(medianOf(Float64Array.from(numbers)), expected);
      }),
    );
  });
});
