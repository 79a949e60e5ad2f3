import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { FileError } from '../../../src/files/fileSource.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import { linesOf } from './decodeText.ts';
import { memorySource } from './memorySource.ts';
import * as raw from './rawNeuron.ts';

const path = 'd/3/14.jsonl';
const place = { layer: 3, neuron: 14 };
const good = JSON.stringify(raw.neuron());

const read = (content: string | Uint8Array | FileError) =>
  readNeuronFile(memorySource({ [path]: content }), path, place);

async function faultOf(content: string | Uint8Array): Promise<FormatError> {
  try {
    await read(content);
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    assert.equal(error.file, path);
    assert.equal(error.message, `${path}: ${error.reason}`);
    return error;
  }
  return assert.fail('it was read');
}

describe('readNeuronFile', () => {
  it('reads a valid file without problems, with or without line ends around it', async () => {
    const expected = await read(good);
    assert.deepEqual(expected.problems, []);
    assert.equal(expected.neuron.scoredExplanations.length, 2);
    for (const content of [`${good}\n`, `${good}\r\n`, `\n\n${good}\n \n`, `\t${good}`]) {
      const { neuron, problems } = await read(content);
      assert.deepEqual({ neuron, problems }, { neuron: expected.neuron, problems: [] });
    }
  });

  it('reports that there is no such file', async () => {
    await assert.rejects(readNeuronFile(memorySource({}), path, place), {
      name: 'FileError',
      message: `${path}: no such file`,
    });
  });

  it('reports why a file cannot be read', async () => {
    const error = new FileError(path, 'permission denied');
    await assert.rejects(read(error), (thrown) => thrown === error);
  });

  it('reports the content of an empty file', async () => {
    assert.equal((await faultOf('')).reason, 'it is empty (0 bytes)');
    for (const content of ['\n', ' \t\r\n\n'])
      assert.equal((await faultOf(content)).reason, 'it contains only white space');
  });

  it('reports gzip, byte order marks and other encodings', async () => {
    assert.equal(
      (await faultOf(gzipSync(good))).reason,
      'it is compressed by gzip: decompress it first',
    );
    assert.equal(
      (await faultOf(`\ufeff${good}`)).reason,
      'it begins with a byte order mark, which JSON does not allow; save it as UTF-8 without one',
    );
    const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le');
    assert.match((await faultOf(utf16)).reason, /^it is UTF-16 \(little-endian\)/);
    // The first byte of gzip alone is no gzip.
    assert.match((await faultOf(Uint8Array.of(0x1f))).reason, /invalid JSON/);
  });

  it('reports invalid JSON with its position in the file', async () => {
    const cut = await faultOf(good.slice(0, 200));
    assert.match(cut.reason, /may be truncated$/);
    const late = await faultOf(`\n\n  ${good}]\n`);
    assert.equal(late.offset, good.length + 4);
    assert.match(late.reason, new RegExp(`at line 3, column ${good.length + 3}: `));
    const spread = JSON.stringify(raw.neuron(), null, 2).replace('"ev_', 'ev_');
    const { offset, reason } = await faultOf(spread);
    assert.equal(offset, spread.indexOf('ev_'));
    const line = spread.slice(0, offset).split('\n').length;
    assert.ok(reason.includes(`at line ${line}, column `), reason);
  });

  it('reports other kinds of files', async () => {
    assert.match((await faultOf('[]')).reason, /found an empty list$/);
    assert.match((await faultOf('{"attention_head_id":{}}')).reason, /an attention head/);
    const record = '{"dataclass_name":"NeuronRecord","neuron_id":{}}';
    assert.match((await faultOf(record)).reason, /found a NeuronRecord$/);
  });

  it('reads the first of several lines, and reports the others', async () => {
    const second = JSON.stringify(raw.neuron({ scored_explanations: [] }));
    for (const tail of [second, 'no JSON', '{']) {
      const { neuron, problems } = await read(`${good}\n${tail}\n`);
      assert.deepEqual(linesOf({ problems }), [
        'error : Expected one line, found 2. Only the first is shown.',
      ]);
      assert.equal(neuron.scoredExplanations.length, 2);
    }
  });

  it('reads JSON over several lines, and reports that the reference does not', async () => {
    const pretty = JSON.stringify(raw.neuron(), null, 2);
    for (const spread of [pretty, good.replace(',', ',\n')]) {
      const count = spread.split('\n').length;
      const { neuron, problems } = await read(`${spread}\n`);
      assert.deepEqual(linesOf({ problems }), [
        `info : The JSON is spread over ${count} lines. The reference only reads files of one line.`,
      ]);
      assert.deepEqual(neuron, (await read(good)).neuron);
    }
  });

  it('reads NaN and infinities', async () => {
    const { neuron, problems } = await read(
      good.replace(/0\.75/g, 'NaN').replace('0.5', 'Infinity'),
    );
    assert.deepEqual(problems, []);
    assert.equal(neuron.scoredExplanations[0]!.scoredSimulation.evCorrelationScore, NaN);
  });

  it('reports an ID that differs from the path, and keeps it', async () => {
    for (const [id, said] of [
      [{ layer_index: 5, neuron_index: 14 }, '5:14'],
      [{ layer_index: 3, neuron_index: 131 }, '3:131'],
    ] as const) {
      const { neuron, problems } = await read(JSON.stringify(raw.neuron({ neuron_id: id })));
      assert.deepEqual(linesOf({ problems }), [
        `warning neuron_id: Path says 3:14 but neuron_id says ${said}. Using the path.`,
      ]);
      assert.equal(neuron.neuronId.layerIndex, id.layer_index);
      assert.equal(neuron.neuronId.neuronIndex, id.neuron_index);
    }
  });

  it('does not report it for a missing ID, which is a problem already', async () => {
    const { problems } = await read(JSON.stringify(raw.neuron({ neuron_id: null })));
    assert.deepEqual(linesOf({ problems }), [
      'warning neuron_id: Expected a NeuronId, found null. Shown as missing.',
    ]);
    for (const half of [{ layer_index: 3 }, { neuron_index: 14 }]) {
      const { problems: one } = await read(JSON.stringify(raw.neuron({ neuron_id: half })));
      assert.equal(one.length, 1, linesOf({ problems: one }).join('\n'));
    }
  });

  it('lists problems of the whole file first, then of the ID, then others', async () => {
    const id = { layer_index: 5, neuron_index: 14 };
    const { problems } = await read(
      `${JSON.stringify(raw.neuron({ neuron_id: id, x: 1 }))}\nsecond`,
    );
    assert.deepEqual(
      problems.map(({ severity, path }) => [severity, path]),
      [
        ['error', []],
        ['warning', ['neuron_id']],
        ['info', ['x']],
      ],
    );
  });
});
