import * as vscode from 'vscode';
import type { ForgivinglyFound } from '../catalog/search/forgivingSearch.ts';
import type { CatalogProgress } from '../workspace/catalogs.ts';
import { provisionalMark } from '../format/display.ts';

/** Above the results: what is wrong with the query, else how many there are; and how much has been read so far. */
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
      'Nothing has “{0}”. With “{1}”: {2}',
      [...instead.keys()].join(' '),
      [...instead.values()].join(' '),
      number(total),
    )
  );
}

function countText(total: number): string {
  return total === 1
    ? vscode.l10n.t('1 explanation')
    : vscode.l10n.t('{0} explanations', number(total));
}

function readText(
  { results }: ForgivinglyFound,
  progress: readonly CatalogProgress[],
): string | undefined {
  if (progress.every(({ state }) => state === 'done')) return undefined;
  const sum = (part: 'exact' | 'total') => progress.reduce((all, p) => all + p[part], 0);
  const read = vscode.l10n.t('{0} of {1} neurons read', number(sum('exact')), number(sum('total')));
  return results.some(({ provisional }) => provisional)
    ? vscode.l10n.t('{0}, {1} is provisional', read, provisionalMark)
    : read;
}

function number(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
