import * as vscode from 'vscode';
import { neuronId } from '../catalog/explanationDirectory.ts';
import type { NeuronRow } from '../catalog/neuronRow.ts';
import { displayExplanation, displayScore } from '../format/display.ts';
import { commands } from '../names.ts';
import type { DirectoryNode, LayerNode, MessageNode, NeuronNode, Node } from './nodes.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** How a node looks. `alone`: it is the only directory, so it is open from the start. */
export function treeItem(node: Node, alone: boolean): vscode.TreeItem {
  switch (node.kind) {
    case 'directory':
      return directoryItem(node, alone);
    case 'layer':
      return layerItem(node);
    case 'neuron':
      return neuronItem(node);
    case 'message':
      return messageItem(node);
  }
}

function directoryItem({ id, known }: DirectoryNode, alone: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(known.label, alone ? Expanded : Collapsed);
  item.id = id;
  item.description = known.description;
  item.tooltip = vscode.Uri.parse(id).fsPath;
  item.iconPath = new vscode.ThemeIcon('library');
  item.contextValue = known.added ? 'directory.added' : 'directory';
  item.accessibilityInformation = {
    label: vscode.l10n.t('Explanation directory {0} {1}', known.label, known.description).trim(),
  };
  return item;
}

function layerItem({ id, layer, count }: LayerNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Layer {0}', layer.layer), Collapsed);
  item.id = id;
  if (count !== undefined) item.description = neuronCount(count);
  item.iconPath = new vscode.ThemeIcon('layers');
  item.contextValue = 'layer';
  return item;
}

function neuronCount(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 neuron')
    : vscode.l10n.t('{0} neurons', count.toLocaleString(vscode.env.language));
}

function neuronItem(node: NeuronNode): vscode.TreeItem {
  const { neuron } = node;
  const row = neuron.directory.knownRow(neuron);
  const item = new vscode.TreeItem(String(neuron.file.neuron), None);
  item.id = node.id;
  item.description = row && describeRow(row);
  item.iconPath = neuronIcon(row);
  item.contextValue = 'neuron';
  // Without arguments: those of a node are dropped when it is drawn anew, and a click on it then fails.
  item.command = {
    command: commands.openSelectedNeuron,
    title: vscode.l10n.t('Open Neuron'),
  };
  const label = vscode.l10n.t('Neuron {0}', neuronId(neuron));
  item.accessibilityInformation = { label: `${label} ${row ? describeRow(row) : ''}` };
  return item;
}

/** From which preferred score on an explanation is called good, and fair. */
const good = 0.7;
const fair = 0.4;

/** By its best explanation. The good end is blue, which everyone tells from red; the score stands beside. */
function neuronIcon(row: NeuronRow | undefined): vscode.ThemeIcon {
  const icon = (name: string, colour: string) =>
    new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
  if (!row) return new vscode.ThemeIcon('circle-small-filled');
  if (row.failure !== undefined) return icon('warning', 'list.warningForeground');
  const score = row.explanations[0]?.score ?? NaN;
  if (score >= good) return icon('circle-filled', 'charts.blue');
  if (score >= fair) return icon('circle-filled', 'charts.yellow');
  if (score < fair) return icon('circle-filled', 'charts.red');
  return icon('circle-outline', 'disabledForeground');
}

function describeRow({ explanations, failure }: NeuronRow): string {
  if (failure !== undefined) return failure;
  const [best] = explanations;
  if (!best) return vscode.l10n.t('no explanations');
  const more = explanations.length > 1 ? ` (+${explanations.length - 1})` : '';
  return `${displayScore(best.score)}  ${displayExplanation(best.text)}${more}`;
}

/** A neuron's explanations with their scores, for the tooltip. As text: a file's content is not Markdown. */
export function neuronTooltip({ neuron, id }: NeuronNode, row: NeuronRow): string {
  const lines = row.explanations.map(
    ({ text, score }) => `${displayScore(score)}  ${displayExplanation(text)}`,
  );
  const problems =
    row.problemCount > 0 && row.failure === undefined
      ? [vscode.l10n.t('{0} problems in the file', row.problemCount)]
      : [];
  return [
    vscode.l10n.t('Layer {0}, neuron {1}', neuron.layer.layer, neuron.file.neuron),
    ...(row.failure === undefined ? lines : [row.failure]),
    ...problems,
    vscode.Uri.parse(id).fsPath,
  ].join('\n');
}

function messageItem({ id, message, failed }: MessageNode): vscode.TreeItem {
  const item = new vscode.TreeItem(message, None);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(failed ? 'error' : 'info');
  return item;
}
