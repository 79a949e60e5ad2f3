import * as vscode from 'vscode';
import { summariseAll, summariseLayer } from '../catalog/rows/layerSummary.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { countAllMatches } from '../catalog/search/neuronFilter.ts';
import { visible } from '../text/display.ts';
import type { CatalogProgress } from '../workspace/catalogs.ts';
import { wholePath } from '../workspace/place.ts';
import type { TreeState } from './items.ts';
import type { DirectoryNode } from './nodes.ts';
import { appendPlainText } from './plainMarkdown.ts';
import { formatCount, neuronCount } from '../text/number.ts';
import { summaryMarkdown, unreadableCount } from './scoreText.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export function directoryItem(node: DirectoryNode, state: TreeState): vscode.TreeItem {
  const { id, known } = node;
  const item = new vscode.TreeItem(state.labelOf(known), state.alone ? Expanded : Collapsed);
  const description = describeDirectory(node, state);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('library');
  const isPartial = state.progress(known.directory)?.state === 'partial';
  const contextValue = ['directory', known.added && 'added', isPartial && 'partial'];
  item.contextValue = contextValue.filter(Boolean).join('.');
  item.accessibilityInformation = {
    label: vscode.l10n.t('Explanation directory {0} {1}', known.label, description).trim(),
  };
  return item;
}

/** Its indexing progress or number of neurons, and what the label leaves out of its path. */
export function describeDirectory({ known }: DirectoryNode, state: TreeState): string {
  const far = state.progress(known.directory);
  const failure = known.directory.failure();
  const rest = state.labelOf(known) === known.label ? known.description : known.label;
  const counts = far && (describeMatches(known.directory, far, state) ?? describeProgress(far));
  const failed = far?.state === 'done' ? unreadableIn(known.directory) : 0;
  const unreadable = failed > 0 && unreadableCount(failed);
  return [failure?.reason, counts, unreadable, rest].filter(Boolean).join(' · ');
}

function unreadableIn({ catalog }: ExplanationDirectory): number {
  const failed = catalog.layers.map(({ key }) => summariseLayer(catalog, key)?.failed ?? 0);
  return failed.reduce((sum, each) => sum + each, 0);
}

/** How many neurons match the filter; undefined without one or while indexing. */
function describeMatches(
  directory: ExplanationDirectory,
  { total, state }: CatalogProgress,
  { query }: TreeState,
): string | undefined {
  if (!query || state !== 'done') return undefined;
  const { matching } = countAllMatches(directory, query);
  return vscode.l10n.t('{0} of {1}', formatCount(matching), neuronCount(total));
}

function describeProgress({ exact, known, total, listed, state }: CatalogProgress): string {
  if (state === 'done') return neuronCount(total);
  if (state === 'partial')
    return vscode.l10n.t('{0} of {1} known', formatCount(known), formatCount(total));
  const read = listed
    ? vscode.l10n.t('{0} of {1} indexed', formatCount(exact), formatCount(total))
    : vscode.l10n.t('{0} indexed, {1} found so far', formatCount(exact), formatCount(total));
  return state === 'paused' ? vscode.l10n.t('{0}, paused', read) : read;
}

export function directoryTooltip(node: DirectoryNode, state: TreeState): vscode.MarkdownString {
  const { directory } = node.known;
  const tooltip = new vscode.MarkdownString();
  // The path is untrusted text.
  appendPlainText(tooltip, visible(wholePath(vscode.Uri.parse(directory.uri))));
  const { layers } = directory.catalog;
  if (layers.length === 0) return tooltip;
  const count =
    layers.length === 1
      ? vscode.l10n.t('1 layer')
      : vscode.l10n.t('{0} layers', formatCount(layers.length));
  tooltip.appendMarkdown(`\n\n${count} · ${summaryMarkdown(summariseAll(directory.catalog))}`);
  const progress = state.progress(directory);
  if (progress && progress.state !== 'done') {
    tooltip.appendMarkdown(`\n\n${describeProgress(progress)}`);
  }
  return tooltip;
}
