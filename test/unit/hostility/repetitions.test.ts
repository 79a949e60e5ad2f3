import assert from 'node:assert/strict';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { decodeRow } from '../../../src/catalog/rows/decodeRow.ts';
import { neuronDocument } from '../../../src/neuron/host/content.ts';
import { located } from '../neuron/support/located.ts';
import { place } from './hostileFiles.ts';
import { checkCheck, checkDecoder, checkSiblings } from './readChecks.ts';
import { repetitions } from './repetitions.ts';

const [few, many] = [2_000, 8_000];
/** Time that four times the repetitions may take: it is 16 if each visits all others. */
const most = 11;
/** In seconds of this thread's processor time: what takes less tells nothing of how it grows. */
const least = 0.1;

function seconds(bytes: Uint8Array): number {
  const before = process.threadCpuUsage();
  const decoded = checkDecoder(bytes);
  const unit = decoded && explainedUnit(decoded.neuron);
  if (unit) neuronDocument(located('5/131.jsonl'), unit, decoded.problems);
  const row = decodeRow(bytes, place);
  assert.ok(JSON.stringify(row.problems).length < 5000);
  checkCheck(bytes);
  checkSiblings(bytes);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

describe('a file with 8,000 repetitions', () => {
  for (const [name, make] of Object.entries(repetitions)) {
    it(`is read, checked and shown in linear time: ${name}`, () => {
      const bytes = (count: number) => new TextEncoder().encode(make(count));
      seconds(bytes(few));
      const [ofFew, ofMany] = [seconds(bytes(few)), seconds(bytes(many))];
      assert.ok(ofMany < most * Math.max(ofFew, least), `${few}: ${ofFew} s, ${many}: ${ofMany} s`);
    });
  }
});

describe('a file with too many problems', () => {
  it('is refused with one sentence', () => {
    for (const [name, why] of [
      ['explanations that are numbers', /^it has 150000 explanations; the limit is 10000/],
      ['sequences that are lists', /^it has more than 100000 errors in a list of scored/],
    ] as const)
      assert.match(
        decodeRow(new TextEncoder().encode(repetitions[name]!(150_000)), place).failure ?? '',
        why,
      );
  });
});
