import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../catalog/explanationDirectory.ts';
import { listAll, readRows } from '../catalog/scan.ts';
import { searchExplanations, type SearchResult } from '../catalog/search.ts';
import { displayExplanation, displayScore } from '../format/display.ts';
import type { NeuronPanels } from '../neuron/neuronPanels.ts';
import type { Directories } from '../workspace/directories.ts';
import { showReading } from './showReading.ts';

/** More than anyone scrolls through. */
const shown = 200;
/** How often the list follows what is being read, in milliseconds. */
const refreshInterval = 300;

interface ResultItem extends vscode.QuickPickItem {
  readonly neuron: NeuronRef;
}

/** The quick pick over all explanations of all directories. */
export async function searchCommand(directories: Directories, panels: NeuronPanels): Promise<void> {
  const pick = vscode.window.createQuickPick<ResultItem>();
  const keep: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('pin'),
    tooltip: vscode.l10n.t('Keep Open'),
  };
  pick.placeholder = vscode.l10n.t('Words of an explanation, in any order');
  pick.matchOnDescription = true;
  pick.busy = true;
  pick.show();

  const reading = new AbortController();
  let neurons: readonly NeuronRef[] = [];
  let read = 0;
  const update = () => {
    const { results, total } = searchExplanations(neurons, pick.value, shown);
    const several = new Set(neurons.map(({ directory }) => directory)).size > 1;
    const label = labels(directories);
    pick.items = results.map((result) => resultItem(result, keep, several ? label : undefined));
    pick.title = title(total, read, neurons.length);
  };
  const timer = setInterval(() => pick.busy && update(), refreshInterval);
  pick.onDidChangeValue(update);
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen) void panels.open(chosen.neuron);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void panels.open(item.neuron, { keep: true });
  });
  pick.onDidHide(() => {
    clearInterval(timer);
    reading.abort();
    pick.dispose();
  });

  neurons = await listAll(directories.all.map(({ directory }) => directory));
  update();
  await showReading(reading, (report) =>
    readRows(
      neurons,
      (progress) => {
        read = progress.read;
        report(progress);
      },
      reading.signal,
    ),
  );
  pick.busy = false;
  clearInterval(timer);
  update();
}

function labels(directories: Directories): ReadonlyMap<string, string> {
  return new Map(directories.all.map(({ directory, label }) => [directory.uri, label]));
}

function resultItem(
  { neuron, explanation }: SearchResult,
  keep: vscode.QuickInputButton,
  labels: ReadonlyMap<string, string> | undefined,
): ResultItem {
  const directory = labels?.get(neuron.directory.uri);
  return {
    neuron,
    label: neuronId(neuron),
    description: [displayScore(explanation.score), displayExplanation(explanation.text)].join('  '),
    ...(directory !== undefined && { detail: directory }),
    // The list is ours: matched and ranked already.
    alwaysShow: true,
    buttons: [keep],
  };
}

function title(total: number, read: number, all: number): string {
  const found =
    total === 1
      ? vscode.l10n.t('1 explanation')
      : vscode.l10n.t('{0} explanations', total.toLocaleString(vscode.env.language));
  if (read >= all) return found;
  return vscode.l10n.t(
    '{0} — {1} of {2} neurons read',
    found,
    read.toLocaleString(vscode.env.language),
    all.toLocaleString(vscode.env.language),
  );
}
