import type { NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { FlatLists } from './flatChildren.ts';
import { groupChildren, isFilteredOut, layerChildren } from './layerChildren.ts';
import type { DirectoryNode, MoreNode, Node, Nodes } from './nodes.ts';
import type { TreeChoices } from './treeChoices.ts';

interface Shown {
  readonly nodes: Nodes;
  readonly flat: FlatLists;
  readonly choices: TreeChoices;
  readonly showMore: (more: MoreNode) => void;
}

/** Whether the tree shows all neurons by their numbers. */
export function isInIndexOrder({ order, flat, query }: TreeChoices): boolean {
  return order === 'index' && !flat && query === undefined;
}

/**
 * The neuron after (`1`) or before (`-1`) another as the tree sorts and filters them: null at the
 * ends, undefined if the tree does not list the neuron. Rejects with a `FileError`.
 */
export async function besideInTree(
  node: DirectoryNode,
  neuron: NeuronRef,
  step: 1 | -1,
  shown: Shown,
): Promise<NeuronRef | null | undefined> {
  const { group, unit } = neuron;
  const { nodes, flat, choices, showMore } = shown;
  const placeIn = (neurons: readonly NeuronRef[]) =>
    neurons.findIndex((each) => each.unit.key === unit.key);
  if (choices.flat) {
    const rows = await flat.children(node, choices);
    const neurons = neuronsIn(rows, nodes);
    const place = placeIn(neurons);
    if (place < 0) return undefined;
    const last = rows.at(-1);
    if (neurons[place + step] || step < 0 || last?.kind !== 'more')
      return neurons[place + step] ?? null;
    showMore(last);
    return besideInTree(node, neuron, step, shown);
  }
  const { directory } = node.known;
  const layers = (await directory.layers()).filter(
    (layer) => layer.key === group.key || !isFilteredOut(directory, layer, choices.query),
  );
  const neuronsOf = async (layer: (typeof layers)[number]) =>
    neuronsIn(await layerChildren(nodes.layer(node, layer), nodes, choices), nodes);
  let at = layers.findIndex((layer) => layer.key === group.key);
  if (at < 0) return undefined;
  const inLayer = await neuronsOf(layers[at]!);
  const place = placeIn(inLayer);
  if (place < 0) return undefined;
  if (inLayer[place + step]) return inLayer[place + step];
  for (at += step; at >= 0 && at < layers.length; at += step) {
    const neurons = await neuronsOf(layers[at]!);
    const nearest = step > 0 ? neurons[0] : neurons.at(-1);
    if (nearest) return nearest;
  }
  return null;
}

function neuronsIn(rows: readonly Node[], nodes: Nodes): NeuronRef[] {
  return rows.flatMap((row) => {
    if (row.kind === 'neuron') return [row.neuron];
    return row.kind === 'group' ? groupChildren(row, nodes).map(({ neuron }) => neuron) : [];
  });
}
