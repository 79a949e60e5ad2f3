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

/** While files are read, the list follows so often, in milliseconds; less often where a search takes long. */
const refreshInterval = 300;
const shareOfTime = 5;

interface ResultItem extends vscode.QuickPickItem {
  readonly result: SearchResult;
}

const keep: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pin'),
  tooltip: vscode.l10n.t('Keep Open'),
};

/** The quick pick over all explanations of all directories. */
export async function searchCommand(directories: Directories, panels: NeuronPanels): Promise<void> {
  const list = new ResultList(directories);
  const { pick } = list;
  const reading = new AbortController();
  pick.onDidAccept(() => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen) void panels.open(chosen.result.neuron);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void panels.open(item.result.neuron, { keep: true });
  });
  pick.onDidHide(() => {
    reading.abort();
    list.dispose();
  });
  pick.show();

  const neurons = await listAll(directories.all.map(({ directory }) => directory));
  list.begin(neurons);
  await showReading(reading, (report) =>
    readRows(
      neurons,
      (progress) => {
        list.read = progress.read;
        report(progress);
      },
      reading.signal,
    ),
  );
  list.end();
}

/** The quick pick and what is in it. */
class ResultList implements vscode.Disposable {
  readonly pick = vscode.window.createQuickPick<ResultItem>();
  read = 0;
  readonly #directories: Directories;
  #neurons: readonly NeuronRef[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor(directories: Directories) {
    this.#directories = directories;
    this.pick.placeholder = vscode.l10n.t('Words of an explanation, in any order');
    this.pick.matchOnDescription = true;
    this.pick.busy = true;
    this.pick.onDidChangeValue(() => this.#fill());
  }

  /** Searches these neurons, of which more and more are read. */
  begin(neurons: readonly NeuronRef[]): void {
    this.#neurons = neurons;
    this.#follow();
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#disposed) return;
    this.pick.busy = false;
    this.read = this.#neurons.length;
    this.#fillAgain();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.pick.dispose();
  }

  #follow(): void {
    if (this.#disposed) return;
    const start = performance.now();
    this.#fillAgain();
    const delay = Math.max(refreshInterval, shareOfTime * (performance.now() - start));
    this.#timer = setTimeout(() => this.#follow(), delay);
  }

  /** As `#fill`, for the same words: what the reader has chosen stays chosen. */
  #fillAgain(): void {
    const [chosen] = this.pick.activeItems;
    const first = this.pick.items[0];
    this.pick.keepScrollPosition = true;
    this.#fill();
    this.pick.keepScrollPosition = false;
    const same = this.pick.items.find(
      ({ result }) => result.explanation === chosen?.result.explanation,
    );
    // The first one is chosen by nobody, but because it is the first.
    if (same && chosen !== first) this.pick.activeItems = [same];
  }

  #fill(): void {
    const { results, total } = searchExplanations(this.#neurons, this.pick.value, shown);
    const { all } = this.#directories;
    const labels = new Map(all.map(({ directory, label }) => [directory.uri, label]));
    this.pick.items = results.map((result) =>
      resultItem(result, all.length > 1 ? labels.get(result.neuron.directory.uri) : undefined),
    );
    this.pick.title = title(total, this.read, this.#neurons.length);
  }
}

function resultItem(result: SearchResult, directory: string | undefined): ResultItem {
  const { neuron, explanation } = result;
  return {
    result,
    label: neuronId(neuron),
    description: [displayScore(explanation.score), displayExplanation(explanation.text)].join('  '),
    ...(directory !== undefined && { detail: directory }),
    // The list is ours: matched and ranked already.
    alwaysShow: true,
    buttons: [keep],
  };
}

function title(total: number, read: number, all: number): string {
  const number = (value: number) => value.toLocaleString(vscode.env.language);
  const found =
    total === 1 ? vscode.l10n.t('1 explanation') : vscode.l10n.t('{0} explanations', number(total));
  if (read >= all) return found;
  return vscode.l10n.t('{0} — {1} of {2} neurons read', found, number(read), number(all));
}
