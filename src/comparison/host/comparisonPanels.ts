import type * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import { Panels } from '../../panels/panels.ts';
import type { Directories } from '../../workspace/directories.ts';
import { mayLookAt, namedUri } from '../../workspace/place.ts';
import type { Compared, ComparisonPanel, ComparisonParts } from './comparisonPanel.ts';
import type { RowOrder } from '../contract/contract.ts';

type Subject = Compared & { readonly order?: RowOrder };

export type ComparisonPanels = Panels<Subject, ComparisonPanel>;

export function comparisonPanels(
  extensionUri: vscode.Uri,
  parts: ComparisonParts,
): ComparisonPanels {
  return new Panels<Subject, ComparisonPanel>(extensionUri, {
    viewType: viewTypes.comparison,
    name: 'comparison',
    icon: 'neuron',
    options: { enableFindWidget: true },
    shows: ({ compared }, subject) => keyOf(compared) === keyOf(subject),
    async load() {
      const { ComparisonPanel, parsePageState } = await import('./comparisonPanel.ts');
      return {
        restore(saved) {
          const state = parsePageState(saved);
          const left = state && neuronAt(state.left.uri, parts.directories);
          const right = state && neuronAt(state.right.uri, parts.directories);
          if (!left || !right) return undefined;
          return {
            left: { neuron: left, explanation: state.left.explanation },
            right: { neuron: right, explanation: state.right.explanation },
            order: state.order,
          };
        },
        create: (panel, { left, right, order }) =>
          new ComparisonPanel(panel, extensionUri, parts, { left, right }, order),
      };
    },
  });
}

function neuronAt(text: string, directories: Directories): NeuronRef | undefined {
  const uri = namedUri(text);
  return uri && mayLookAt(uri) ? directories.neuronAt(uri) : undefined;
}

function keyOf({ left, right }: Compared): string {
  const sides = [left, right].map(({ neuron, explanation }) => [neuronUri(neuron), explanation]);
  return JSON.stringify(sides);
}
