import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import {
  missingRow,
  type NeuronRow,
  preferredScore,
  type RowExplanation,
} from '../catalog/rows/neuronRow.ts';
import { isNoted, type NeuronNote } from '../catalog/rows/neuronNotes.ts';
import { gradeOf } from '../model/score.ts';
import { displayExplanation, displayScore, provisionalMark, visible } from '../text/display.ts';
import { formatCount } from '../text/number.ts';
import { commands, scoreColours } from '../names.ts';
import { noteLines, verdictNames } from '../notes/notes.ts';
import { wholePath } from '../workspace/place.ts';
import type { TreeState } from './items.ts';
import { marksUri } from './marks.ts';
import type { MoreNode, NeuronNode, ResultNode } from './nodes.ts';
import { appendPlainText } from './plainMarkdown.ts';

export function neuronItem(node: NeuronNode, state: TreeState): vscode.TreeItem {
  const known = knownOf(node);
  // In a flat list, nothing above it names its layer.
  const isFlat = node.parent.kind === 'directory';
  const item = openable(node, isFlat ? neuronId(node.neuron) : node.neuron.unit.label);
  const note = noteOf(node.neuron);
  item.contextValue = contextOf(node, note, state);
  if (known) item.description = describe(known);
  if (note) mark(item, note);
  item.iconPath = neuronIcon(node.neuron, known);
  const label = spoken(node, known, note);
  if (label !== undefined) item.accessibilityInformation = { label };
  return item;
}

/** Shows the explanation that matched, not the best. */
export function resultItem(node: ResultNode, state: TreeState): vscode.TreeItem {
  const { explanation } = node.result;
  const item = openable(node, neuronId(node.neuron));
  const note = noteOf(node.neuron);
  item.contextValue = contextOf(node, note, state);
  item.description = describeExplanation(explanation, state.nameOf(node.neuron.directory));
  if (note) mark(item, note);
  item.iconPath = scoreIcon(node.neuron, explanation);
  item.accessibilityInformation = {
    label: `${spokenName(node.neuron, note)}, ${item.description}`,
  };
  return item;
}

/** What menus ask for: the kind of row, and marks in this order. */
function contextOf(
  { kind, neuron: { directory } }: NeuronNode | ResultNode,
  note: NeuronNote | undefined,
  { isInNeuronpedia }: TreeState,
): string {
  const contextValue: string[] = [kind];
  if (isInNeuronpedia(directory)) contextValue.push('neuronpedia');
  if (note?.starred) contextValue.push('starred');
  return contextValue.join('.');
}

export function moreItem(node: MoreNode): vscode.TreeItem {
  const item = openable(node, vscode.l10n.t('Show More'));
  const [shown, total] = [formatCount(node.shown), formatCount(node.total)];
  item.description = vscode.l10n.t('{0} of {1}', shown, total);
  item.iconPath = icons.more;
  item.contextValue = 'more';
  return item;
}

function openable({ id }: NeuronNode | ResultNode | MoreNode, label: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.command = openCommand;
  return item;
}

/**
 * No arguments: a node's are dropped when it is redrawn, and a click on it then fails. Resolving
 * the command on click fails too, although it would send less for thousands of items.
 */
const openCommand = {
  command: commands.openSelectedNeuron,
  title: vscode.l10n.t('Open Neuron'),
};

interface Known {
  readonly row: NeuronRow;
  /** The explanation to show. */
  readonly shown: RowExplanation | undefined;
  readonly provisional: boolean;
}

function knownOf({ neuron, explanation }: NeuronNode): Known | undefined {
  const { catalog } = neuron.directory;
  const id = catalog.find(neuron.unit.key);
  const row = id === undefined ? undefined : catalog.row(id);
  if (id === undefined || !row) return undefined;
  // The row may have changed since the neurons were sorted.
  const isCurrent = explanation !== undefined && catalog.explanations.owners[explanation] === id;
  const shown = isCurrent ? catalog.explanations.get(explanation) : row.explanations[0];
  return { row, shown, provisional: catalog.state(id) === 'provisional' };
}

/** Only for known directories. Undefined for the vast majority, which have no note. */
function noteOf({ directory, unit }: NeuronRef): NeuronNote | undefined {
  return directory.notes.find(unit.key);
}

/** Only for the few rows with marks: VS Code gets a URI with each of them. */
function mark(item: vscode.TreeItem, note: NeuronNote): void {
  const uri = marksUri(note);
  if (uri) item.resourceUri = uri;
}

function describe({ row, shown, provisional }: Known): string {
  if (row === missingRow) return notThere;
  if (row.failure !== undefined) return row.failure;
  const marks = [...(provisional ? [provisionalMark] : []), ...(row.problemCount > 0 ? ['⚠'] : [])];
  if (!shown) return [...marks, noExplanations].join(' ');
  const others = row.explanations.length - 1;
  const more = others > 0 ? ` (+${others})` : '';
  return `${[...marks, describeExplanation(shown)].join(' ')}${more}`;
}

/** The score is first, because a narrow sidebar cuts the end. */
function describeExplanation(explanation: RowExplanation, directory?: string): string {
  const score = displayScore(preferredScore(explanation));
  const text = displayExplanation(explanation.text);
  return `${score}  ${directory === undefined ? '' : `${directory} · `}${text}`;
}

