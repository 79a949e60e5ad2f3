import * as vscode from 'vscode';
import { type ScoreSummary, summariseLayer } from '../catalog/rows/layerSummary.ts';
import { countMatches } from '../catalog/search/neuronFilter.ts';
import type { TreeState } from './items.ts';
import type { LayerNode } from './nodes.ts';
import { formatCount, neuronCount } from '../text/number.ts';
import { scoresInBrief, summaryMarkdown, unreadableCount } from './scoreText.ts';

export function layerItem(node: LayerNode, state: TreeState): vscode.TreeItem {
  const label = vscode.l10n.t('Layer {0}', node.layer.label);
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, state.isOpen(node) ? Expanded : Collapsed);
  const description = (describeMatches(node, state) ?? describeLayer(node)).join(' · ');
  item.id = node.id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('layers');
  const isPartial = state.progress(node.parent.known.directory)?.state === 'partial';
  item.contextValue = isPartial ? 'layer.partial' : 'layer';
  item.accessibilityInformation = {
    label: description === '' ? label : `${label}: ${description}`,
  };
  return item;
}

export function layerTooltip(node: LayerNode): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown(`**${vscode.l10n.t('Layer {0}', node.layer.label)}**\n\n`);
  const summary = summaryOf(node);
  if (summary) tooltip.appendMarkdown(summaryMarkdown(summary));
  else if (node.count !== undefined) tooltip.appendMarkdown(neuronCount(node.count));
  return tooltip;
}

/** The median is first, because a narrow sidebar cuts the end. */
function describeLayer(node: LayerNode): string[] {
  const summary = summaryOf(node);
  const count = node.parent.known.directory.declared?.neurons ?? summary?.count ?? node.count;
  const failure = node.parent.known.directory.failure(node.layer.key);
  const { median, best } = (summary && scoresInBrief(summary)) ?? {};
  return [
    ...(failure ? [failure.reason] : []),
    ...(median === undefined ? [] : [vscode.l10n.t('{0} median', median)]),
    ...(summary && summary.failed > 0 ? [unreadableCount(summary.failed)] : []),
    ...(count === undefined ? [] : [neuronCount(count)]),
    ...(best === undefined ? [] : [vscode.l10n.t('best {0}', best)]),
  ];
}

/** How many neurons match the filter; undefined without a filter or before the layer is listed. */
function describeMatches(node: LayerNode, { query }: TreeState): string[] | undefined {
  const { directory } = node.parent.known;
  const count = query && countMatches(directory, node.layer, query);
  const total = directory.catalog.countOf(node.layer.key);
  if (!count || total === undefined) return undefined;
  return [
    vscode.l10n.t('{0} of {1}', formatCount(count.matching), neuronCount(total)),
    ...(count.unread > 0 ? [vscode.l10n.t('{0} pending', formatCount(count.unread))] : []),
  ];
}

function summaryOf({ parent, layer }: LayerNode): ScoreSummary | undefined {
  return summariseLayer(parent.known.directory.catalog, layer.key);
}
