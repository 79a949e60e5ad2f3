import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import { saveFile } from '../../workspace/saveFile.ts';
import type { Figure } from '../contract/contract.ts';
import { tellError } from '../../workspace/tell.ts';

/** Asks for a file and writes to it. Shows errors itself, as no caller waits for it. */
export async function saveFigure(neuron: NeuronRef, { format, content }: Figure) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const name = `neuron-${neuron.group.label}-${neuron.unit.label}`;
  try {
    await saveFile(neuron.directory, name, format, () => bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tellError(vscode.l10n.t('Could not save the figure: {0}', reason));
  }
}
