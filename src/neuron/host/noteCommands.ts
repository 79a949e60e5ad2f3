import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { type NeuronNote, type Verdict, verdicts } from '../../catalog/rows/neuronNotes.ts';
import { commands, contextKeys } from '../../names.ts';
import { type ActiveNeuron, tellToOpen } from './activeNeuron.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import type { Directories } from '../../workspace/directories.ts';
import { NotesError, tellOf } from '../../notes/folderNotes.ts';
import { type Notes, verdictNames } from '../../notes/notes.ts';
import { neuronCount } from '../../text/number.ts';

type Neurons = readonly [NeuronRef, ...NeuronRef[]];

/** Commands on the notes of neurons: those of their arguments, else the active one. */
export function registerNoteCommands(
  notes: Notes,
  directories: Directories,
  active: ActiveNeuron,
  panels: NeuronPanels,
): vscode.Disposable {
  const register = (
    command: string,
    changeOf: (neurons: Neurons, value: unknown) => Promise<Partial<NeuronNote> | undefined>,
  ) =>
    vscode.commands.registerCommand(command, async (argument: unknown, value: unknown) => {
      const [first, ...others] = active.all(argument, value);
      if (!first) {
        void tellToOpen();
        return;
      }
      await Promise.all([first, ...others].map((neuron) => notes.ready(neuron)));
      const change = await changeOf([first, ...others], value);
      if (change) await apply(notes, [first, ...others], change);
    });
  const titleOf = ([first, ...others]: Neurons) =>
    others.length === 0 ? directories.titleOf(first) : neuronCount(1 + others.length);
  const followStar = () =>
    void vscode.commands.executeCommand(
      'setContext',
      contextKeys.starred,
      panels.active !== undefined && notes.of(panels.active.shown).starred,
    );
  followStar();
  return vscode.Disposable.from(
    register(commands.star, () => Promise.resolve({ starred: true })),
    register(commands.unstar, () => Promise.resolve({ starred: false })),
    register(commands.setVerdict, (neurons, value) =>
      askForVerdict(notes, neurons, titleOf(neurons), value),
    ),
    register(commands.editNote, (neurons) => askForNote(notes, neurons, titleOf(neurons))),
    panels.onDidChange(followStar),
    notes.onDidChange(followStar),
  );
}

async function apply(notes: Notes, neurons: Neurons, change: Partial<NeuronNote>): Promise<void> {
  try {
    await notes.changeAll(neurons, change);
  } catch (error) {
    if (!(error instanceof NotesError)) throw error;
    void tellOf(error);
  }
}

async function askForVerdict(
  notes: Notes,
  neurons: Neurons,
  title: string,
  value: unknown,
): Promise<Partial<NeuronNote> | undefined> {
  const known = choices().find(({ verdict }) => verdict === value);
  // The tree passes its selected nodes as the second argument.
  if (known) return { verdict: known.verdict };
  const now = shared(neurons.map((neuron) => notes.of(neuron).verdict));
  const items = choices().map((item) => ({
    ...item,
    ...(item.verdict === now && { description: vscode.l10n.t('current') }),
  }));
  const answer = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Verdict on the Explanation of {0}', title),
    placeHolder: vscode.l10n.t('Is the best explanation right?'),
  });
  return answer && { verdict: answer.verdict };
}

/** The value of all; undefined if they differ. */
function shared<T>([first, ...others]: readonly T[]): T | undefined {
  return others.every((other) => other === first) ? first : undefined;
}

interface VerdictItem extends vscode.QuickPickItem {
  readonly verdict: Verdict | null;
}

function choices(): VerdictItem[] {
  const details: Readonly<Record<Verdict, string>> = {
    right: vscode.l10n.t('The explanation describes when the neuron is active'),
    partly: vscode.l10n.t('The explanation is too narrow or too broad'),
    wrong: vscode.l10n.t('The neuron is active for something else'),
  };
  return [
    ...verdicts.map((verdict) => ({
      label: verdictNames[verdict],
      detail: details[verdict],
      verdict,
    })),
    { label: vscode.l10n.t('None'), detail: vscode.l10n.t('No verdict'), verdict: null },
  ];
}

async function askForNote(
  notes: Notes,
  neurons: Neurons,
  title: string,
): Promise<Partial<NeuronNote> | undefined> {
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', title),
    prompt: vscode.l10n.t('Leave empty to remove the note'),
    value: shared(neurons.map((neuron) => notes.of(neuron).note)) ?? '',
  });
  return note === undefined ? undefined : { note: note.trim() };
}
