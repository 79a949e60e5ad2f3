import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { FormatError } from '../../../src/format/errors.ts';
import { parsePythonJson, parseWithRepeatedKeys } from '../../../src/format/pythonJson.ts';
import { versionOf } from '../../bench/peers/program.ts';
import { skip } from '../../host/skip.ts';

/** For each text, its value as JSON and the number of repeated keys; null if Python refuses it. */
const script = `
import json, sys
from collections import Counter

def read(text):
    repeated = 0
    def pairs(items):
        nonlocal repeated
        repeated += sum(count > 1 for count in Counter(key for key, _ in items).values())
        return dict(items)
    try:
        value = json.loads(text, object_pairs_hook=pairs)
    except ValueError:
        return None
    return [json.dumps(value), repeated]

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const blank = fc.constantFrom('', '', '', ' ', '\n', '\t\r\n');
const key = fc.constantFrom('"a"', '"b"', '"\\u0061"', '""', '"__proto__"', '"10"', '"\\"a\\":"');
const leaf = fc.constantFrom(
  ...['null', 'true', 'NaN', '-Infinity', '-0', '1e5', '0.1', '15000000000000000001', '1E400'],
  ...['""', '":"', '"\\\\"', '"\\\\\\":"', '" :"', '"{\\"a\\":1}"', '"\\ud83d"', '"é🚢"', '","'],
);
const { text } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('text'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(blank, key, blank, blank, tie('text')), { maxLength: 5 })
      .map((entries) => entries.map(([a, k, b, c, value]) => `${a}${k}${b}:${c}${value}`))
      .map((entries) => `{${entries.join(',')}}`),
  ),
}));
/** Mostly JSON; now and then with a character that is in the way. */
const broken = fc
  .tuple(text, fc.nat(), fc.constantFrom(...'{}[],:"\\ 0aN-'))
  .map(([whole, at, odd]) => {
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + odd + whole.slice(place);
  });

/** With numbers that JSON lacks as texts. The integer -0 is 0 in Python. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === 'number' && !Number.isFinite(item) ? String(item) : item,
    ),
  );

describe('parsePythonJson and Python’s json.loads', () => {
  it('have the same values, errors and repeated keys', function () {
    if (versionOf('python3') === undefined) skip(this, 'needs python3, which is not here');
    this.timeout(30_000);
    const texts = fc.sample(fc.oneof({ weight: 3, arbitrary: text }, broken), {
      numRuns: 4000,
      seed: 20230509,
    });
    const { stdout, stderr } = spawnSync('python3', ['-c', script], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const answers = JSON.parse(stdout || '[]') as ([string, number] | null)[];
    assert.equal(answers.length, texts.length, stderr);
    let [refused, repeating] = [0, 0];
    for (const [i, each] of texts.entries()) {
      const answer = answers[i]!;
      if (answer === null) {
        refused++;
        assert.throws(() => parseWithRepeatedKeys(each), FormatError, each);
        assert.throws(() => parsePythonJson(each), FormatError, each);
        continue;
      }
      const [value, repeated] = answer;
      if (repeated > 0) repeating++;
      const found = parseWithRepeatedKeys(each);
      assert.deepEqual(comparable(found.value), comparable(parsePythonJson(value)), each);
      assert.deepEqual(parsePythonJson(each), found.value, each);
      assert.equal(found.repeatedCount, repeated, each);
    }
    assert.ok(refused > 200 && repeating > 400, `${refused} refused, ${repeating} with repeats`);
  });
});
