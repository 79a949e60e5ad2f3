import assert from 'node:assert/strict';
import * as z from 'zod';
import {
  type AnswerOf,
  ask,
  type Handlers,
  parseRequest,
  replyTo,
} from '../../../src/panels/contract.ts';
import { Superseded } from '../../../src/panels/superseded.ts';
import { Rpc } from '../../../src/ui/rpc.ts';

const requests = {
  double: ask(z.object({ number: z.int().max(100) })).answers<number>(),
  close: ask().answers<void>(),
};
type Requests = typeof requests;

const handlers: Handlers<Requests> = {
  double: ({ number }) => {
    if (number < 0) throw new Error('It is negative.');
    if (number === 0) return Promise.reject(new Superseded('It is gone.'));
    return 2 * number;
  },
  close: () => undefined,
};

const message = (name: unknown, argument?: unknown) => ({
  type: 'request',
  id: 7,
  request: { name, argument },
});

describe('a page’s contract', () => {
  it('accepts a request with a valid argument, and drops unknown fields', () => {
    const expected = message('double', { number: 1 });
    const given = message('double', { number: 1, more: 2 });
    assert.deepEqual(parseRequest(requests, { ...given, more: 3 }), expected);
  });

  it('accepts a request without an argument, also as JSON', () => {
    const sent = message('close');
    for (const each of [sent, JSON.parse(JSON.stringify(sent)) as unknown])
      assert.deepEqual(parseRequest(requests, each), sent);
  });

  it('refuses unknown requests, and names that every object has', () => {
    for (const name of ['open', 'constructor', '__proto__', 'toString', '', null, 5, ['double']])
      assert.equal(parseRequest(requests, message(name, { number: 1 })), undefined);
  });

  it('refuses invalid and unexpected arguments', () => {
    for (const argument of [undefined, null, 1, [], {}, { number: '1' }, { number: 101 }])
      assert.equal(parseRequest(requests, message('double', argument)), undefined);
    for (const argument of [null, 0, {}])
      assert.equal(parseRequest(requests, message('close', argument)), undefined);
  });

  it('refuses other messages', () => {
    const { request } = message('close');
    for (const each of [
      undefined,
      null,
      'request',
      [],
      {},
      request,
      { type: 'request', request },
      { type: 'request', id: '7', request },
      { type: 'reply', id: 7, request },
      { type: 'request', id: 7, request: null },
    ])
      assert.equal(parseRequest(requests, each), undefined);
  });

  describe('gives a reply', () => {
    const resultOf = async (number: number) => {
      const checked = parseRequest(requests, message('double', { number }));
      assert.ok(checked);
      const { type, id, result } = await replyTo(checked, handlers);
      assert.deepEqual([type, id], ['reply', 7]);
      return result;
    };

    it('with the answer', async () => {
      assert.deepEqual(await resultOf(3), { ok: 6 });
    });

    it('with the error if it failed', async () => {
      assert.deepEqual(await resultOf(-1), { error: 'It is negative.' });
    });

    it('that says if the answer is no longer needed', async () => {
      assert.deepEqual(await resultOf(0), { error: 'It is gone.', superseded: true });
    });
  });

  it('is the same for the page and the host', async () => {
    const rpc = new Rpc<Requests>((posted) => {
      const checked = parseRequest(requests, posted);
      assert.ok(checked);
      void replyTo(checked, handlers).then((reply) => rpc.settle(reply));
    });
    const doubled: number = await rpc.request('double', { number: 4 });
    assert.equal(doubled, 8);
    assert.equal(await rpc.request('close'), undefined);
    await assert.rejects(rpc.request('double', { number: -1 }), /negative/);
  });
});

/** What must not compile; it is never run. */
export function typesOnly(rpc: Rpc<Requests>): unknown[] {
  const { double, close } = handlers;
  // @ts-expect-error a handler is missing
  const missing: Handlers<Requests> = { double };
  // @ts-expect-error there is no such request
  const more: Handlers<Requests> = { double, close, open: close };
  // @ts-expect-error the answer is a number
  const answer: Handlers<Requests> = { close, double: () => 'two' };
  // @ts-expect-error so is one that comes later
  const later: Handlers<Requests> = { close, double: () => Promise.resolve('two') };
  // @ts-expect-error the argument has no text
  const argument: Handlers<Requests> = { close, double: ({ text }) => Number(text) };
  // @ts-expect-error nothing is answered
  const nothing: AnswerOf<Requests, 'close'> = 1;
  // @ts-expect-error there is no such request
  const unknown = rpc.request('open');
  // @ts-expect-error the argument is missing
  const without = rpc.request('double');
  // @ts-expect-error it is no number
  const wrong = rpc.request('double', { number: '1' });
  // @ts-expect-error there is no argument
  const given = rpc.request('close', {});
  // @ts-expect-error the answer is a number
  const text: Promise<string> = rpc.request('double', { number: 1 });
  return [missing, more, answer, later, argument, nothing, unknown, without, wrong, given, text];
}
