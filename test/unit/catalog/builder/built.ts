import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildListener } from '../../../../src/catalog/build/buildState.ts';
import { CatalogBuilder } from '../../../../src/catalog/build/catalogBuilder.ts';
import type { CatalogReader } from '../../../../src/catalog/build/catalogReader.ts';
import type { Catalog } from '../../../../src/catalog/rows/catalog.ts';
import type { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import { decodeRow } from '../../../../src/catalog/rows/decodeRow.ts';
import { sourceFiles } from '../support/sourceFiles.ts';

/** Notes what a builder tells. */
export class Listener implements BuildListener {
  readonly changes: string[] = [];
  readonly faults: unknown[] = [];
  idles = 0;

  changed(layerKey: string): void {
    this.changes.push(layerKey);
  }
  idle(): void {
    this.idles++;
  }
  failed(error: unknown): void {
    this.faults.push(error);
  }
}

/** A builder over a directory, which retries at once, and who listens to it. */
export function builderOf(
  directory: ExplanationDirectory,
  reader: CatalogReader = sourceFiles(directory.source, directory.path),
) {
  const listener = new Listener();
  const builder = new CatalogBuilder(directory, reader, listener, 1);
  return { builder, listener };
}

/** Builds a catalog once, without a fault. */
export async function build(
  directory: ExplanationDirectory,
  reader?: CatalogReader,
): Promise<void> {
  const { builder, listener } = builderOf(directory, reader);
  await builder.start();
  await builder.finished();
  builder.dispose();
  assert.deepEqual(listener.faults, []);
}

export const pathsIn = (catalog: Catalog): string[] =>
  [...catalog.inOrder()].map((id) => catalog.key(id));

/** Neurons of a catalog by path, with the text of the best explanation, or why there is none. */
export function textsIn(catalog: Catalog): Record<string, string | undefined> {
  const all = [...catalog.inOrder()];
  return Object.fromEntries(
    pathsIn(catalog).map((path, i) => {
      const row = catalog.row(all[i]!);
      return [path, row && (row.failure ?? row.explanations[0]?.text)];
    }),
  );
}

/** Every row is what the full decoder says of the same bytes. */
export function assertExact(catalog: Catalog, root: string): void {
  for (const id of catalog.inOrder()) {
    const path = catalog.key(id);
    const place = { layer: catalog.layer(id).number, neuron: catalog.number(id) };
    assert.equal(catalog.state(id), 'exact', path);
    assert.deepEqual(catalog.row(id), decodeRow(readFileSync(join(root, path)), place), path);
  }
}

/** Resolves when `holds` does: something that comes by itself, in whatever time. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** What waits until someone opens it. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
