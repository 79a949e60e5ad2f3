import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openaiKeys, placeOfKey } from '../../../src/dialects/openai/keys.ts';

/** Larger than any number that a double has exactly, and larger than any that it has at all. */
const [huge, endless] = ['9'.repeat(40), '9'.repeat(400)];

const layerKeys: [key: string, number: number, label: string][] = [
  ['0', 0, '0'],
  ['5', 5, '5'],
  ['007', 7, '7'],
  ['00', 0, '0'],
  [huge, 1e40, '1e+40'],
  [endless, Infinity, 'Infinity'],
];
const noLayers = ['', ' 5', '5 ', '5\n', '-5', '+5', '5.0', '0x5', '1e3', '٥', 'five', '5/', '/5'];
const noNeurons = [
  ...['', '5', '131.jsonl', '/131.jsonl', '5/', '5/.jsonl', '5/131', '5/131.json', '5/131.JSONL'],
  ...['5/131.jsonl.bak', '5/131.jsonl/', '5/131.jsonl\n', '\n5/131.jsonl', '5/x.jsonl'],
  ...['x/131.jsonl', '5//131.jsonl', '/5/131.jsonl', 'a/5/131.jsonl', '../5/131.jsonl'],
  ...['5/../131.jsonl', '5\\131.jsonl', '5/-1.jsonl', '5/1 .jsonl', '٥/١.jsonl', '__proto__'],
];

describe('a key of a layer', () => {
  for (const [key, number, label] of layerKeys)
    it(`has its number, and keeps its zeros: ${key.slice(0, 50)}`, () => {
      assert.deepEqual(openaiKeys.group(key), { key, number, label });
      assert.equal(openaiKeys.pathOf(key), key);
    });

  it('has digits only', () => {
    for (const key of [...noLayers, '5/131.jsonl'])
      assert.equal(openaiKeys.group(key), undefined, JSON.stringify(key));
  });
});

describe('a key of a neuron', () => {
  for (const [layer, layerNumber, layerLabel] of layerKeys)
    for (const [digits, number, label] of layerKeys) {
      const key = `${layer}/${digits}.jsonl`;
      it(`has its layer and number, and keeps their zeros: ${key.slice(0, 90)}`, () => {
        assert.ok(openaiKeys.isUnit(key));
        assert.deepEqual(openaiKeys.unit(key), {
          group: { key: layer, number: layerNumber, label: layerLabel },
          unit: { key, number, label },
        });
        assert.equal(openaiKeys.groupKeyOf(key), layer);
        assert.equal(openaiKeys.numberOf(key), number);
        assert.deepEqual(placeOfKey(key), { layer: layerNumber, neuron: number });
        assert.equal(openaiKeys.pathOf(key), key);
        assert.deepEqual(openaiKeys.split(`/a/${key}`), { directory: '/a', key });
      });
    }

  it('is a layer, a slash, digits and .jsonl', () => {
    for (const key of noNeurons) {
      assert.ok(!openaiKeys.isUnit(key), JSON.stringify(key));
      assert.equal(openaiKeys.unit(key), undefined, JSON.stringify(key));
    }
  });

  it('is usual if it has neither leading zeros nor more digits than a number', () => {
    assert.equal(openaiKeys.usualKey('5', 131), '5/131.jsonl');
    assert.equal(openaiKeys.usualKey('007', 0), '007/0.jsonl');
    const isUsual = (key: string) =>
      openaiKeys.usualKey(openaiKeys.groupKeyOf(key), openaiKeys.numberOf(key)) === key;
    for (const key of ['5/0.jsonl', '5/131.jsonl', '007/131.jsonl', `${huge}/7.jsonl`])
      assert.ok(isUsual(key) && openaiKeys.usualNumber(key) === openaiKeys.numberOf(key), key);
    for (const key of ['5/00.jsonl', '5/0131.jsonl', `5/${huge}.jsonl`, `5/${endless}.jsonl`])
      assert.ok(!isUsual(key) && openaiKeys.usualNumber(key) === undefined, key);
    for (const key of ['5/.jsonl', '5/a.jsonl', '5/1x.jsonl', '5/131.json', '5', ''])
      assert.equal(openaiKeys.usualNumber(key), undefined, key);
  });

  it('keeps the name of its file in another layer', () => {
    assert.equal(openaiKeys.inGroup('5/131.jsonl', '6'), '6/131.jsonl');
    assert.equal(openaiKeys.inGroup('05/007.jsonl', '11'), '11/007.jsonl');
    assert.equal(openaiKeys.inGroup(`5/${huge}.jsonl`, '005'), `005/${huge}.jsonl`);
  });
});

describe('the path of a neuron’s file', () => {
  const paths: [path: string, directory: string, key: string][] = [
    ['/5/131.jsonl', '', '5/131.jsonl'],
    ['/data/explanations/05/0131.jsonl', '/data/explanations', '05/0131.jsonl'],
    ['/data/5/6/7.jsonl', '/data/5', '6/7.jsonl'],
    ['/data/5/6.jsonl/7/8.jsonl', '/data/5/6.jsonl', '7/8.jsonl'],
    ['file:///data/5/131.jsonl', 'file:///data', '5/131.jsonl'],
    ['//5/131.jsonl', '/', '5/131.jsonl'],
    ['/a\nb/5/131.jsonl', '/a\nb', '5/131.jsonl'],
    ['/5/1.jsonl\n/5/131.jsonl', '/5/1.jsonl\n', '5/131.jsonl'],
    ['/a\r\u2028\u2029/5/131.jsonl', '/a\r\u2028\u2029', '5/131.jsonl'],
  ];
  for (const [path, directory, key] of paths)
    it(`is split into directory and key: ${JSON.stringify(path)}`, () =>
      assert.deepEqual(openaiKeys.split(path), { directory, key }));

  it('is split so, whatever the directory is called', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), digits, digits, (directory, layer, neuron) => {
        const key = `${layer}/${neuron}.jsonl`;
        assert.deepEqual(openaiKeys.split(`${directory}/${key}`), { directory, key });
      }),
    );
  });

  it('has a directory, and ends in a key', () => {
    const withoutDirectory = ['5/131.jsonl', 'a5/131.jsonl', 'a\n5/131.jsonl'];
    const otherEnds = ['', '/', '/a', '/a/5', '/a/x/131.jsonl', '/a/5/131.json', '/a/5//131.jsonl'];
    const more = ['/a/5/131.jsonl/', '/a/5/131.jsonl\n', '/a/5/131.jsonl?x', '\\a\\5\\131.jsonl'];
    for (const path of [...withoutDirectory, ...otherEnds, ...more])
      assert.equal(openaiKeys.split(path), undefined, JSON.stringify(path));
  });
});
