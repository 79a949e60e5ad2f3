import { neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { PinnedResults } from '../search/pinnedResults.ts';
import type { ResultNode, ResultsNode } from './nodes.ts';

/**
 * The node of the search results with its children. Undefined if there are none, or if all their
 * files are deleted.
 */
export interface ResultNodes {
  readonly top: ResultsNode;
  readonly children: readonly ResultNode[];
}

/** `before` is the previous node, which stays the same object. */
export function resultNodes(
  { query, results }: PinnedResults,
  before: ResultsNode | undefined,
): ResultNodes | undefined {
  if (query === undefined || results.length === 0) return undefined;
  const top: ResultsNode = before ?? { kind: 'results', id: 'results', query, count: 0 };
  top.query = query;
  top.count = results.length;
  // A neuron can occur several times, with different explanations.
  const times = new Map<string, number>();
  const children = results.map((result): ResultNode => {
    const { neuron } = result;
    const uri = neuronUri(neuron);
    const time = times.get(uri) ?? 0;
    times.set(uri, time + 1);
    return { kind: 'result', id: `${top.id}#${time}#${uri}`, parent: top, neuron, result };
  });
  return { top, children };
}
