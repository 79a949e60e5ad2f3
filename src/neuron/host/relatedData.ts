import * as vscode from 'vscode';
import type { ExplanationDirectory, NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { findNeuron } from '../../catalog/rows/neighbours.ts';
import { orNothing } from '../../catalog/orNothing.ts';
import { displayId } from '../../text/display.ts';
import type { DecodedSibling } from '../../format/siblingFile.ts';
import type { SiblingKind } from '../../format/siblingPaths.ts';
import { relatedPaths } from '../../dialects/openai/dialect.ts';
import { parseConnectedName } from '../../format/siblings.ts';
import { commands } from '../../names.ts';
import type { FileToRead } from './neuronJobs.ts';
import { fileToRead, type NeuronReader } from './neuronReader.ts';
import { type Lookup, relatedData } from './relatedDataContent.ts';
import type { RelatedData, RelatedDataFound } from '../contract/relatedDataProtocol.ts';

/**
 * Related data that exists. What cannot be determined counts as missing. A store is not asked for
 * each file before someone looks at it: all kinds count as found that may be there.
 */
export async function findRelatedData({ directory, unit }: NeuronRef): Promise<RelatedDataFound> {
  const { source } = directory;
  const paths = relatedPaths(source, directory.path, unit.key);
  if (source.isRemote) {
    const mayExist = await relatedInStore(directory);
    const found = paths.filter((each) => mayExist(each)).map(({ kind }) => kind);
    return { found: [...new Set(found)], missing: [] };
  }
  const there = await Promise.all(
    paths.map(({ path }) =>
      source.stat(path).then(
        (stamp) => stamp !== undefined,
        () => false,
      ),
    ),
  );
  const found = new Set(paths.filter((_, i) => there[i]).map(({ kind }) => kind));
  return {
    found: [...found],
    missing: paths.filter(({ kind }) => !found.has(kind)).map(({ shown }) => shown),
  };
}

type RelatedPath = ReturnType<typeof relatedPaths>[number];
const foldersBeside = new WeakMap<ExplanationDirectory, Promise<ReadonlySet<string> | undefined>>();

/** By what was declared, else by one listing of the folders beside the directory. */
async function relatedInStore(
  directory: ExplanationDirectory,
): Promise<(path: RelatedPath) => boolean> {
  const { declared, source, path } = directory;
  if (declared) return ({ kind }) => declared.related?.includes(kind) ?? true;
  const listing =
    foldersBeside.get(directory) ??
    source.readDirectory(source.join(path, '..')).then(
      (entries) => new Set(entries.map(({ name }) => name)),
      () => undefined,
    );
  foldersBeside.set(directory, listing);
  const names = await listing;
  return ({ shown }) => names?.has(shown.slice(0, shown.indexOf('/'))) ?? true;
}

/** Only within the directory: a connection in a file must not lead elsewhere. */
export async function openConnected(
  { directory }: NeuronRef,
  { layer, neuron }: { readonly layer: number; readonly neuron: number },
): Promise<void> {
  const target = await findNeuron(directory, { layer, neuron });
  if (!target) {
    const id = displayId({ layer, neuron });
    throw new Error(vscode.l10n.t('Neuron {0} is not in this directory.', id));
  }
  await vscode.commands.executeCommand(commands.openNeuron, target);
}

/** Rejects if the file no longer exists. */
export async function loadRelatedData(
  neuron: NeuronRef,
  kind: SiblingKind,
  reader: NeuronReader,
): Promise<RelatedData> {
  const { directory, unit } = neuron;
  const { source } = directory;
  const paths = relatedPaths(source, directory.path, unit.key);
  for (const each of paths) {
    if (each.kind !== kind) continue;
    const decoded = await reader.relatedData(source, each.path, each.kind);
    if (decoded) return relatedData(decoded, each.shown, await lookupOf(neuron, decoded));
  }
  throw new Error(
    source.isRemote
      ? vscode.l10n.t('This data set has no such file for this neuron.')
      : vscode.l10n.t('The file was deleted.'),
  );
}

/** The neuron's activation record, to be read by a worker. Null if there is none. */
export async function recordOf({ directory, unit }: NeuronRef): Promise<FileToRead | null> {
  const { source } = directory;
  for (const { kind, path } of relatedPaths(source, directory.path, unit.key)) {
    if (kind !== 'records') continue;
    if (source.isRemote) {
      const file = await fileToRead(source, path).catch(() => undefined);
      if (file) return file;
      continue;
    }
    if (!(await source.stat(path).catch(() => undefined))) continue;
    return (await fileToRead(source, path).catch(() => undefined)) ?? null;
  }
  return null;
}

/** What the directory knows of the neurons in a file of connections. */
async function lookupOf({ directory }: NeuronRef, decoded: DecodedSibling): Promise<Lookup> {
  if (decoded.kind !== 'connections') return () => undefined;
  const { cFc, cProj } = decoded.value;
  const names = [cFc, cProj].flatMap((side) =>
    side ? [...side.topPositiveNeurons, ...side.topNegativeNeurons] : [],
  );
  const layers = new Set(names.map((name) => parseConnectedName(name)?.layer));
  const known = new Map<string, NeuronRef>();
  for (const layer of await orNothing(directory.layers())) {
    if (!layers.has(layer.number)) continue;
    for (const neuron of await orNothing(directory.neurons(layer))) {
      known.set(displayId({ layer: layer.number, neuron: neuron.unit.number }), neuron);
    }
  }
  return (id) => {
    const neuron = known.get(displayId(id));
    if (!neuron) return undefined;
    return { explanation: directory.knownRow(neuron)?.explanations[0]?.text ?? null };
  };
}
