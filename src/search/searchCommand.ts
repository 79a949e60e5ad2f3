import * as vscode from 'vscode';
import { neuronId, type NeuronRef } from '../catalog/explanationDirectory.ts';
import { nearestWords, wordsOf } from '../catalog/nearestWords.ts';
import { parseQuery, type Query, queryHint } from '../catalog/query.ts';
import { listAll, readRows } from '../catalog/listAll.ts';
import { searchExplanations, type SearchResult } from '../catalog/search.ts';
import { displayExplanation, displayScore } from '../format/display.ts';
import type { NeuronPanels, OpenOptions } from '../neuron/neuronPanels.ts';
import { Peek } from '../neuron/peek.ts';
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
  const peek = new Peek(panels);
  const list = new ResultList(directories, ({ neuron }) => peek.show(neuron));
  const { pick } = list;
  const reading = new AbortController();
  let chosen = false;
  const choose = (item: ResultItem | undefined, options?: OpenOptions) => {
    if (!item) return;
    chosen = true;
    pick.hide();
    void panels.open(item.result.neuron, options);
  };
  pick.onDidAccept(() => choose(pick.selectedItems[0]));
  pick.onDidTriggerItemButton(({ item }) => choose(item, { keep: true }));
  pick.onDidHide(() => {
    reading.abort();
    list.dispose();
    if (!chosen) void peek.undo();
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
  /** The reader has moved in the list, and from then on looks at what is chosen: the first is chosen by itself. */
  #moved = false;
  #words: { readonly of: number; readonly words: ReadonlySet<string> } | undefined;

  /** `onMove` is told of each result that is chosen, from the first that the reader moves to. */
  constructor(directories: Directories, onMove: (result: SearchResult) => void) {
    this.#directories = directories;
    this.pick.placeholder = vscode.l10n.t('Search explanations: {0}', queryHint);
    this.pick.matchOnDescription = true;
    this.pick.busy = true;
    this.pick.onDidChangeValue(() => this.#fill());
    this.pick.onDidChangeActive(([item]) => {
      if (!item) return;
      this.#moved ||= item !== this.pick.items[0];
      if (this.#moved) onMove(item.result);
    });
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
    const query = parseQuery(this.pick.value);
    const { results, total, instead } = this.#search(query);
    const { all } = this.#directories;
    const labels = new Map(all.map(({ directory, label }) => [directory.uri, label]));
    this.pick.items = results.map((result) =>
      resultItem(result, all.length > 1 ? labels.get(result.neuron.directory.uri) : undefined),
    );
    this.pick.title = query.problems[0] ?? instead ?? title(total, this.read, this.#neurons.length);
  }

  /** What the query finds; else what it finds without its typing errors, and a sentence that says so. */
  #search(query: Query): { results: SearchResult[]; total: number; instead?: string } {
    const exact = searchExplanations(this.#neurons, query, shown);
    if (exact.total > 0 || query.texts.length === 0) return exact;
    if (this.#words?.of !== this.read)
      this.#words = { of: this.read, words: wordsOf(this.#neurons) };
    const nearest = nearestWords(query.texts, this.#words.words);
    if (!nearest) return exact;
    const texts = query.texts.map((text) => nearest.get(text) ?? text);
    const found = searchExplanations(this.#neurons, { ...query, texts }, shown);
    const instead = vscode.l10n.t(
      'Nothing has “{0}”. With “{1}”: {2}',
      [...nearest.keys()].join(' '),
      [...nearest.values()].join(' '),
      found.total,
    );
    return { ...found, instead };
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
