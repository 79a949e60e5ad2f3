import * as vscode from 'vscode';
import { commands, contextKeys, settings, views } from '../names.ts';
import type { NeuronPanels, OpenOptions } from '../neuron/host/neuronPanels.ts';
import { Peek } from '../neuron/host/peek.ts';
import type { SearchResult } from '../catalog/search/search.ts';
import type { Catalogs } from '../workspace/catalogs.ts';
import type { Directories } from '../workspace/directories.ts';
import { plainLabel } from '../workspace/plainText.ts';
import { mostPinned, type PinnedResults } from './pinnedResults.ts';
import { keepButton, type ResultItem } from './resultItem.ts';
import { SearchPick } from './searchPick.ts';

/** The memento key of the sort order. */
const sortKey = 'searchSort';

const pinButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pinned'),
  tooltip: vscode.l10n.t('Pin Results to Sidebar'),
};
const hintsButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('question'),
  tooltip: vscode.l10n.t('Search Syntax'),
};
const indexButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('cloud-download'),
  tooltip: vscode.l10n.t('Index All Neurons…'),
};
const sortButtons = {
  relevance: {
    iconPath: new vscode.ThemeIcon('list-ordered'),
    tooltip: vscode.l10n.t('Sorted by Relevance; Sort by Score'),
  },
  score: {
    iconPath: new vscode.ThemeIcon('star-full'),
    tooltip: vscode.l10n.t('Sorted by Score; Sort by Relevance'),
  },
} satisfies Record<SearchPick['sort'], vscode.QuickInputButton>;

/** The open search, if any. */
export class SearchCommand {
  readonly #directories: Directories;
  readonly #catalogs: Catalogs;
  readonly #panels: NeuronPanels;
  readonly #pinned: PinnedResults;
  readonly #memento: vscode.Memento;
  #choose: ((options?: OpenOptions) => void) | undefined;

  constructor(
    directories: Directories,
    catalogs: Catalogs,
    panels: NeuronPanels,
    pinned: PinnedResults,
    memento: vscode.Memento,
  ) {
    this.#directories = directories;
    this.#catalogs = catalogs;
    this.#panels = panels;
    this.#pinned = pinned;
    this.#memento = memento;
  }

  /** Opens the selected result in a tab that stays. */
  keepResult(): void {
    this.#choose?.({ pinned: true });
  }

  async #pin(query: string, results: Promise<readonly SearchResult[]>): Promise<void> {
    this.#pinned.pin(query, await results);
    await vscode.commands.executeCommand(`${views.neurons}.focus`);
  }

  run(): void {
    const peek = new Peek(this.#panels);
    const search = new SearchPick(
      this.#directories,
      this.#catalogs,
      this.#memento.get(sortKey) === 'score' ? 'score' : 'relevance',
      ({ neuron }) => {
        if (previews()) peek.show(neuron);
      },
    );
    const { pick } = search;
    /** Whether the preview stays open. */
    let chosen = false;
    const choose = (item: ResultItem | HintItem | undefined, options?: OpenOptions) => {
      if (!item) return;
      if ('hint' in item) return search.take(item);
      chosen = true;
      pick.hide();
      void this.#panels.open(item.result.neuron, options);
    };
    // Of a store, search finds what is known of it.
    const isPartial = this.#catalogs.overall?.state === 'partial';
    const showButtons = () => {
      const usual = [hintsButton, sortButtons[search.sort], pinButton];
      pick.buttons = isPartial ? [indexButton, ...usual] : usual;
    };
    showButtons();
    this.#choose = (options) => choose(pick.activeItems[0], options);
    pick.onDidAccept(async () => choose(await search.accepted()));
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (button === keepButton) choose(item, { pinned: true });
    });
    pick.onDidTriggerButton((button) => {
      if (button === hintsButton) search.toggleHints();
      else if (button === indexButton) {
        pick.hide();
        void vscode.commands.executeCommand(commands.indexAll);
      } else if (button === pinButton) {
        chosen = true;
        void this.#pin(pick.value.trim(), search.all(mostPinned));
        pick.hide();
      } else {
        search.sort = search.sort === 'score' ? 'relevance' : 'score';
        void this.#memento.update(sortKey, search.sort);
        showButtons();
      }
    });
    pick.onDidHide(() => {
      this.#choose = undefined;
      void vscode.commands.executeCommand('setContext', contextKeys.searching, false);
      search.dispose();
      if (!chosen) void peek.undo();
    });
    void vscode.commands.executeCommand('setContext', contextKeys.searching, true);
    pick.show();
  }
}

/** Whether the selected result is shown while one moves through the list. */
function previews(): boolean {
  const set = vscode.workspace
    .getConfiguration(settings.section)
    .get<unknown>(settings.searchPreview);
  return set !== false;
}

/** A row with a search term, which it inserts. */
export interface HintItem extends vscode.QuickPickItem {
  readonly hint: string;
  /** The folded word of the query that it replaces, if any. */
  readonly instead?: string;
}

/** Rows that replace words of the query without a match. */
export function suggestionItems(suggested: ReadonlyMap<string, readonly string[]>): HintItem[] {
  return [...suggested].flatMap(([instead, words]) =>
    words.map((hint) => ({
      hint,
      instead,
      label: plainLabel(hint),
      description: vscode.l10n.t('instead of “{0}”', plainLabel(instead)),
      iconPath: new vscode.ThemeIcon('lightbulb'),
      alwaysShow: true,
    })),
  );
}

export function hintItems(): HintItem[] {
  const hints: readonly [hint: string, meaning: string][] = [
    [
      'ship harbour',
      vscode.l10n.t('both words, in any order; matches at the start of a word rank first'),
    ],
    ['"the sea"', vscode.l10n.t('exact phrase')],
    ['/\\bsea(men)?\\b/', vscode.l10n.t('a regular expression')],
    ['-word', vscode.l10n.t('excludes; works before any term')],
    ['layer:3-8', vscode.l10n.t('in these layers; also layer:3, layer:1,5-7')],
    ['neuron:17', vscode.l10n.t('neurons with this number; also ranges')],
    ['score:>0.5', vscode.l10n.t('by preferred score; also score:<=0, score:0.2-0.4')],
    ['score:none', vscode.l10n.t('no score, or an undefined one')],
    [
      'modified:<2h',
      vscode.l10n.t('modified in the last 2 hours; units s, m, h, d, w; also modified:>1d'),
    ],
    [
      'modified:2026-11-28',
      vscode.l10n.t('modified on this day; also >=2026-11-28, 2026-11-28..2026-11-30'),
    ],
    ['dir:name', vscode.l10n.t('in directories with this in their path')],
    ['is:starred', vscode.l10n.t('starred neurons; also is:noted, with a note')],
    ['is:unreadable', vscode.l10n.t('files that could not be read; in the tree and the overview')],
    ['is:problem', vscode.l10n.t('files with problems, also unreadable ones')],
    ['verdict:wrong', vscode.l10n.t('by your verdict: right, partly, wrong or none')],
    ['note:word', vscode.l10n.t('with this in your note; also note:"a phrase"')],
  ];
  return hints.map(([hint, description]) => ({ hint, label: hint, description, alwaysShow: true }));
}
