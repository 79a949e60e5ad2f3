import * as vscode from 'vscode';

/** A row that says what a term of a query does, and types it. */
export interface HintItem extends vscode.QuickPickItem {
  readonly hint: string;
}

export function hintItems(): HintItem[] {
  const hints: readonly [hint: string, meaning: string][] = [
    ['ship harbour', vscode.l10n.t('both words, in any order; beginnings of words rank first')],
    ['"the sea"', vscode.l10n.t('exactly this')],
    ['/\\bsea(men)?\\b/', vscode.l10n.t('a regular expression')],
    ['-word', vscode.l10n.t('without this; so too before any other term')],
    ['layer:3-8', vscode.l10n.t('of these layers; also layer:3, layer:1,5-7')],
    ['neuron:17', vscode.l10n.t('of neurons with this number; also ranges')],
    ['score:>0.5', vscode.l10n.t('by the preferred score; also score:<=0, score:0.2-0.4')],
    ['score:none', vscode.l10n.t('without a score, or with an undefined one')],
    ['dir:name', vscode.l10n.t('of directories with this in their path')],
    ['is:starred', vscode.l10n.t('of neurons with a star; also is:noted, with a note')],
    ['verdict:wrong', vscode.l10n.t('by your verdict: right, partly, wrong or none')],
    ['note:word', vscode.l10n.t('with this in your note; also note:"a phrase"')],
  ];
  return hints.map(([hint, description]) => ({ hint, label: hint, description, alwaysShow: true }));
}
