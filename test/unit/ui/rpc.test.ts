import assert from 'node:assert/strict';
import type { RequestMessage } from '../../../src/panels/protocol.ts';
import { Rpc } from '../../../src/ui/rpc.ts';

const request = { type: 'openJson', path: ['a', 0] };

describe('Rpc', () => {
  it('gives each request its own reply, in whatever order they come', async () => {
    const posted: RequestMessage<typeof request>[] = [];
    const rpc = new Rpc<typeof request>((message) => posted.push(message));
    const answers = [rpc.request(request), rpc.request(request)];
    const ids = posted.map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
    rpc.settle({ type: 'reply', id: ids[1]!, result: { ok: 'second' } });
    rpc.settle({ type: 'reply', id: ids[0]!, result: { ok: 'first' } });
    assert.deepEqual(await Promise.all(answers), ['first', 'second']);
  });

  it('rejects with the error of the reply', async () => {
    const rpc = new Rpc(() => undefined);
    const answer = rpc.request(request);
    rpc.settle({ type: 'reply', id: 1, result: { error: 'no such file' } });
    await assert.rejects(answer, /no such file/);
  });

  it('rejects when the message cannot be sent', async () => {
    const rpc = new Rpc(() => {
      throw new Error('DataCloneError');
    });
    await assert.rejects(rpc.request(request), /DataCloneError/);
  });

  it('rejects when no reply comes in time, and takes no offence at one that comes later', async () => {
    const rpc = new Rpc(() => undefined, 5);
    await assert.rejects(rpc.request(request), /did not answer/);
    rpc.settle({ type: 'reply', id: 1, result: { ok: null } });
  });

  it('rejects all that still waits when it is disposed of', async () => {
    const rpc = new Rpc(() => undefined);
    const answers = [rpc.request(request), rpc.request(request)];
    rpc.dispose();
    for (const answer of answers) await assert.rejects(answer, /closed/);
  });
});
