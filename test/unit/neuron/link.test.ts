import assert from 'node:assert/strict';
import { neuronLink, readNeuronLink } from '../../../src/neuron/link.ts';

const read = (file: string) => readNeuronLink({ path: '/neuron', query: `file=${file}` });

describe('a link to a neuron', () => {
  const files = [
    'file:///data/explanations/5/131.jsonl',
    'file:///c%3A/runs/a%20b/007/5.jsonl',
    'file:///a%26b%3Dc/100%25/5/131.jsonl',
    'vscode-vfs://github/me/data/5/131.jsonl',
    'memory:/run/5/131.jsonl',
  ];
  for (const file of files) {
    it(`leads back to ${file}`, () => {
      const link = neuronLink('vscode', 'publisher.name', file);
      const [, path, query] = /^vscode:\/\/publisher\.name(\/\w+)\?(.*)$/.exec(link) ?? [];
      // VS Code hands it over decoded.
      assert.equal(readNeuronLink({ path: path!, query: decodeURIComponent(query!) }), file);
    });
  }

  const bad = [
    '',
    'file:///data/explanations/5/131.json',
    'file:///data/explanations/x/131.jsonl',
    'file:///data/explanations/5/131.jsonl?x',
    'file:///data/explanations/5/131.jsonl#x',
    'file:///data/../secret/5/131.jsonl',
    'file:///data/%2e%2e/secret/5/131.jsonl',
    'file:///data/a%2f..%5Cb/5/131.jsonl',
    'file:///data/%00/5/131.jsonl',
    'file:///data/%zz/5/131.jsonl',
    'command:neuronExplanations.refresh',
    '/data/5/131.jsonl',
    '5/131.jsonl',
    'http://example.org/5/131.jsonl&file=x',
    `file:///${'a'.repeat(5000)}/5/131.jsonl`,
  ];
  for (const file of bad) {
    it(`is none with ${file.slice(0, 60)}`, () => assert.equal(read(file), undefined));
  }

  it('has one path and one part', () => {
    const query = 'file=file:///a/5/131.jsonl';
    assert.ok(readNeuronLink({ path: '/neuron', query }));
    for (const path of ['', '/', '/neuron/', '/neurons', '/open']) {
      assert.equal(readNeuronLink({ path, query }), undefined, path);
    }
    assert.equal(readNeuronLink({ path: '/neuron', query: `x=1&${query}` }), undefined);
  });
});
