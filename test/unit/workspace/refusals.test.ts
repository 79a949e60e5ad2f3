import assert from 'node:assert/strict';
import { Refusals } from '../../../src/workspace/refusals.ts';

function setUp() {
  const lines: string[] = [];
  const due: (() => void)[] = [];
  const refusals = new Refusals(
    (text) => lines.push(text),
    (run) => due.push(run),
  );
  /** A minute passes. */
  const pass = () => due.splice(0).forEach((run) => run());
  return { refusals, lines, pass };
}

describe('the log of refused messages', () => {
  it('has their type and size, but no data', () => {
    const { refusals, lines } = setUp();
    const secret = 'a secret';
    for (const message of [{ type: secret, [secret]: [secret] }, secret, [secret], null, 7])
      refusals.refuse('neuron', message);
    assert.deepEqual(lines, [
      'Rejected an invalid message or state from the neuron page: object of about 29 bytes',
      'Rejected an invalid message or state from the neuron page: string of about 8 bytes',
      'Rejected an invalid message or state from the neuron page: array of about 9 bytes',
      'Rejected an invalid message or state from the neuron page: null of about 8 bytes',
      'Rejected an invalid message or state from the neuron page: number of about 8 bytes',
    ]);
  });

  it('costs next to nothing for 50 MB', () => {
    const { refusals, lines } = setUp();
    const large = 'x'.repeat(50_000_000);
    const messages = [
      { type: 'request', text: large },
      { bytes: new Uint8Array(50_000_000) },
      { many: Array.from({ length: 2_000_000 }, (_, i) => i) },
      { deep: Array.from({ length: 100_000 }, () => ({ a: [{ b: 'text' }] })) },
    ];
    const parsed = JSON.stringify;
    // Any text that is made of a message holds all of it.
    JSON.stringify = () => assert.fail('a message was made a text of');
    try {
      for (const message of messages) refusals.refuse('neuron', message);
    } finally {
      JSON.stringify = parsed;
    }
    assert.match(lines[0]!, /object of about 50000015 bytes$/);
    assert.match(lines[1]!, /object of about 50000005 bytes$/);
    for (const line of lines.slice(2)) assert.match(line, /object of more than \d+ bytes$/);
    for (const line of lines) assert.ok(line.length < 100, line);
  });

  it('is limited to a few per minute, then a count', () => {
    const { refusals, lines, pass } = setUp();
    for (let i = 0; i < 10_000; i++) refusals.refuse('overview', { i });
    assert.equal(lines.length, 5);
    pass();
    assert.deepEqual(lines.slice(5), ['Rejected 9995 more messages from pages within a minute']);
    refusals.refuse('overview', {});
    assert.equal(lines.length, 7);
    pass();
    assert.equal(lines.length, 7);
  });
});
