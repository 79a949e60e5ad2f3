import * as vscode from 'vscode';

/** A row that explains a search term and inserts it. */
export interface HintItem extends vscode.QuickPickItem {
  readonly hint: string;
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
    ['dir:name', vscode.l10n.t('in directories with this in their path')],
    ['is:starred', vscode.l10n.t('starred neurons; also is:noted, with a note')],
    ['verdict:wrong', vscode.l10n.t('by your verdict: right, partly, wrong or none')],
    ['note:word', vscode.l10n.t('with this in your note; also note:"a phrase"')],
  ];
  return hints.map(([hint, description]) => ({ hint, label: hint, description, alwaysShow: true }));
}
