import assert from 'node:assert/strict';
import { csvOf } from '../../../src/overview/csv.ts';
import { Slices } from '../../../src/catalog/slices.ts';
import { emptyDirectory, put, row } from './support/made.ts';

describe('the CSV', () => {
  it('has the neurons in the order asked for, with scores in full', async () => {
    const directory = emptyDirectory();
    put(directory, '5:131', row([{ text: ' a, "b"', score: 0.123456789012345 }, { score: 0.1 }]));
    put(directory, '0:7', row([{ score: NaN, rSquared: null }]));
    put(directory, '0:8', row([], { failure: 'The file is empty.', problemCount: 1 }));
    const { catalog } = directory;
    const ids = ['5:131', '0:8', '0:7'].map((id) => {
      const [layer, neuron] = id.split(':') as [string, string];
      return catalog.find(layer, `${neuron}.jsonl`)!;
    });
    const bytes = await csvOf(catalog, Int32Array.from(ids), new Slices());
    assert.equal(
      new TextDecoder().decode(bytes),
      [
        'layer,neuron,explanation,ev_correlation_score,rsquared_score,absolute_dev_explained_score,explanations,sequences,tokens,problems,failure',
        '5,131," a, ""b""",0.123456789012345,0.25,0.125,2,10,640,0,',
        '0,8,,,,,0,,,1,The file is empty.',
        '0,7, the sea,NaN,,0.125,1,10,640,0,',
        '',
      ].join('\r\n'),
    );
  });

  it('has a row for a neuron that is not read yet', async () => {
    const { catalog } = emptyDirectory();
    const id = catalog.list({ layer: 3, name: '3' }, '4.jsonl', { size: 1, modified: 1 });
    const bytes = await csvOf(catalog, Int32Array.of(id), new Slices());
    assert.equal(new TextDecoder().decode(bytes).split('\r\n')[1], '3,4,,,,,,,,,');
  });
});
