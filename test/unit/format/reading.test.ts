import assert from 'node:assert/strict';
import { FileError, type FileSource } from '../../../src/files/fileSource.ts';
import { FormatError } from '../../../src/format/errors.ts';
import * as reading from '../../../src/format/reading.ts';
import { memorySource } from './memorySource.ts';

const idText = '{"layer_index":1,"neuron_index":2,"dataclass_name":"NeuronId"}';
const id = { dataclassName: 'NeuronId', layerIndex: 1, neuronIndex: 2 };
const other = '{"layer_index":8,"neuron_index":9}';

const path = 'd/5/131.jsonl';
const holding = (content: string | Uint8Array) => memorySource({ [path]: content });
const empty = memorySource({});

type Loader = (source: FileSource) => Promise<unknown>;
const sync: Loader = (source) => reading.loadNeuronExplanations(source, 'd', 5, 131);
const async: Loader = (source) => reading.loadNeuronExplanationsAsync(source, 'd', '5', '131');
const explanation: Loader = (source) => reading.readExplanationFile(source, path);
const json: Loader = (source) => reading.readJsonFile(source, path);
const line: Loader = (source) => reading.readFile(source, path);

const isFormatError = (error: unknown) => {
  assert.ok(error instanceof FormatError, String(error));
  assert.equal(error.file, path);
  assert.ok(error.message.startsWith(`${path}: `), error.message);
  return true;
};

describe('neuronPath', () => {
  it('is layer and neuron in the directory, joined by the source', () => {
    assert.equal(reading.neuronPath(empty, 'd', 5, '131'), path);
    assert.equal(reading.neuronPath(empty, 'd', '005', 131), 'd/005/131.jsonl');
  });
});

describe('the reading functions', () => {
  const all = { sync, async, explanation, json, line };

  it('give null if there is no such file', async () => {
    for (const load of Object.values(all)) assert.equal(await load(empty), null);
  });

  it('read a file of one line, with or without line end', async () => {
    for (const content of [idText, `${idText}\n`]) {
      for (const load of [sync, async, explanation])
        assert.deepEqual(await load(holding(content)), id);
      assert.deepEqual(await json(holding(content)), JSON.parse(idText));
      assert.equal(await line(holding(content)), idText);
    }
  });

  it('reject if a file cannot be read', async () => {
    const denied = memorySource({ [path]: new FileError(path, 'permission denied') });
    for (const load of Object.values(all)) {
      await assert.rejects(load(denied), {
        name: 'FileError',
        message: `${path}: permission denied`,
      });
    }
  });

  it('name the file if it is not UTF-8', async () => {
    const latin = Uint8Array.of(0x22, 0xe9, 0x22);
    for (const load of Object.values(all))
      await assert.rejects(load(holding(latin)), isFormatError);
  });

  it('name the file if it is not JSON or begins with a byte order mark', async () => {
    for (const content of ['{"a":', `\ufeff${idText}`]) {
      for (const load of [sync, async, explanation, json])
        await assert.rejects(load(holding(content)), isFormatError);
    }
  });

  it('name the file if it does not decode', async () => {
    const content = '{"dataclass_name":"NeuronId"}';
    for (const load of [sync, async, explanation])
      await assert.rejects(load(holding(content)), isFormatError);
    assert.deepEqual(await json(holding(content)), JSON.parse(content));
  });

  it('keep a byte order mark in the text of a line', async () => {
    assert.equal(await line(holding(`\ufeff${idText}`)), `\ufeff${idText}`);
  });

  it('decode numbers that JSON lacks', async () => {
    assert.deepEqual(await json(holding('[NaN]')), [NaN]);
  });
});

describe('differences of the reference’s synchronous and asynchronous loaders', () => {
  it('are files of several lines, of which the first reads one', async () => {
    for (const content of [`${idText}\n${other}\n`, `${idText}\nno JSON`]) {
      assert.deepEqual(await sync(holding(content)), id);
      for (const load of [async, explanation, json, line])
        await assert.rejects(load(holding(content)), isFormatError);
    }
  });

  it('are empty files, which the first reads as null', async () => {
    assert.equal(await sync(holding('')), null);
    for (const load of [async, explanation, json, line])
      await assert.rejects(load(holding('')), isFormatError);
  });

  it('are reversed for empty lines at the start', async () => {
    await assert.rejects(sync(holding(`\n${idText}`)), isFormatError);
    for (const load of [async, explanation])
      assert.deepEqual(await load(holding(`\n\n${idText}`)), id);
  });

  it('do not depend on the text after the first line', async () => {
    const bytes = Buffer.concat([Buffer.from(`${idText}\n`), Buffer.of(0xff)]);
    assert.deepEqual(await sync(holding(bytes)), id);
    await assert.rejects(async(holding(bytes)), isFormatError);
  });
});

describe('readFile', () => {
  it('returns the number of lines', async () => {
    await assert.rejects(line(holding('\n\n')), {
      message: `${path}: expected exactly one non-empty line, found none`,
    });
    await assert.rejects(line(holding('a\n\nb\nc')), {
      message: `${path}: expected exactly one non-empty line, found 3`,
    });
  });

  it('counts a line of white space', async () => {
    await assert.rejects(line(holding('a\n \n')), isFormatError);
    assert.equal(await line(holding('a\r\n')), 'a\r');
  });
});

describe('decodeUtf8', () => {
  it('reads text, with any characters', () => {
    const text = '\ufeffé🚢\u2028\u0000';
    assert.equal(reading.decodeUtf8(new TextEncoder().encode(text)), text);
  });

  it('refuses what is no UTF-8', () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80]]) {
      assert.throws(() => reading.decodeUtf8(Uint8Array.from(bytes)), {
        name: 'FormatError',
        message: 'it is not UTF-8 text',
      });
    }
  });

  it('recognises UTF-16', () => {
    assert.throws(() => reading.decodeUtf8(Uint8Array.of(0xff, 0xfe, 0x61, 0)), {
      name: 'FormatError',
      message: 'it is UTF-16 (little-endian), not UTF-8; save it as UTF-8',
    });
  });

  it('rejects half a gigabyte as too large', () => {
    const { TextDecoder } = globalThis;
    // As Node does where no string can hold the text; really to do it would take seconds.
    class Overwhelmed extends TextDecoder {
      override decode(): never {
        throw Object.assign(new Error('too long'), { code: 'ERR_STRING_TOO_LONG' });
      }
    }
    globalThis.TextDecoder = Overwhelmed;
    try {
      assert.throws(() => reading.decodeUtf8(new Uint8Array(1)), {
        name: 'FormatError',
        message: 'it is too large for one string',
      });
    } finally {
      globalThis.TextDecoder = TextDecoder;
    }
  });
});
