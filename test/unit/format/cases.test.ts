import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { checkFile } from '../../../src/check/checkFile.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { FormatError } from '../../../src/format/errors.ts';
import * as raw from './rawNeuron.ts';
import { linesOf } from './decodeText.ts';

const bytesOf = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/cases', name));
const utf8 = (text: string) => new TextEncoder().encode(text);
const good = JSON.stringify(raw.neuron());
const place = { layer: 3, neuron: 14 };
const problemsOf = (bytes: Uint8Array, at = place) => linesOf(decodeNeuronFile(bytes, at));

function reasonOf(bytes: Uint8Array): string {
  try {
    decodeNeuronFile(bytes, place);
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    return error.reason;
  }
  return assert.fail('it was taken for a neuron');
}

describe('a key twice in one object', () => {
  it('has its last value, as in Python, with a warning at the first one', () => {
    const explanation = bytesOf('duplicate-keys/duplicate-key-explanation.jsonl');
    const { neuron } = decodeNeuronFile(explanation, { layer: 1, neuron: 10 });
    assert.deepEqual(
      neuron.scoredExplanations.map((each) => each.explanation),
      [' the word "and"'],
    );
    assert.deepEqual(problemsOf(explanation, { layer: 1, neuron: 10 }), [
      'warning scored_explanations[0].explanation: The key "explanation" occurs twice in one object. As in Python, the last value is used; the first (line 1, column 102) is dropped.',
    ]);
    const list = bytesOf('duplicate-keys/duplicate-key-list.jsonl');
    const decoded = decodeNeuronFile(list, { layer: 1, neuron: 11 });
    assert.equal(decoded.neuron.scoredExplanations.length, 1);
    assert.match(linesOf(decoded).join(), /^warning scored_explanations: .* \(line 1, column 78\)/);
  });

  it('is reported at any depth, for any key, also with Python’s literals or other lines', () => {
    const cases: [text: string, path: string, place: string][] = [
      [good.replace('{', '{"x":1,"x":2,'), 'x', 'line 1, column 2'],
      [good.replace('"tokens":', '"tokens":[],"t\\u006fkens":'), 'tokens', 'line 1, column'],
      [
        good.replace('"rsquared_score":', '"rsquared_score":NaN,"rsquared_score":'),
        'rsquared_score',
        'line 1, column',
      ],
      [
        `\n ${good.replace('"layer_index"', '"layer_index":1,"layer_index"')}`,
        'layer_index',
        'line 2, column 16',
      ],
      [`\n${good.replace('{', '{"x":1,"x":2,')}\nmore`, 'x', 'line 2, column 2'],
      [good.replace('{', '{"__proto__":1,"__proto__":2,'), '__proto__', 'line 1, column 2'],
    ];
    for (const [text, key, where] of cases) {
      const told = decodeNeuronFile(utf8(text), place).problems.filter(
        ({ code }) => code === 'duplicate-key',
      );
      assert.equal(told.length, 1, text);
      assert.equal(told[0]!.path.at(-1), key);
      assert.ok(told[0]!.message.includes(where), told[0]!.message);
    }
  });

  it('hides no problem of the value that counts', () => {
    const text = good
      .replace('"scored_explanations":', '"scored_explanations":0,"scored_explanations":')
      .replace('" ships"', '" "');
    const { counts } = checkFile(utf8(text), place);
    assert.equal(counts['duplicate-key'], 1);
    assert.equal(counts['empty-explanation'], 1);
  });

  it('is counted, not reported each time, if there are many', () => {
    const many = Array.from({ length: 20_000 }, () => '{"a":1,"a":2}').join();
    const { problems } = decodeNeuronFile(utf8(good.replace('{', `{"x":[${many}],`)), place);
    const told = problems.filter(({ code }) => code === 'duplicate-key');
    assert.equal(told.length, 101);
    assert.match(told[100]!.message, /^19900 more repeated keys\.$/);
  });

  it('is counted if one key repeats', () => {
    const keys = Array.from({ length: 30_000 }, () => '"k":"\\\\"').join();
    const lines = problemsOf(utf8(good.replace('{', `{"x":{${keys}},`)));
    assert.match(
      lines.join(),
      /The key "k" occurs 30000 times .*; the others are dropped, the first of them at line 1/,
    );
  });
});

