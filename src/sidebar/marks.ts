import * as vscode from 'vscode';
import { type NeuronNote, verdicts } from '../catalog/rows/neuronNotes.ts';
import { starMark, verdictMarks, verdictNames } from '../notes/notes.ts';

/** The scheme of URIs that carry the marks of a row, and nothing else. */
const scheme = 'neuron-explanations-marks';

/** A URI for `MarkDecorations`; undefined without a star and a verdict. */
export function marksUri({ starred, verdict }: NeuronNote): vscode.Uri | undefined {
  if (!starred && verdict === null) return undefined;
  return vscode.Uri.from({ scheme, path: `/${verdict ?? ''}`, fragment: starred ? starMark : '' });
}

/**
 * Shows the verdict and the star of a row at the right edge, where a narrow sidebar does not cut
 * them. Other marks have another URI, so VS Code needs no events.
 */
export const markDecorations: vscode.FileDecorationProvider = {
  provideFileDecoration(uri) {
    if (uri.scheme !== scheme) return undefined;
    const verdict = verdicts.find((v) => uri.path === `/${v}`);
    const starred = uri.fragment !== '';
    // VS Code shows at most two characters.
    const badge = `${verdict ? verdictMarks[verdict] : ''}${starred ? starMark : ''}`;
    const words = [
      ...(verdict ? [verdictNames[verdict]] : []),
      ...(starred ? [vscode.l10n.t('starred')] : []),
    ];
    return new vscode.FileDecoration(badge, words.join(', '));
  },
};
