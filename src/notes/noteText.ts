import * as vscode from 'vscode';
import type { NeuronNote, Verdict } from '../catalog/rows/neuronNotes.ts';
import { visible } from '../text/visible.ts';

/** Looked up once for thousands of neurons. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  right: vscode.l10n.t('Right'),
  partly: vscode.l10n.t('Partly Right'),
  wrong: vscode.l10n.t('Wrong'),
};

export const starMark = '★';

/** A note as lines of a tooltip. */
export function noteLines({ starred, verdict, note }: NeuronNote): string[] {
  return [
    ...(starred ? [`${starMark} ${vscode.l10n.t('starred')}`] : []),
    ...(verdict === null ? [] : [vscode.l10n.t('Your verdict: {0}', verdictNames[verdict])]),
    ...(note === ''
      ? []
      : [vscode.l10n.t('Your note: {0}', note.split(/\r?\n/).map(visible).join('\n'))]),
  ];
}
