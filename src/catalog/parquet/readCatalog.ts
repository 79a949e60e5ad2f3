import { parquetMetadata } from 'hyparquet';
import type { Keys } from '../../dialects/dialect.ts';
import type { Catalog } from '../rows/catalog.ts';
import { breathe } from '../slices.ts';
import { addRows, readColumns } from './columns.ts';
import { checkSeal } from './digest.ts';
import { checkValue, directoryKey, reader, readerKey, version, versionKey } from './schema.ts';

/**
 * Reads the output of `writeCatalog` for `directory` into a catalog, in slices. Rows already in the
 * catalog are newer, and stay. Rejects with an `Error` that gives the reason if the bytes are
 * damaged, from another program, or for another version or directory. The catalog is then
 * unchanged.
 */
export async function readCatalog(
  bytes: Uint8Array,
  directory: string,
  keys: Keys,
  catalog: Catalog,
): Promise<void> {
  const whole = bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  const file = whole.buffer as ArrayBuffer;
  // First, since a Parquet reader may loop forever on damaged bytes.
  await checkSeal(new Uint8Array(file));
  const metadata = parquetMetadata(file);
  checkValue(metadata, versionKey, version);
  checkValue(metadata, readerKey, reader);
  checkValue(metadata, directoryKey, directory);
  for (const group of metadata.row_groups) {
    const columns = await readColumns(file, metadata, group, catalog.scoreKinds);
    await addRows(columns, keys, catalog, (known, stamp) =>
      known === undefined || catalog.state(known) === 'listed'
        ? { stamp, state: 'exact' }
        : undefined,
    );
    await breathe();
  }
}
