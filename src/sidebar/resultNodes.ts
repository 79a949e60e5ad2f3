import { neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { PinnedResults } from '../search/pinnedResults.ts';
import type { ResultNode, ResultsNode } from './nodes.ts';

/** The node of the results of a search, and those below it; undefined where there are none, or all their files are gone. */
export interface ResultNodes {
  readonly top: ResultsNode;
  readonly children: readonly ResultNode[];
}

/** `before` is the node as it was, if it was there: it stays the same object. */
export function resultNodes(
  { query, results }: PinnedResults,
  before: ResultsNode | undefined,
): ResultNodes | undefined {
  if (query === undefined || results.length === 0) return undefined;
  const top: ResultsNode = before ?? { kind: 'results', id: 'results', query, count: 0 };
  top.query = query;
  top.count = results.length;
  // A neuron can be there by several of its explanations.
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
