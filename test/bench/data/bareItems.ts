import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preferredScore } from '../../../src/catalog/rows/neuronRow.ts';
import { displayExplanation, displayScore } from '../../../src/text/display.ts';
import { benchFolder } from './folder.ts';
import { wideExplanation, wideSize } from './wide.ts';

/** What the sidebar shows of these layers of the wide data: colours and texts of neurons. */
export function bareItems(layers: number): string {
  const items = Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: wideSize.neurons }, (_, neuron) => {
      const explanation = wideExplanation(layer, neuron);
      const [score, { text }] = [preferredScore(explanation), explanation];
      const colour = (score ?? 0) >= 0.4 ? 'charts.yellow' : 'charts.red';
      return [colour, `${displayScore(score)}  ${displayExplanation(text)}`];
    }),
  );
  mkdirSync(benchFolder, { recursive: true });
  const path = join(benchFolder, 'bareTree.json');
  writeFileSync(path, JSON.stringify(items));
  return path;
}