/** Looked up once for thousands of neurons. */
const noExplanations = vscode.l10n.t('no explanations');
const notThere = vscode.l10n.t('not in this data set');

/**
 * The accessible label; undefined if the visible text is enough. VS Code gets it for thousands of
 * items.
 */
function spoken(
  { neuron }: NeuronNode,
  known: Known | undefined,
  note: NeuronNote | undefined,
): string | undefined {
  if (known && isPlain(known) && !note) return undefined;
  const name = spokenName(neuron, note);
  if (!known) return vscode.l10n.t('{0}, pending', name);
  const { row, shown, provisional } = known;
  if (row === missingRow) return vscode.l10n.t('{0}, not in this data set', name);
  if (row.failure !== undefined) return vscode.l10n.t('{0}, unreadable: {1}', name, row.failure);
  const others = row.explanations.length - 1;
  return [
    name,
    !shown
      ? noExplanations
      : preferredScore(shown) === null
        ? vscode.l10n.t('no score')
        : vscode.l10n.t('score {0}', displayScore(preferredScore(shown))),
    ...(shown ? [displayExplanation(shown.text)] : []),
    ...(others > 0 ? [vscode.l10n.t('{0} more', others)] : []),
    ...(row.problemCount > 0 ? [problemCount(row)] : []),
    ...(provisional ? [vscode.l10n.t('preliminary')] : []),
  ].join(', ');
}

function spokenName(neuron: NeuronRef, note: NeuronNote | undefined): string {
  return [
    vscode.l10n.t('Neuron {0}', neuronId(neuron)),
    ...(note?.starred ? [vscode.l10n.t('starred')] : []),
    ...(note?.verdict ? [vscode.l10n.t('Your verdict: {0}', verdictNames[note.verdict])] : []),
    ...(note && note.note !== '' ? [vscode.l10n.t('with a note')] : []),
  ].join(', ');
}

/** Whether there is nothing to say but a score and an explanation. */
function isPlain({ row, shown, provisional }: Known): boolean {
  return !!shown && preferredScore(shown) !== null && row.problemCount === 0 && !provisional;
}

function problemCount({ problemCount }: NeuronRow): string {
  return problemCount === 1
    ? vscode.l10n.t('1 problem in the file')
    : vscode.l10n.t('{0} problems in the file', problemCount);
}

function neuronIcon(neuron: NeuronRef, known: Known | undefined): vscode.ThemeIcon {
  if (!known) return icons.unread;
  if (known.row === missingRow) return icons.missing;
  return known.row.failure !== undefined ? icons.failed : scoreIcon(neuron, known.shown);
}

/** From blue to grey: red and yellow would say that the file has errors. */
function scoreIcon(
  { directory }: NeuronRef,
  explanation: RowExplanation | undefined,
): vscode.ThemeIcon {
  const [kind] = directory.catalog.scoreKinds;
  const grade = kind && explanation ? gradeOf(kind, preferredScore(explanation)) : null;
  return icons[grade ?? 'unscored'];
}

const icon = (name: string, colour: string) =>
  new vscode.ThemeIcon(name, new vscode.ThemeColor(colour));
const icons = {
  more: new vscode.ThemeIcon('ellipsis'),
  unread: new vscode.ThemeIcon('circle-small-filled'),
  missing: icon('circle-slash', 'disabledForeground'),
  failed: icon('error', 'list.errorForeground'),
  good: icon('circle-filled', scoreColours.good),
  fair: icon('circle-filled', scoreColours.fair),
  poor: icon('circle-filled', scoreColours.poor),
  unscored: icon('circle-outline', 'disabledForeground'),
};

/**
 * A neuron's explanations with their scores. Not a string, which VS Code would use as the row's
 * accessible name.
 */
export function neuronTooltip(neuron: NeuronRef): vscode.MarkdownString | undefined {
  const { directory, group, unit } = neuron;
  const id = directory.catalog.find(unit.key);
  const row = id === undefined ? undefined : directory.catalog.row(id);
  if (id === undefined || !row) return undefined;
  const provisional = directory.catalog.state(id) === 'provisional';
  const problems = row.problemCount > 0 && row.failure === undefined;
  const left = row.problemCount - row.problems.length;
  const note = noteOf(neuron);
  const lines = [
    vscode.l10n.t('Layer {0}, neuron {1}', group.label, unit.label),
    ...(row.failure === undefined
      ? row.explanations.map((each) => describeExplanation(each))
      : [row.failure]),
    ...(problems ? [problemCount(row), ...row.problems.map((problem) => `– ${problem}`)] : []),
    ...(problems && left > 0 ? [vscode.l10n.t('– and {0} more', left)] : []),
    ...(provisional ? [vscode.l10n.t('Preliminary: only part of the file has been read.')] : []),
    ...(note && isNoted(note) ? noteLines(note) : []),
    visible(wholePath(vscode.Uri.parse(neuronUri(neuron)))),
  ];
  const tooltip = new vscode.MarkdownString();
  appendPlainText(tooltip, lines.join('\n'));
  return tooltip;
}
