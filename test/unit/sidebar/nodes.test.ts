import assert from 'node:assert/strict';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { Nodes } from '../../../src/sidebar/nodes.ts';
import type { KnownDirectory } from '../../../src/workspace/directories.ts';
import { layerOf } from '../catalog/support/keys.ts';

function known(path: string): KnownDirectory {
  const directory = new ExplanationDirectory(`file://${path}`, localFileSource, path, openai);
  return { directory, label: path, description: '', name: path, added: false };
}

describe('the nodes of the sidebar', () => {
  it('of deleted layers are removed with their children, and no others', () => {
    const nodes = new Nodes();
    const made = [known('/a'), known('/b')].flatMap((directory) => {
      const top = nodes.directory(directory);
      return ['1', '11', '2'].map((key) => {
        const layer = nodes.layer(top, layerOf(key));
        const neuron = directory.directory.refTo(`${key}/1.jsonl`)!;
        const arranged = { neuron, explanation: undefined };
        const group = nodes.group(layer, 'failed', [arranged]);
        return { top, key, layer, group, arranged, neuron: nodes.neuron(layer, arranged) };
      });
    });
    const gone = made.filter(({ top, key }) => top === made[0]!.top && key !== '11');
    nodes.forgetLayers(gone.map(({ layer }) => layer));
    for (const { top, layer, group, arranged, neuron } of made) {
      const isGone = gone.some((each) => each.layer === layer);
      assert.equal(nodes.layersOf(top).includes(layer), !isGone);
      assert.equal(nodes.neuron(layer, arranged) !== neuron, isGone);
      assert.equal(nodes.group(layer, 'failed', [arranged]) !== group, isGone);
      assert.equal(nodes.layer(top, layer.layer) !== layer, isGone);
    }
  });
});