describe('zero bytes at the end of a file', () => {
  it('are ignored with a warning, whatever is before them', () => {
    for (const [name, neuron] of [
      ['trailing-nul', 40],
      ['newline-then-nul', 7],
    ] as const) {
      const bytes = bytesOf(`encodings/${name}.jsonl`);
      const decoded = decodeNeuronFile(bytes, { layer: 1, neuron });
      assert.equal(decoded.neuron.scoredExplanations.length, 1);
      assert.match(
        linesOf(decoded).join(),
        /^warning : After the JSON, the file has \d+ zero bytes\. They are ignored\.$/,
      );
    }
    for (const end of ['\0', '\n\0\0', '\0\n', '\r\n\0 \0\n'])
      assert.deepEqual(
        decodeNeuronFile(utf8(good + end), place).problems.map(({ code }) => code),
        ['trailing-zeros'],
      );
  });

  it('do not hide problems before them', () => {
    assert.equal(reasonOf(utf8('\0\0\n\0')), 'it contains only zero bytes');
    assert.match(reasonOf(utf8(`${good.slice(0, 100)}\0\0\0`)), /may be truncated/);
    assert.match(reasonOf(utf8(`\0\0\0\0${good}`)), /U\+0000/);
    assert.match(problemsOf(utf8(`${good}\n\0{}\n`)).join(), /found 2\. Only the first/);
  });
});

describe('a file in UTF-16', () => {
  it('is recognised, with a byte order mark and without', () => {
    const little = 'it is UTF-16 (little-endian), not UTF-8; save it as UTF-8';
    assert.equal(reasonOf(bytesOf('encodings/utf16le-no-bom.jsonl')), little);
    const encoded = Buffer.from(good, 'utf16le');
    assert.equal(reasonOf(encoded), little);
    assert.equal(reasonOf(Buffer.from(`\ufeff${good}`, 'utf16le')), little);
    const big = /^it is UTF-16 \(big-endian\)/;
    assert.match(reasonOf(Buffer.from(encoded).swap16()), big);
    assert.match(reasonOf(Buffer.from(`\ufeff${good}`, 'utf16le').swap16()), big);
    const wide = Buffer.from(Uint32Array.from(good, (c) => c.codePointAt(0)!).buffer);
    assert.match(reasonOf(wide), /^it is UTF-32 \(little-endian\)/);
    assert.match(reasonOf(wide.swap32()), /^it is UTF-32 \(big-endian\)/);
  });
});

describe('an ID beyond a double’s precision', () => {
  it('is reported as written', () => {
    const told = problemsOf(bytesOf('big-id/big-integer-id.jsonl'), { layer: 1, neuron: 2 });
    assert.match(told.join(), /neuron_id says 1:15000000000000000001\./);
    const second = JSON.stringify(raw.secondGeneration(raw.neuron()));
    const layer = second.replace('"layer":3', '"layer":9007199254740993');
    assert.match(problemsOf(utf8(layer)).join(), /neuron_id says 9007199254740993:14\./);
    const long = good.replace('"neuron_index":14', `"neuron_index":1${'0'.repeat(200)}`);
    assert.match(problemsOf(utf8(long)).join(), /3:10{56}…/);
  });
});

describe('an ID of NaN', () => {
  const ids: [id: string, paths: string[]][] = [
    ['{"layer_index":3,"neuron_index":NaN}', ['neuron_id.neuron_index']],
    ['{"layer":NaN,"idx":NaN}', ['neuron_id.layer', 'neuron_id.idx']],
    ['{"layer_index":"3","neuron_index":NaN}', ['neuron_id.neuron_index', 'neuron_id.layer_index']],
    ['{"neuron_index":14}', ['neuron_id.layer_index']],
    ['{"layer_index":3,"neuron_index":Infinity}', ['neuron_id.neuron_index']],
    ['null', ['neuron_id']],
  ];
  for (const [id, paths] of ids) {
    it(`is the same to decoder, row and check: ${id}`, () => {
      const text = good.replace(/"neuron_id":\{[^}]*\}/, `"neuron_id":${id}`);
      const ofId = (path: string) => path.startsWith('neuron_id');
      const { problems } = decodeNeuronFile(utf8(text), place);
      assert.deepEqual(
        problems.map(({ path }) => path.join('.')),
        paths,
      );
      assert.equal(decodeRow(utf8(text), place).problemCount, paths.length);
      const { findings } = checkFile(utf8(text), place);
      const found = findings.filter(({ path }) => ofId(path));
      assert.deepEqual(found.map(({ path }) => path).sort(), paths.toSorted());
    });
  }
});

describe('a file that is not a neuron', () => {
  const secret = 'hunter2';
  const texts = [
    `root:${secret}:0:0:root:/root:/bin/bash\n`,
    `"${secret}"`,
    `{"${secret}":"${secret}"}`,
    `{"dataclass_name":"${secret}"}`,
    `["${secret}"]`,
    `{"a": ${secret}}`,
    `{"a": "\\u${secret}"}`,
    `{"a": 1} ${secret}`,
    `{"a": "${secret}`,
    `${secret}=1`,
    `<${secret}>`,
  ];
  for (const text of texts) {
    it(`is not quoted in its row or by the check: ${JSON.stringify(text)}`, () => {
      assert.doesNotMatch(JSON.stringify(decodeRow(utf8(text), place)), /hunt|nter2/);
      assert.doesNotMatch(JSON.stringify(checkFile(utf8(text), place)), /hunt|nter2/);
      assert.doesNotMatch(reasonOf(utf8(text)), /hunt|nter2/);
    });
  }
});
