import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import {
  matchesGlob,
  neuronpediaAddress,
  neuronpediaSources,
} from '../../../src/workspace/neuronpediaSource.ts';
import { root } from '../../host/paths.ts';

const neuron = (key: string) => openai.unit(key)!;

describe('the address of a neuron in Neuronpedia', () => {
  it('has the number of the layer as the source of MLP neurons', () => {
    const source = { model: 'gpt2-small', source: '{layer}' };
    const address = neuronpediaAddress(source, neuron('6/2294.jsonl'));
    assert.equal(address, 'https://www.neuronpedia.org/gpt2-small/6/2294');
  });

  it('has the source of a layer, and numbers without leading zeros', () => {
    const source = { model: 'gpt2-small', source: '{layer}-res-jb' };
    const address = neuronpediaAddress(source, neuron('07/0131.jsonl'));
    assert.equal(address, 'https://www.neuronpedia.org/gpt2-small/7-res-jb/131');
  });

  it('stays on the site, whatever the setting says', () => {
    const source = { model: '../../@evil.example', source: '?q=1#x' };
    const { host, pathname } = new URL(neuronpediaAddress(source, neuron('6/1.jsonl')));
    assert.equal(host, 'www.neuronpedia.org');
    assert.equal(pathname, '/..%2F..%2F%40evil.example/%3Fq%3D1%23x/1');
  });
});

describe('the setting for Neuronpedia', () => {
  it('is read without entries that are off or not as expected', () => {
    const good = { model: 'm', source: 's' };
    const setting = { a: good, b: null, c: { model: 'm' }, d: { model: '', source: 's' }, e: 'm' };
    assert.deepEqual(neuronpediaSources(setting), [['a', good]]);
    for (const setting of [undefined, null, 'text', 3])
      assert.deepEqual(neuronpediaSources(setting), []);
  });

  it('knows the public data of GPT-2 small', () => {
    const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: {
        configuration: readonly { properties: Record<string, { default: unknown }> }[];
      };
    };
    const own = contributes.configuration.flatMap(
      ({ properties }) => properties['neuronExplanations.neuronpedia'] ?? [],
    );
    const [[glob, source] = []] = neuronpediaSources(own[0]!.default);
    assert.deepEqual(source, { model: 'gpt2-small', source: '{layer}' });
    assert.ok(matchesGlob('/data/gpt2_small_data/explanations', glob!));
    const store = 'az://openaipublic/neuron-explainer/gpt2_small_data/explanations';
    assert.ok(matchesGlob(store, glob!));
    assert.ok(!matchesGlob('/data/explanations', glob!));
  });
});

describe('a glob', () => {
  const matched = [
    ['/a/b', '/a/b'],
    ['/a/b', '/a/b/'],
    ['/a/b', '/a/*'],
    ['/a/b', '/a/?'],
    ['/a/b/c', '/a/**'],
    ['/a/b', '**/b'],
    ['/a/.hidden/b', '**/b'],
    ['/a/b', '/a/**/b'],
    ['/a/x/y/b', '/a/**/b'],
    ['/a (1)/b+', '/a (1)/b+'],
  ] as const;
  for (const [path, glob] of matched)
    it(`${glob} is for ${path}`, () => assert.ok(matchesGlob(path, glob)));

  const others = [
    ['/a/b/c', '/a/*'],
    ['/a/bb', '/a/?'],
    ['/a/bc', '**/c'],
    ['/a/b/c', '/a/b'],
    ['/axb', '/a.b'],
  ] as const;
  for (const [path, glob] of others)
    it(`${glob} is not for ${path}`, () => assert.ok(!matchesGlob(path, glob)));
});
