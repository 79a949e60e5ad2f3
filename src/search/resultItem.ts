import * as vscode from 'vscode';
import { neuronId, neuronUri } from '../catalog/rows/explanationDirectory.ts';
import { preferredScore } from '../catalog/rows/neuronRow.ts';
import type { SearchResult } from '../catalog/search/search.ts';
import { displayScore, provisionalMark } from '../text/display.ts';
import { plainLabel } from '../workspace/plainText.ts';
import { markedText } from './markedText.ts';

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
