import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog, type RowState } from '../../../src/catalog/rows/catalog.ts';
import type { NeuronRow } from '../../../src/catalog/rows/neuronRow.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import type { FileStamp } from '../../../src/files/fileSource.ts';
import type { Unit } from '../../../src/model/unit.ts';
import { layerOf, unitOf } from './support/keys.ts';
import { key, layerKey, row, seeded, stamp } from './support/rows.ts';

interface Known {
  readonly stamp: FileStamp;
  readonly state: RowState;
  readonly row: NeuronRow | undefined;
}

/** What a catalog is to be: a plain map of keys. */
type Model = Map<string, Map<string, Known>>;

const state = fc.constantFrom('provisional' as const, 'exact' as const);
const change = fc.oneof(
  fc.record({ type: fc.constant('list' as const), key, stamp }),
  fc.record({ type: fc.constant('relist' as const), key }),
  fc.record({ type: fc.constant('set' as const), key, stamp, row, state }),
  fc.record({ type: fc.constant('remove' as const), key }),
  fc.record({ type: fc.constant('removeLayer' as const), layerKey }),
  fc.record({ type: fc.constant('addLayer' as const), layerKey }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

async function apply(catalog: Catalog, model: Model, step: Change): Promise<void> {
  const layer = 'key' in step ? unitOf(step.key).group : layerOf(step.layerKey);
  const known = model.get(layer.key);
  const files = known ?? new Map<string, Known>();
  switch (step.type) {
    case 'addLayer':
      catalog.addLayer(layer);
      break;
    case 'removeLayer':
      await catalog.removeLayer(layer.key);
      model.delete(layer.key);
      return;
    case 'remove':
      catalog.remove(step.key);
      files.delete(step.key);
      return;
    case 'set':
      catalog.set(layer, step.key, step.stamp, step.row, step.state);
      files.set(step.key, { stamp: step.stamp, state: step.state, row: step.row });
      break;
    case 'list':
    case 'relist': {
      const before = files.get(step.key);
      if (step.type === 'relist' && !before) return;
      const now = step.type === 'list' ? step.stamp : before!.stamp;
      catalog.list(layer, step.key, now);
      const same = before?.stamp.size === now.size && before.stamp.modified === now.modified;
      const listed = before ?? { state: 'listed', row: undefined };
      const changed = listed.state === 'exact' && !same ? 'provisional' : listed.state;
      files.set(step.key, { ...listed, stamp: now, state: changed });
      break;
    }
  }
  model.set(layer.key, files);
}

function compare(catalog: Catalog, model: Model): void {
  const all = [...model.values()].flatMap((files) =>
    [...files].map(([key, known]) => ({ ...unitOf(key), ...known })),
  );
  assert.equal(catalog.size, all.length);
  for (const each of ['listed', 'provisional', 'exact'] as const)
    assert.equal(catalog.tally(each), all.filter((known) => known.state === each).length);
  assert.deepEqual(new Set(catalog.layers.map(({ key }) => key)), new Set(model.keys()));
  for (const [key, files] of model) assert.equal(catalog.countOf(key), files.size);
  for (const known of all) {
    const id = catalog.find(known.unit.key)!;
    assert.deepEqual(catalog.layer(id), known.group);
    assert.deepEqual(catalog.unit(id), known.unit);
    assert.equal(catalog.key(id), known.unit.key);
    assert.equal(catalog.number(id), known.unit.number);
    assert.deepEqual(catalog.stamp(id), known.stamp);
    assert.equal(catalog.state(id), known.state);
    assert.deepEqual(catalog.row(id), known.row);
    assert.equal(catalog.failed(id), known.row?.failure !== undefined);
    assert.equal(catalog.faulty(id), (known.row?.problemCount ?? 0) > 0);
  }
  const compare = (a: Unit, b: Unit) =>
    a.number - b.number || Number(a.key > b.key) - Number(a.key < b.key);
  const sorted = all.sort((a, b) => compare(a.group, b.group) || compare(a.unit, b.unit));
  assert.deepEqual(
    [...catalog.inOrder()],
    sorted.map(({ unit }) => catalog.find(unit.key)),
  );
}

describe('a catalog after any operations', () => {
  it('equals a plain map', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 60, size: 'max' }), async (steps) => {
        const catalog = new Catalog(openai);
        const model: Model = new Map();
        for (const step of steps) await apply(catalog, model, step);
        compare(catalog, model);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  it('does so beyond its initial capacity', async () => {
    const catalog = new Catalog(openai);
    const model: Model = new Map();
    const rows = fc.sample(row, { ...seeded, numRuns: 50 });
    for (let i = 0; i < 4000; i++) {
      const file = { key: `${i % 3}/${i}.jsonl`, stamp: { size: i, modified: i * 1e9 } };
      await apply(catalog, model, { type: 'list', ...file });
      if (i % 5 > 0) {
        const state = i % 2 ? 'exact' : 'provisional';
        await apply(catalog, model, { type: 'set', ...file, row: rows[i % 50]!, state });
      }
    }
    compare(catalog, model);
  });
});
