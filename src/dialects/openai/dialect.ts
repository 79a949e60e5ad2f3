import type { FileSource } from '../../files/fileSource.ts';
import { listLayers, listNeurons } from '../../format/directories.ts';
import type { Dialect } from '../dialect.ts';
import { openaiKeys } from './keys.ts';
import { openaiScoreKinds } from './scoreKinds.ts';

/** The explanation directories of the reference: `{layer}/{neuron}.jsonl`. */
export const openai: Dialect = {
  name: 'openai',
  scoreKinds: openaiScoreKinds,
  ...openaiKeys,
  async listGroups(source, directory) {
    const layers = await listLayers(source, directory);
    return layers.map(({ layer, name }) => ({ key: name, number: layer, label: String(layer) }));
  },
  async listUnits(source: FileSource, directory, group) {
    const files = await listNeurons(source, source.join(directory, group.key));
    return files.map(({ neuron, name }) => ({
      key: `${group.key}/${name}`,
      number: neuron,
      label: String(neuron),
    }));
  },
};
