import * as vscode from 'vscode';
import { type ExplanationDirectory, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import type { Query } from '../catalog/search/query.ts';
import type { CatalogProgress } from '../workspace/catalogs.ts';
import type { KnownDirectory } from '../workspace/directories.ts';
import { directoryItem } from './directoryItem.ts';
import { layerItem } from './layerItem.ts';
import { moreItem, neuronItem, resultItem } from './neuronItem.ts';
import type { GroupNode, LayerNode, MessageNode, Node, ResultNode, ResultsNode } from './nodes.ts';
import { formatCount } from '../text/number.ts';
import type { PinnedResults } from '../search/pinnedResults.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** State that affects the look of nodes. */
export interface TreeState {
  /** Whether this is the only directory. It is then expanded from the start. */
  readonly alone: boolean;
  /** Whether a layer is expanded, or was before a filter hid it. */
  readonly isOpen: (layer: LayerNode) => boolean;
  /** A directory's short name in the tree, unique in the window. */
  readonly labelOf: (known: KnownDirectory) => string;
  /** A directory's name if there are several; undefined if it is the only one. */
  readonly nameOf: (directory: ExplanationDirectory) => string | undefined;
  readonly query: Query | undefined;
  readonly progress: (directory: ExplanationDirectory) => CatalogProgress | undefined;
  readonly isInNeuronpedia: (directory: ExplanationDirectory) => boolean;
}

export function treeItem(node: Node, state: TreeState): vscode.TreeItem {
  switch (node.kind) {
    case 'results':
      return resultsItem(node);
    case 'result':
      return resultItem(node, state);
    case 'directory':
      return directoryItem(node, state);
    case 'layer':
      return layerItem(node, state);
    case 'group':
      return groupItem(node);
    case 'neuron':
      return neuronItem(node, state);
    case 'more':
      return moreItem(node);
    case 'message':
      return messageItem(node);
  }
}

function resultsItem({ id, query, count, current }: ResultsNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Search Results'), Expanded);
  const all = formatCount(count);
  const counts =
    current === undefined ? all : vscode.l10n.t('{0} of {1}', formatCount(current), all);
  item.id = id;
  item.description = `${counts} · ${query}`;
  item.tooltip = vscode.l10n.t('Results of the search: {0}', query);
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = 'results';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Search results for {0}: {1}', query, counts),
  };
  return item;
}

function groupItem({ id, parent, name, neurons }: GroupNode): vscode.TreeItem {
  const count = formatCount(neurons.length);
  const { label, tooltip, icon } = {
    unscored: {
      label: vscode.l10n.t('Undefined scores ({0})', count),
      tooltip: vscode.l10n.t('Neurons without a score, or with an undefined score'),
      icon: 'circle-outline',
    },
    failed: {
      label: vscode.l10n.t('Unreadable files ({0})', count),
      tooltip: vscode.l10n.t('Neurons whose files could not be read'),
      icon: 'warning',
    },
    unread: {
      label: vscode.l10n.t('Pending ({0})', count),
      tooltip: vscode.l10n.t('Neurons whose files are not indexed yet'),
      icon: 'circle-small-filled',
    },
  }[name];
  const item = new vscode.TreeItem(label, Collapsed);
  item.id = id;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Layer {0}: {1}', parent.layer.label, label),
  };
  return item;
}

function messageItem({ id, message, failed }: MessageNode): vscode.TreeItem {
  const item = new vscode.TreeItem(message, None);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(failed ? 'error' : 'info');
  item.accessibilityInformation = { label: message };
  return item;
}

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
  { query, results, current }: PinnedResults,
  before: ResultsNode | undefined,
): ResultNodes | undefined {
  if (query === undefined || results.length === 0) return undefined;
  const top: ResultsNode = before ?? { kind: 'results', id: 'results', query, count: 0 };
  top.query = query;
  top.count = results.length;
  top.current = current && results.indexOf(current) + 1;
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
