import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type NeuronNote, noNote, verdicts } from '../../../src/catalog/rows/neuronNotes.ts';
import { parseNotes, withNotes } from '../../../src/notes/notesFile.ts';

const withNote = (text: string, path: string, note: NeuronNote) => withNotes(text, [[path, note]]);

const fileOf = (neurons: object, more: object = {}) => JSON.stringify({ ...more, neurons });

describe('a file of notes', () => {
  it('is read, with defaults for missing parts', () => {
    const text = fileOf({ 'a/5/131.jsonl': { verdict: 'partly' }, 'a/5/7.jsonl': {} });
    const { notes, fault } = parseNotes(text);
    assert.equal(fault, undefined);
    assert.deepEqual(notes.get('a/5/131.jsonl'), { ...noNote, verdict: 'partly' });
    assert.deepEqual(notes.get('a/5/7.jsonl'), noNote);
  });

  it('changes with several notes as with one after another', () => {
    const starred = { ...noNote, starred: true };
    const before = fileOf({ '5/1.jsonl': { verdict: 'right', by: 'you' }, '5/2.jsonl': {} });
    const paths = ['5/1.jsonl', '11/3.jsonl'];
    assert.equal(
      withNotes(
        before,
        paths.map((path) => [path, starred]),
      ),
      paths.reduce((text, path) => withNote(text, path, starred), before),
    );
  });

  it('has no notes if it is empty or white space', () => {
    for (const text of ['', ' \n', '{}', '{"neurons":{}}']) {
      assert.deepEqual(parseNotes(text), { notes: new Map(), fault: undefined }, text);
    }
  });

  const faults: [text: string, where: string, expected: RegExp, found: RegExp][] = [
    ['{"neurons":', '', /JSON/, /JSON/],
    ['<<<<<<< HEAD\n{}', '', /JSON/, /</],
    ['[]', '', /braces/, /^an empty list$/],
    ['7', '', /braces/, /^a number$/],
    ['"secret"', '', /braces/, /^a string$/],
    ['root:secret', '', /^JSON$/, /found a letter$/],
    ['{"version":NaN}', '', /^JSON$/, /NaN or Infinity/],
    ['{"neurons":{"a":{},"b":{},"a":{}}}', 'neurons.a', /once/, /^this key 2 times$/],
    ['{"version":2}', 'version', /^1$/, /^2$/],
    ['{"neurons":[]}', 'neurons', /object/, /\[\]/],
    [fileOf({ '5/1.jsonl': 3 }), 'neurons["5/1.jsonl"]', /braces/, /^3$/],
    [
      fileOf({ '5/1.jsonl': { starred: 'yes' } }),
      'neurons["5/1.jsonl"].starred',
      /true/,
      /^"yes"$/,
    ],
    [
      fileOf({ '5/1.jsonl': { verdict: 'good' } }),
      'neurons["5/1.jsonl"].verdict',
      /"right", "partly", "wrong"/,
      /good/,
    ],
    [fileOf({ '5/1.jsonl': { note: null } }), 'neurons["5/1.jsonl"].note', /string/, /null/],
  ];
  for (const [text, where, expected, found] of faults) {
    it(`reports what is wrong with ${text.replace('\n', ' ')}`, () => {
      const { fault } = parseNotes(text);
      assert.equal(fault?.where, where);
      assert.match(fault.expected, expected);
      assert.match(fault.found, found);
    });
  }

  it('reports too deep nesting', () => {
    const { fault } = parseNotes(`{"x":${'['.repeat(600)}${']'.repeat(600)}}`);
    assert.match(fault?.found ?? '', /deeper than 500/);
  });

  it('returns valid notes, whatever is wrong with others', () => {
    const text = fileOf({ '5/1.jsonl': { starred: 1 }, '5/2.jsonl': { starred: true } });
    const { notes, fault } = parseNotes(text);
    assert.deepEqual([...notes.keys()], ['5/2.jsonl']);
    assert.ok(fault);
  });
});

