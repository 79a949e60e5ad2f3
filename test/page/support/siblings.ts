import { readFileSync } from 'node:fs';
import { decodeSibling } from '../../../src/format/siblingFile.ts';
import type { SiblingKind } from '../../../src/format/siblingPaths.ts';
import { relatedData } from '../../../src/neuron/host/relatedDataContent.ts';
import type { RelatedData } from '../../../src/neuron/contract/relatedDataProtocol.ts';
import { type HostNeuron, showMessage } from './messages.ts';
import type { NeuronPage } from './neuronPage.ts';

/** A sibling of this JSON, as the host sends it; the directory has the neurons of layer 0 only. */
export function siblingOf(kind: SiblingKind, json: unknown): RelatedData {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  return dataOf(kind, bytes, 'folder/5/131.json');
}

export function readSiblingData(kind: SiblingKind, path: string): RelatedData {
  return dataOf(kind, readFileSync(path), path.split('/').slice(-4).join('/'));
}

function dataOf(kind: SiblingKind, bytes: Uint8Array, path: string): RelatedData {
  return relatedData(decodeSibling(kind, bytes), path, ({ layer }) =>
    layer === 0 ? { explanation: ' words of the sea' } : undefined,
  );
}

/** Shows a neuron that has these siblings. */
export async function showWith(
  page: NeuronPage,
  neuron: HostNeuron,
  siblings: readonly RelatedData[],
  missing: readonly string[] = [],
): Promise<void> {
  const found = siblings.map(({ kind }) => kind);
  const document = { ...neuron.document, relatedData: { found, missing } };
  page.host = ({ name, argument }) => {
    if (name === 'analysis') return { ok: neuron.analysis(argument.explanation) };
    if (name === 'activations') return { ok: neuron.activations(argument.explanation) };
    if (name !== 'relatedData') return { ok: null };
    const data = siblings.find(({ kind }) => kind === argument.kind);
    return data ? { ok: data } : { error: 'The file is gone.' };
  };
  const explanation = document.explanations[0]?.index ?? 0;
  const sequences = neuron.sequences.get(explanation) ?? [];
  await page.send(showMessage(document, sequences, { explanation }));
  await page.page.locator('h1').waitFor();
}
