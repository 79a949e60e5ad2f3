import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog, type RowState } from '../../../src/catalog/rows/catalog.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import type { FileStamp } from '../../../src/files/fileSource.ts';
import { fileName, layerName, layerOf, row, seeded, stamp } from './support/rows.ts';

interface Known {
  readonly stamp: FileStamp;
  readonly state: RowState;
  readonly row: NeuronRow | undefined;
}

/** What a catalog is to be: a plain map of names. */
type Model = Map<string, Map<string, Known>>;

const state = fc.constantFrom('provisional' as const, 'exact' as const);
const change = fc.oneof(
  fc.record({ type: fc.constant('list' as const), layerName, fileName, stamp }),
  fc.record({ type: fc.constant('relist' as const), layerName, fileName }),
  fc.record({ type: fc.constant('set' as const), layerName, fileName, stamp, row, state }),
  fc.record({ type: fc.constant('remove' as const), layerName, fileName }),
  fc.record({ type: fc.constant('removeLayer' as const), layerName }),
  fc.record({ type: fc.constant('addLayer' as const), layerName }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function apply(catalog: Catalog, model: Model, step: Change): Promise<void> {
  const layer = layerOf(step.layerName);
  const known = model.get(layer.name);
  const files = known ?? new Map<string, Known>();
  switch (step.type) {
    case 'addLayer':
      catalog.addLayer(layer);
      break;
    case 'removeLayer':
      await catalog.removeLayer(layer.name);
      model.delete(layer.name);
      return;
    case 'remove':
      catalog.remove(layer.name, step.fileName);
      files.delete(step.fileName);
      return;
    case 'set':
      catalog.set(layer, step.fileName, step.stamp, step.row, step.state);
      files.set(step.fileName, { stamp: step.stamp, state: step.state, row: step.row });
      break;
    case 'list':
    case 'relist': {
      const before = files.get(step.fileName);
      if (step.type === 'relist' && !before) return;
      const now = step.type === 'list' ? step.stamp : before!.stamp;
      catalog.list(layer, step.fileName, now);
      const same = before?.stamp.size === now.size && before.stamp.modified === now.modified;
      const listed = before ?? { state: 'listed', row: undefined };
      const changed = listed.state === 'exact' && !same ? 'provisional' : listed.state;
      files.set(step.fileName, { ...listed, stamp: now, state: changed });
      break;
    }
  }
  model.set(layer.name, files);
}

function compare(catalog: Catalog, model: Model): void {
  const all = [...model].flatMap(([layer, files]) =>
    [...files].map(([file, known]) => ({ layer, file, ...known })),
  );
  assert.equal(catalog.size, all.length);
  for (const each of ['listed', 'provisional', 'exact'] as const)
    assert.equal(catalog.tally(each), all.filter((known) => known.state === each).length);
  assert.deepEqual(new Set(catalog.layers.map(({ name }) => name)), new Set(model.keys()));
  for (const [name, files] of model) assert.equal(catalog.countOf(name), files.size);
  for (const known of all) {
    const id = catalog.find(known.layer, known.file)!;
    assert.deepEqual(catalog.layer(id), layerOf(known.layer));
    assert.deepEqual(catalog.file(id), { neuron: parseInt(known.file, 10), name: known.file });
    assert.deepEqual(catalog.stamp(id), known.stamp);
    assert.equal(catalog.state(id), known.state);
    assert.deepEqual(catalog.row(id), known.row);
    assert.equal(catalog.failed(id), known.row?.failure !== undefined);
    assert.equal(catalog.faulty(id), (known.row?.problemCount ?? 0) > 0);
  }
  const byName = (a: string, b: string) => Number(a > b) - Number(a < b);
  const sorted = all.sort(
    (a, b) =>
      Number(a.layer) - Number(b.layer) ||
      byName(a.layer, b.layer) ||
      parseInt(a.file, 10) - parseInt(b.file, 10) ||
      byName(a.file, b.file),
  );
  assert.deepEqual(
    [...catalog.inOrder()],
    sorted.map(({ layer, file }) => catalog.find(layer, file)),
  );
}

describe('a catalog, whatever is done to it', () => {
  it('is what a plain map would be', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 60, size: 'max' }), async (steps) => {
        const catalog = new Catalog();
        const model: Model = new Map();
        for (const step of steps) await apply(catalog, model, step);
        compare(catalog, model);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  it('is so beyond the room that it begins with', async () => {
    const catalog = new Catalog();
    const model: Model = new Map();
    const rows = fc.sample(row, { ...seeded, numRuns: 50 });
    for (let i = 0; i < 4000; i++) {
      const layerName = String(i % 3);
      const place = { layerName, fileName: `${i}.jsonl`, stamp: { size: i, modified: i * 1e9 } };
      await apply(catalog, model, { type: 'list', ...place });
      if (i % 5 > 0) {
        const state = i % 2 ? 'exact' : 'provisional';
        await apply(catalog, model, { type: 'set', ...place, row: rows[i % 50]!, state });
      }
    }
    compare(catalog, model);
  });
});