describe('a change of a file of notes', () => {
  it('sorts entries by number and keys by name, and omits empty values', () => {
    let text = '';
    for (const path of ['b/11/3.jsonl', 'b/5/1377.jsonl', 'b/5/131.jsonl', 'a/7/0.jsonl']) {
      text = withNote(text, path, { starred: true, verdict: 'right', note: '' });
    }
    const entry = '{\n      "starred": true,\n      "verdict": "right"\n    }';
    const paths = ['a/7/0.jsonl', 'b/5/131.jsonl', 'b/5/1377.jsonl', 'b/11/3.jsonl'];
    const entries = paths.map((path) => `    "${path}": ${entry}`).join(',\n');
    assert.equal(text, `{\n  "neurons": {\n${entries}\n  },\n  "version": 1\n}\n`);
  });

  it('keeps unknown fields', () => {
    const others = { '6/1.jsonl': { tags: [1] }, '5/1.jsonl': { by: 'me', note: 'a' } };
    const before = fileOf(others, { $schema: 's', owner: { b: 1, a: 2 } });
    const after = JSON.parse(withNote(before, '5/1.jsonl', noNote)) as object;
    assert.deepEqual(after, {
      $schema: 's',
      owner: { b: 1, a: 2 },
      version: 1,
      neurons: { '5/1.jsonl': { by: 'me' }, '6/1.jsonl': { tags: [1] } },
    });
  });

  it('keeps keys that are special in JavaScript, at every level', () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    const object = (value: string) => `{${keys.map((key) => `"${key}":${value}`).join()}}`;
    const before = `{${keys.map((key) => `"${key}":1`).join()},"neurons":${object(object('2'))}}`;
    const { notes, fault } = parseNotes(before);
    assert.equal(fault, undefined);
    assert.deepEqual([...notes.keys()], keys);
    let after = before;
    for (const path of [...keys, '5/1.jsonl'])
      after = withNote(after, path, { ...noNote, note: path });
    assert.deepEqual(
      [...parseNotes(after).notes].map(([path, { note }]) => [path, note]).sort(),
      [...keys, '5/1.jsonl'].map((path) => [path, path]).sort(),
    );
    for (const key of keys) {
      assert.equal(after.split(`"${key}": 1`).length, 2, key);
      assert.equal(after.split(`"${key}": 2`).length, keys.length + 1, key);
    }
    assert.equal(({} as { note?: unknown }).note, undefined);
    for (const path of [...keys, '5/1.jsonl']) after = withNote(after, path, noNote);
    assert.deepEqual([...parseNotes(after).notes.keys()].sort(), keys.toSorted());
  });

  it('removes an entry that becomes empty', () => {
    const before = fileOf({ '5/1.jsonl': { note: 'a' }, '5/2.jsonl': { note: 'b' } });
    assert.deepEqual(
      [...parseNotes(withNote(before, '5/1.jsonl', noNote)).notes.keys()],
      ['5/2.jsonl'],
    );
  });

  it('keeps the kind of line ends', () => {
    const text = withNote('{\r\n}\r\n', '5/1.jsonl', { ...noNote, starred: true });
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('fails for an invalid file', () => {
    assert.throws(() => withNote('{', '5/1.jsonl', noNote));
    assert.throws(() => withNote('{"version":2}', '5/1.jsonl', noNote));
  });

  const note = fc.record({
    starred: fc.boolean(),
    verdict: fc.constantFrom(null, ...verdicts),
    note: fc.string({ unit: 'binary' }),
  });
  const path = fc.oneof(
    fc.tuple(fc.string(), fc.nat(), fc.nat()).map((parts) => parts.join('/')),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
  );
  const noted = ({ starred, verdict, note: text }: typeof noNote) =>
    starred || verdict !== null || text !== '';

  it('reads back as it was written, independent of the order of changes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(path, note), { selector: ([p]) => p }), (changes) => {
        const write = (list: typeof changes) =>
          list.reduce((text, [p, n]) => withNote(text, p, n), '');
        const text = write(changes);
        const expected = changes.filter(([, n]) => noted({ ...noNote, ...n }));
        assert.deepEqual(
          new Map(parseNotes(text).notes),
          new Map(expected.map(([p, n]) => [p, { ...n }])),
        );
        if (changes.length > 0) assert.equal(write(changes.toReversed()), text);
      }),
      { seed: 20230509 },
    );
  });
});

describe('the schema of the file of notes', () => {
  it('has the same verdicts', () => {
    const text = readFileSync(
      join(import.meta.dirname, '../../../media/neuron-notes.schema.json'),
      'utf8',
    );
    const [, listed] = /"enum": (\[[^\]]*\])/.exec(text) ?? [];
    assert.deepEqual(JSON.parse(listed!), [...verdicts]);
  });
});
