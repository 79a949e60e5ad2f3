import * as vscode from 'vscode';
import { summariseAll } from '../catalog/rows/layerSummary.ts';
import { visible } from '../text/display.ts';
import type { CatalogProgress } from '../workspace/catalogs.ts';
import type { TreeState } from './items.ts';
import type { DirectoryNode } from './nodes.ts';
import { appendPlainText } from './plainMarkdown.ts';
import { formatCount, neuronCount } from '../text/number.ts';
import { summaryMarkdown } from './scoreText.ts';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

export function directoryItem(node: DirectoryNode, state: TreeState): vscode.TreeItem {
  const { id, known } = node;
  const item = new vscode.TreeItem(known.label, state.alone ? Expanded : Collapsed);
  const description = describeDirectory(node, state);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon('library');
  item.contextValue = known.added ? 'directory.added' : 'directory';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Explanation directory {0} {1}', known.label, description).trim(),
  };
  return item;
}

/** What distinguishes the directory, and its indexing progress or number of neurons. */
export function describeDirectory({ known }: DirectoryNode, { progress }: TreeState): string {
  const far = progress(known.directory);
  const failure = known.directory.failure();
  return [known.description, failure?.reason, far && describeProgress(far)]
    .filter(Boolean)
    .join(' · ');
}

function describeProgress({ exact, total, listed, state }: CatalogProgress): string {
  if (state === 'done') return neuronCount(total);
  const read = listed
    ? vscode.l10n.t('{0} of {1} indexed', formatCount(exact), formatCount(total))
    : vscode.l10n.t('{0} indexed, {1} found so far', formatCount(exact), formatCount(total));
  return state === 'paused' ? vscode.l10n.t('{0}, paused', read) : read;
}

export function directoryTooltip(node: DirectoryNode, state: TreeState): vscode.MarkdownString {
  const { directory } = node.known;
  const tooltip = new vscode.MarkdownString();
  // The path is untrusted text.
  appendPlainText(tooltip, visible(vscode.Uri.parse(directory.uri).fsPath));
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
