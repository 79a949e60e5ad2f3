import * as vscode from 'vscode';
import { type NeuronOrder, usualOrders } from '../catalog/rows/arrange.ts';

export interface SortItem extends vscode.QuickPickItem {
  readonly order?: NeuronOrder;
  readonly flat?: boolean;
  readonly isCurrent?: boolean;
}

/**
 * The orders and groupings of the tree as items of a quick pick, with the current ones marked. The
 * current order is offered in reverse.
 */
export function sortItems(now: {
  readonly order: NeuronOrder;
  readonly flat: boolean;
}): SortItem[] {
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const marked = (item: SortItem, isCurrent: boolean): SortItem => ({
    ...item,
    isCurrent,
    iconPath: new vscode.ThemeIcon(isCurrent ? 'check' : 'blank'),
  });
  const orders = usualOrders.map((usual) => {
    const { label, first, last } = orderWords[usual];
    const reversed: NeuronOrder = `-${usual}`;
    if (now.order === usual)
      return marked({ label, order: reversed, description: again(first, last) }, true);
    if (now.order === reversed)
      return marked({ label, order: usual, description: again(last, first) }, true);
    return marked({ label, order: usual, description: first }, false);
  });
  return [
    separator(vscode.l10n.t('Sort by')),
    ...orders,
    separator(vscode.l10n.t('Group by')),
    marked(
      {
        flat: false,
        label: vscode.l10n.t('Layer'),
        description: vscode.l10n.t('sorted within each layer'),
      },
      !now.flat,
    ),
    marked(
      {
        flat: true,
        label: vscode.l10n.t('Flat List'),
        description: vscode.l10n.t('sorted across the directory'),
      },
      now.flat,
    ),
  ];
}

/** Names of the orders, and their two directions. */
const orderWords = {
  index: {
    label: vscode.l10n.t('Index'),
    first: vscode.l10n.t('as in the model'),
    last: vscode.l10n.t('last neuron first'),
  },
  score: {
    label: vscode.l10n.t('Score'),
    first: vscode.l10n.t('best first'),
    last: vscode.l10n.t('worst first'),
  },
  changed: {
    label: vscode.l10n.t('Time Modified'),
    first: vscode.l10n.t('latest file first'),
    last: vscode.l10n.t('oldest file first'),
  },
  verdict: {
    label: vscode.l10n.t('Verdict'),
    first: vscode.l10n.t('right first'),
    last: vscode.l10n.t('wrong first'),
  },
};

function again(direction: string, other: string): string {
  return vscode.l10n.t('{0}; select again for {1}', direction, other);
}
