import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import type { NeuronRow } from '../../../../src/catalog/rows/neuronRow.ts';
import { readCatalog } from '../../../../src/catalog/parquet/readCatalog.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import type { FileStamp } from '../../../../src/files/fileSource.ts';
import { unitOf } from '../support/keys.ts';
import { key, row, stamp } from '../support/rows.ts';

export const directory = 'file:///data/explanations';

/** One neuron of a catalog. */
export interface Entry {
  readonly key: string;
  readonly stamp: FileStamp;
  readonly row: NeuronRow;
}

/** What a catalog may hold, no two of one file. */
export const entries = fc.uniqueArray(fc.record({ key, stamp, row }), {
  selector: (entry) => entry.key,
  maxLength: 40,
  size: 'max',
});

export function catalogWith(all: readonly Entry[]): Catalog {
  const catalog = new Catalog(openai);
  for (const each of all)
    catalog.set(unitOf(each.key).group, each.key, each.stamp, each.row, 'exact');
  return catalog;
}

/** All that a catalog has of its neurons, in order. */
export function contentOf(catalog: Catalog) {
  return [...catalog.inOrder()].map((id) => ({
    layer: catalog.layer(id),
    unit: catalog.unit(id),
    stamp: catalog.stamp(id),
    state: catalog.state(id),
    row: catalog.row(id),
  }));
}

export async function readBack(bytes: Uint8Array): Promise<Catalog> {
  const catalog = new Catalog(openai);
  await readCatalog(bytes, directory, openai, catalog);
  return catalog;
}

export function assertSame(found: Catalog, expected: Catalog): void {
  assert.deepEqual(contentOf(found), contentOf(expected));
}
