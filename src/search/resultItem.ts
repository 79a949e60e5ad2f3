import * as vscode from 'vscode';
import { neuronId, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import { preferredScore } from '../catalog/rows/neuronRow.ts';
import type { SearchResult } from '../catalog/search/search.ts';
import { displayScore, provisionalMark } from '../text/display.ts';
import { plainLabel } from '../workspace/plainText.ts';
import { markedText } from './markedText.ts';
import type { ForgivinglyFound } from '../catalog/search/nearestWords.ts';
import type { CatalogProgress } from '../workspace/catalogs.ts';
import { formatCount } from '../text/number.ts';

export interface ResultItem extends vscode.QuickPickItem {
  readonly result: SearchResult;
}

export const keepButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pin'),
  tooltip: vscode.l10n.t('Keep Open'),
};

/**
 * `highlighted`: VS Code highlights the matches itself. `directory` is given if there are several.
 */
export function resultItem(
  result: SearchResult,
  highlighted: boolean,
  directory: string | undefined,
): ResultItem {
  const { neuron, explanation, matches, provisional } = result;
  const score = `${provisional ? provisionalMark : ''}${displayScore(preferredScore(explanation))}`;
  return {
    result,
    label: neuronId(neuron),
    description: `${score}  ${markedText(explanation.text, highlighted ? [] : matches)}`,
    ...(directory !== undefined && { detail: plainLabel(directory) }),
    // The list is already filtered and ranked.
    alwaysShow: true,
    buttons: [keepButton],
  };
}

/** Whether two rows from different searches show the same explanation. */
export function isSame(a: ResultItem, b: ResultItem): boolean {
  return (
    a.result.explanation.text === b.result.explanation.text &&
    neuronUri(a.result.neuron) === neuronUri(b.result.neuron)
  );
}

/**
 * The title of the results: a problem of the query or the number of results, and the progress of
 * indexing.
 */
export function resultTitle(found: ForgivinglyFound, progress: readonly CatalogProgress[]): string {
  return [
    found.problems[0] ?? insteadText(found) ?? countText(found.total),
    readText(found, progress),
  ]
    .filter((part) => part !== undefined)
    .join(' — ');
}

function insteadText({ instead, total }: ForgivinglyFound): string | undefined {
  return (
    instead &&
    vscode.l10n.t(
      'No match for “{0}”. Showing {2} for “{1}”.',
      [...instead.keys()].join(' '),
      [...instead.values()].join(' '),
      formatCount(total),
    )
  );
}

function countText(total: number): string {
  return total === 1
    ? vscode.l10n.t('1 explanation')
    : vscode.l10n.t('{0} explanations', formatCount(total));
}

function readText(
  { results }: ForgivinglyFound,
  progress: readonly CatalogProgress[],
): string | undefined {
  if (progress.every(({ state }) => state === 'done')) return undefined;
  const sum = (part: 'exact' | 'known' | 'total') => progress.reduce((all, p) => all + p[part], 0);
  const total = formatCount(sum('total'));
  const isUnderway = progress.some(({ state }) => state === 'reading' || state === 'paused');
  const read = isUnderway
    ? vscode.l10n.t('{0} of {1} neurons indexed', formatCount(sum('exact')), total)
    : vscode.l10n.t('{0} of {1} neurons known', formatCount(sum('known')), total);
  return results.some(({ provisional }) => provisional)
    ? vscode.l10n.t('{0}; {1} means preliminary', read, provisionalMark)
    : read;
}
