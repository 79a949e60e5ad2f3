import assert from 'node:assert/strict';
import type { Asked, Request, RequestMessage } from '../../../src/panels/contract.ts';
import { Rpc } from '../../../src/ui/rpc.ts';

type Requests = { find: Request<{ text: string }, string>; swap: Request<undefined, void> };

describe('Rpc', () => {
  it('gives each request its reply, in whatever order they arrive', async () => {
    const posted: RequestMessage<Asked<Requests>>[] = [];
    const rpc = new Rpc<Requests>((message) => posted.push(message));
    const answers = [rpc.request('find', { text: 'a' }), rpc.request('find', { text: 'b' })];
    assert.deepEqual(
      posted.map(({ request }) => request),
      ['a', 'b'].map((text) => ({ name: 'find', argument: { text } })),
    );
    const ids = posted.map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
    rpc.settle({ type: 'reply', id: ids[1]!, result: { ok: 'second' } });
    rpc.settle({ type: 'reply', id: ids[0]!, result: { ok: 'first' } });
    assert.deepEqual(await Promise.all(answers), ['first', 'second']);
  });

  it('rejects with the error of the reply', async () => {
    const rpc = new Rpc<Requests>(() => undefined);
    const answer = rpc.request('swap');
    rpc.settle({ type: 'reply', id: 1, result: { error: 'no such file' } });
    await assert.rejects(answer, /no such file/);
  });

  it('rejects when the message cannot be sent', async () => {
    const rpc = new Rpc<Requests>(() => {
      throw new Error('DataCloneError');
    });
    await assert.rejects(rpc.request('swap'), /DataCloneError/);
  });

  it('rejects without a reply in time, and ignores a late one', async () => {
    const rpc = new Rpc<Requests>(() => undefined, 5);
    await assert.rejects(rpc.request('swap'), /No answer/);
    rpc.settle({ type: 'reply', id: 1, result: { ok: null } });
  });

  it('rejects all pending requests when disposed', async () => {
    const rpc = new Rpc<Requests>(() => undefined);
    const answers = [rpc.request('swap'), rpc.request('swap')];
    rpc.dispose();
    for (const answer of answers) await assert.rejects(answer, /closed/);
  });
});
