import * as vscode from 'vscode';
import type { NeuronOrder } from '../catalog/rows/arrange.ts';

export interface SortItem extends vscode.QuickPickItem {
  readonly order?: NeuronOrder;
  readonly flat?: boolean;
}

/** The orders and groupings of the tree as items of a quick pick, with the current ones marked. */
export function sortItems(now: {
  readonly order: NeuronOrder;
  readonly flat: boolean;
}): SortItem[] {
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const marked = (item: SortItem): SortItem => {
    const isNow = item.order === now.order || item.flat === now.flat;
    return { ...item, iconPath: new vscode.ThemeIcon(isNow ? 'check' : 'blank') };
  };
  return [
    separator(vscode.l10n.t('Sort by')),
    marked({
      order: 'index',
      label: vscode.l10n.t('Index'),
      description: vscode.l10n.t('as in the model'),
    }),
    marked({
      order: 'score',
      label: vscode.l10n.t('Score'),
      description: vscode.l10n.t('best first'),
    }),
    marked({
      order: 'changed',
      label: vscode.l10n.t('Time Modified'),
      description: vscode.l10n.t('latest file first'),
    }),
    marked({
      order: 'verdict',
      label: vscode.l10n.t('Verdict'),
      description: vscode.l10n.t('right first'),
    }),
    separator(vscode.l10n.t('Group by')),
    marked({
      flat: false,
      label: vscode.l10n.t('Layer'),
      description: vscode.l10n.t('sorted within each layer'),
    }),
    marked({
      flat: true,
      label: vscode.l10n.t('Flat List'),
      description: vscode.l10n.t('sorted across the directory'),
    }),
  ];
}
