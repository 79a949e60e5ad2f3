import * as vscode from 'vscode';
import { countAllMatches, prepareCounts } from '../catalog/search/neuronFilter.ts';
import { parseQuery, type Query } from '../catalog/search/query.ts';
import { queryHint } from '../catalog/search/queryHint.ts';
import { Outdated, Slices } from '../catalog/slices.ts';
import { hintItems } from '../search/searchCommand.ts';
import { formatCount, neuronCount } from '../text/number.ts';
import type { Directories } from '../workspace/directories.ts';
import { plainLabel } from '../workspace/plainText.ts';
import { coalesce } from '../workspace/coalesce.ts';
import type { TreeChoices } from './treeChoices.ts';

/** In milliseconds. Each filter redraws the tree. */
const delay = 200;

interface FilterItem extends vscode.QuickPickItem {
  /** What was typed when it was offered. */
  readonly typed: string;
  /** The filter that it stands for. */
  readonly filter: string;
  /** Whether it only completes what is typed. */
  readonly completes: boolean;
}

/**
 * Lets the user type a filter, which applies to the tree at once. Completes terms and offers
 * earlier filters. Escape restores the filter from before.
 */
export function pickFilter(choices: TreeChoices, directories: Directories): void {
  const before = choices.filter;
  const pick = vscode.window.createQuickPick<FilterItem>();
  let accepted = false;
  /** The number of neurons that match what is typed, once it is known. */
  let counts: string | undefined;
  const show = () => {
    const { value } = pick;
    pick.items = [applyItem(value, counts), ...offers(value, choices.filterHistory)];
    pick.title = parseQuery(value).problems[0] ?? vscode.l10n.t('Filter Neurons');
  };
  const apply = coalesce(async () => {
    // A term with a problem would be dropped silently.
    const { value } = pick;
    const query = parseQuery(value);
    if (query.problems.length > 0) return;
    const isWanted = () => !accepted && pick.value === value;
    const found = await count(directories, query, new Slices(isWanted)).catch((error: unknown) => {
      if (!(error instanceof Outdated)) throw error;
    });
    if (found === undefined || !isWanted()) return;
    counts = found;
    await choices.setFilter(value, query);
    show();
  }, delay);
  pick.placeholder = queryHint();
  pick.value = before;
  pick.onDidChangeValue(() => {
    counts = undefined;
    show();
    apply.soon();
  });
  pick.onDidAccept(() => {
    const [item] = pick.activeItems;
    // Enter right after a key finds the items from before.
    if (item?.completes && item.typed === pick.value) {
      pick.value = item.filter;
      counts = undefined;
      show();
      apply.soon();
    } else if (parseQuery(pick.value).problems.length === 0) {
      accepted = true;
      void choices.keepFilter(pick.value);
      pick.hide();
    }
  });
  pick.onDidHide(() => {
    apply.dispose();
    if (!accepted) {
      accepted = true;
      void choices.setFilter(before);
    }
    pick.dispose();
  });
  show();
  apply.soon();
  pick.show();
}

/** How many neurons match, of all that are listed. */
async function count(directories: Directories, query: Query, slices: Slices): Promise<string> {
  const all = directories.all.map(({ directory }) => directory);
  for (const directory of all) await prepareCounts(directory, query, slices);
  const total = all.reduce((sum, { catalog }) => sum + catalog.size, 0);
  const matching = all.reduce((sum, each) => sum + countAllMatches(each, query).matching, 0);
  return vscode.l10n.t('{0} of {1}', formatCount(matching), neuronCount(total));
}

/** Keeps what is typed. */
function applyItem(filter: string, counts: string | undefined): FilterItem {
  const label = plainLabel(filter.trim());
  return {
    typed: filter,
    filter,
    completes: false,
    label: label === '' ? vscode.l10n.t('No filter') : label,
    ...(counts !== undefined && { description: counts }),
    iconPath: new vscode.ThemeIcon('filter'),
    alwaysShow: true,
  };
}

/** Terms that complete the last word, and earlier filters. */
function offers(value: string, history: readonly string[]): FilterItem[] {
  const last = /\S*$/.exec(value)![0].toLowerCase();
  const start = value.slice(0, value.length - last.length);
  const terms = hintItems().filter(
    ({ hint }) => hint.includes(':') && hint.startsWith(last) && hint !== last,
  );
  const earlier = history.filter((each) => each !== value.trim() && each.startsWith(value.trim()));
  const separator = (label: string) => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
    typed: value,
    filter: value,
    completes: true,
  });
  return [
    ...(earlier.length > 0 ? [separator(vscode.l10n.t('Recent'))] : []),
    ...earlier.map((filter) => ({
      typed: value,
      filter,
      completes: true,
      label: plainLabel(filter),
      iconPath: new vscode.ThemeIcon('history'),
      alwaysShow: true,
    })),
    ...(terms.length > 0 ? [separator(vscode.l10n.t('Terms'))] : []),
    ...terms.map((term) => ({
      ...term,
      typed: value,
      filter: `${start}${term.hint}`,
      completes: true,
    })),
  ];
}
