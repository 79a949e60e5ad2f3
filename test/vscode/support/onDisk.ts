import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { isNeuronFileName } from '../../../src/format/directories.ts';

/** By layer and file, the text of the best explanation, or why there is none. */
export type Said = Record<string, Record<string, string>>;

/** What the directories below a folder say, each once, by its real path. */
export function onDisk(folder: string): Map<string, Said> {
  const found = new Map<string, Said>();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!isFolder(path)) continue;
    const said = saidBy(path);
    const isDirectory = Object.values(said).some((layer) => Object.keys(layer).length > 0);
    if (isDirectory) found.set(realpathSync(path), said);
  }
  return found;
}

function saidBy(directory: string): Said {
  const said: Said = {};
  for (const layer of readdirSync(directory)) {
    const path = join(directory, layer);
    if (!/^\d+$/.test(layer) || !isFolder(path)) continue;
    const files = readdirSync(path).filter(
      (name) =>
        isNeuronFileName(name) && statSync(join(path, name), { throwIfNoEntry: false })?.isFile(),
    );
    said[layer] = Object.fromEntries(
      files.map((name) => {
        const place = { layer: Number(layer), neuron: parseInt(name, 10) };
        const row = decodeRow(readFileSync(join(path, name)), place);
        return [name, row.failure ?? row.explanations[0]?.text ?? ''];
      }),
    );
  }
  return said;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
