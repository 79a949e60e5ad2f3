import assert from 'node:assert/strict';
import { type LinkedNeuron, neuronLink, readNeuronLink } from '../../../src/neuron/host/link.ts';

const read = (file: string) => readNeuronLink({ path: '/neuron', query: `file=${file}` });
const linkTo = (...named: LinkedNeuron[]) => neuronLink('vscode', 'publisher.name', named);
/** As VS Code hands a link over: decoded. */
const followed = (link: string | undefined) => {
  const [, path, query] = /^vscode:\/\/publisher\.name(\/\w+)\?(.*)$/.exec(link ?? '') ?? [];
  return readNeuronLink({ path: path!, query: decodeURIComponent(query!) });
};

describe('a link to a neuron', () => {
  const named: LinkedNeuron[] = [
    { folder: 'run', path: 'explanations/5/131.jsonl' },
    { folder: 'run', path: '5/131.jsonl' },
    { folder: 'a & b=c', path: 'x&y=z/100% of it/#1/ä ö/007/5.jsonl' },
    { sample: '5/131.jsonl' },
    { file: 'file:///data/explanations/5/131.jsonl' },
    { file: 'file:///c%3A/runs/a%20b/007/5.jsonl' },
    { file: 'file:///a%26b%3Dc/100%25/5/131.jsonl' },
    { file: 'vscode-vfs://github/me/data/5/131.jsonl' },
    { file: 'memory:/run/5/131.jsonl' },
  ];
  for (const each of named) {
    it(`leads back to ${JSON.stringify(each)}`, () =>
      assert.deepEqual(followed(linkTo(each)), each));
  }

  it('names the neuron by the first name that resolves to it', () => {
    const file = { file: 'file:///w/run/a%5Cb/5/131.jsonl' };
    for (const path of ['a\\b/5/131.jsonl', 'a%2fb/5/131.jsonl', 'c:/5/131.jsonl'])
      assert.deepEqual(followed(linkTo({ folder: 'run', path }, file)), file, path);
    const folder = { folder: 'run', path: 'explanations/5/131.jsonl' };
    assert.doesNotMatch(linkTo(folder, file)!, /file/);
    assert.equal(linkTo({ file: 'nothing' }), undefined);
  });

  const paths = [
    '',
    '131.jsonl',
    '5/131.json',
    '/5/131.jsonl',
    '//server/share/5/131.jsonl',
    '\\\\server\\share/5/131.jsonl',
    'a//5/131.jsonl',
    '../5/131.jsonl',
    'a/../../5/131.jsonl',
    './5/131.jsonl',
    'a\\..\\b/5/131.jsonl',
    'a%2f..%2fb/5/131.jsonl',
    'a%5cb/5/131.jsonl',
    '%2e%2e/5/131.jsonl',
    'c:/x/5/131.jsonl',
    'a\0/5/131.jsonl',
    'a\n/5/131.jsonl',
    'file:///x/5/131.jsonl',
    `${'a'.repeat(5000)}/5/131.jsonl`,
  ];
  for (const path of paths) {
    it(`is invalid with the path ${JSON.stringify(path.slice(0, 60))}`, () => {
      const none = (query: string) =>
        assert.equal(readNeuronLink({ path: '/neuron', query }), undefined);
      none(`folder=run&path=${path}`);
      none(`sample=${path}`);
    });
  }

  it('is invalid without a folder, or with unknown parts', () => {
    const path = 'path=a/5/131.jsonl';
    assert.ok(readNeuronLink({ path: '/neuron', query: `folder=x&${path}` }));
    for (const query of [path, `folder=&${path}`, `${path}&folder=x`, `x=1&folder=x&${path}`])
      assert.equal(readNeuronLink({ path: '/neuron', query }), undefined, query);
  });

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
    it(`is invalid with ${file.slice(0, 60)}`, () => assert.equal(read(file), undefined));
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
