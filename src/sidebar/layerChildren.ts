import * as vscode from 'vscode';
import { arrange } from '../catalog/rows/arrange.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { countMatches, prepareFilter } from '../catalog/search/neuronFilter.ts';
import type { Query } from '../catalog/search/query.ts';
import { Slices } from '../catalog/slices.ts';
import type { Group } from '../model/unit.ts';
import type { GroupNode, LayerNode, MessageNode, NeuronNode, Nodes } from './nodes.ts';
import type { TreeChoices } from './treeChoices.ts';
import { orNothing } from '../catalog/orNothing.ts';
import type { Catalogs } from '../workspace/catalogs.ts';

/** The number of nodes to create before yielding. */
const atOnce = 1024;

/**
 * A layer's neurons as sorted and filtered, followed by the groups: all of them, or the first
 * `limit`. Rejects with a `FileError`.
 */
export async function layerChildren(
  node: LayerNode,
  nodes: Nodes,
  { order, query }: TreeChoices,
  limit = Infinity,
): Promise<(NeuronNode | GroupNode | MessageNode)[]> {
  const { directory } = node.parent.known;
  const listed = await directory.neurons(node.layer);
  node.count = listed.length;
  if (query) await prepareFilter(directory, query);
  const slices = new Slices();
  const { neurons, groups } = await arrange(directory, node.layer, listed, order, query, slices);
  const children: (NeuronNode | GroupNode)[] = [];
  for (const neuron of neurons) {
    // It may have been replaced during a wait.
    if (!nodes.isShown(node)) return [];
    children.push(nodes.neuron(node, neuron));
    if (children.length === limit) return children;
    if (children.length % atOnce === 0 && slices.due) await slices.rest();
  }
  if (!nodes.isShown(node)) return [];
  for (const [name, group] of groups) children.push(nodes.group(node, name, group));
  if (children.length > 0) return children;
  const message =
    listed.length === 0
      ? vscode.l10n.t('No neurons in this layer')
      : vscode.l10n.t('No neurons match the filter');
  return [nodes.message(node, message, false)];
}

export function groupChildren(node: GroupNode, nodes: Nodes): NeuronNode[] {
  return nodes.isShown(node) ? node.neurons.map((neuron) => nodes.neuron(node, neuron)) : [];
}

/** Whether no neuron of a layer matches the filter. Only if the whole layer is indexed. */
export function isFilteredOut(
  directory: ExplanationDirectory,
  layer: Group,
  query: Query | undefined,
): boolean {
  const count = query && countMatches(directory, layer, query);
  return count?.matching === 0 && count.unread === 0;
}

/** The number of layers counted in parallel. */
const countedAtOnce = 4;

/**
 * Counts layers that the catalog does not count, and reports some at a time. The catalog lists
 * every layer while it is built, so none is listed twice.
 */
export async function countLayers(
  nodes: readonly LayerNode[],
  catalogs: Catalogs,
  counted: (nodes: LayerNode[]) => void,
): Promise<void> {
  const left = nodes.filter((node) => !isCounted(node));
  for (let i = 0; i < left.length; i += countedAtOnce) {
    const some = left.slice(i, i + countedAtOnce).filter((node) => {
      const { directory } = node.parent.known;
      return !isCounted(node) && catalogs.progress(directory)?.state !== 'reading';
    });
    await Promise.all(some.map(count));
    if (some.length > 0) counted(some);
  }
}

function isCounted({ parent, layer, count }: LayerNode): boolean {
  return count !== undefined || parent.known.directory.countOf(layer.key) !== undefined;
}

async function count(node: LayerNode): Promise<void> {
  // A layer that cannot be listed says so when it is expanded.
  const neurons = await orNothing(node.parent.known.directory.neurons(node.layer));
  if (neurons.length > 0) node.count = neurons.length;
}
