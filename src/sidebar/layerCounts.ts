import { orNothing } from '../catalog/orNothing.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import type { LayerNode } from './nodes.ts';

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
  return count !== undefined || parent.known.directory.catalog.countOf(layer.key) !== undefined;
}

async function count(node: LayerNode): Promise<void> {
  // A layer that cannot be listed says so when it is expanded.
  const neurons = await orNothing(node.parent.known.directory.neurons(node.layer));
  if (neurons.length > 0) node.count = neurons.length;
}
