import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { largestFile } from '../../../../src/files/fileSource.ts';
import { end, type Handler, StubStore } from './support/stubStore.ts';
import { stubTransport, TestTimer } from './support/testTimer.ts';

const url = 'https://acct.blob.core.windows.net/c/a';
const path = 'az://acct/c/a';

describe('the transport to stores', () => {
  let stub: StubStore;
  let timer: TestTimer;
  beforeEach(async () => {
    stub = new StubStore();
    timer = new TestTimer();
    stub.blobs.set('acct.blob.core.windows.net/c/a', 'content');
    await stub.start();
  });
  afterEach(() => stub.stop());

  const transport = (options = {}) => stubTransport(stub, timer, options);
  const send = (options = {}) => transport().send({ url }, { path, ...options });
  const text = async (answer: Promise<{ bytes: Uint8Array }>) =>
    new TextDecoder().decode((await answer).bytes);
  const status =
    (code: number, headers: Record<string, string> = {}): Handler =>
    (_, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      end(response, code);
    };
  const drop: Handler = (_, response) => response.destroy();

  it('retries what may pass, with longer and longer waits', async () => {
    stub.next.push(status(408), status(429), status(500), status(502), status(503));
    assert.equal(await text(send()), 'content');
    assert.deepEqual(timer.waits, [200, 400, 800, 1600, 3200]);
    stub.next.push(status(504), drop);
    assert.equal(await text(send()), 'content');
  });

  it('waits as long as the server asks, but not for ever', async () => {
    const date = 'Tue, 01 Jul 2025 00:00:00 GMT';
    const later = 'Tue, 01 Jul 2025 00:00:05 GMT';
    stub.next.push(
      status(503, { 'Retry-After': '7' }),
      status(503, { 'Retry-After': later, Date: date }),
      status(503, { 'Retry-After': date, Date: later }),
      status(503, { 'Retry-After': '86400' }),
      status(503, { 'Retry-After': 'soon' }),
    );
    assert.equal(await text(send()), 'content');
    assert.deepEqual(timer.waits, [7000, 5000, 0, 60_000, 3200]);
  });

  it('gives up after six tries', async () => {
    stub.next.push(...Array.from({ length: 6 }, () => status(503)));
    await assert.rejects(send(), {
      name: 'FileError',
      transient: true,
      message: `${path}: the server answered with status 503 (tried 6 times)`,
    });
    assert.equal(stub.requests.length, 6);
    stub.next.push(...Array.from({ length: 6 }, () => drop));
    await assert.rejects(send(), {
      transient: true,
      message: `${path}: the connection was closed (tried 6 times)`,
    });
  });

  it('returns other failures at once', async () => {
    for (const code of [400, 401, 403, 404, 409, 412, 416]) {
      stub.next.push(status(code));
      assert.equal((await send()).status, code);
    }
    assert.deepEqual(timer.waits, []);
  });

  it('reads again what was cut off', async () => {
    const cutOff: Handler = (_, response) => {
      response.setHeader('Content-Length', 100);
      response.write('half', () => response.destroy());
    };
    stub.next.push(cutOff);
    assert.equal(await text(send()), 'content');
    stub.next.push(...Array.from({ length: 6 }, () => cutOff));
    await assert.rejects(send(), { message: /expected 100 bytes, found 4 \(tried 6 times\)/ });
  });

  it('does not read what is too large', async () => {
    stub.next.push((_, response) => {
      response.setHeader('Content-Length', largestFile + 1);
      response.write('x');
    });
    await assert.rejects(send(), { message: /larger than 512 MiB/, transient: false });
    assert.equal(stub.requests.length, 1);
  });

  it('tries again if nothing comes', async () => {
    const arrived = new Promise<void>((resolve) => stub.next.push(() => resolve()));
    const answer = send();
    await arrived;
    timer.expire();
    assert.equal(await text(answer), 'content');
    assert.equal(stub.requests.length, 2);
  });

  it('waits anew for each part', async () => {
    let response!: ServerResponse;
    stub.next.push((_, slow) => {
      response = slow;
      slow.write('slow ');
    });
    let started = 0;
    const restarted = new Promise<void>((resolve) => {
      timer.timeoutStarted = () => {
        if (++started === 2) resolve();
      };
    });
    const answer = send();
    await restarted;
    assert.equal(timer.timeouts, 1);
    response.end('body');
    assert.equal(await text(answer), 'slow body');
    assert.equal(timer.timeouts, 0);
  });

  it('can be aborted while it is sent and while it waits', async () => {
    const abort = new AbortController();
    const reason = new Error('closed');
    let closed!: Promise<unknown>;
    stub.next.push((_, response) => {
      closed = once(response, 'close');
      abort.abort(reason);
    });
    const last = transport({ tries: 1 }).send({ url }, { path, signal: abort.signal });
    await assert.rejects(last, reason);
    await closed;
    await assert.rejects(send({ signal: abort.signal }), reason);
    assert.equal(stub.requests.length, 1);

    const waiting = new AbortController();
    let cancelled = 0;
    const stuck = transport({
      timer: (milliseconds: number) => {
        if (milliseconds < 1000) setImmediate(() => waiting.abort(reason));
        return () => void cancelled++;
      },
    });
    stub.next.push(status(503));
    await assert.rejects(stuck.send({ url }, { path, signal: waiting.signal }), reason);
    // The timeout and the wait.
    assert.equal(cancelled, 2);
  });

  it('has a limit of requests at a time', async () => {
    const limited = transport({ inFlight: 2 });
    const held: ServerResponse[] = [];
    let arrive: () => void = () => {};
    const hold: Handler = (_, response) => {
      held.push(response);
      if (held.length === 2) arrive();
    };
    const two = new Promise<void>((resolve) => (arrive = resolve));
    stub.next.push(hold, hold);
    const answers = [1, 2, 3].map(() => text(limited.send({ url }, { path })));
    await two;
    assert.equal(stub.requests.length, 2);
    for (const response of held) response.end('held');
    assert.deepEqual(await Promise.all(answers), ['held', 'held', 'content']);
  });

  describe('with a credential', () => {
    const secret = 'sv=1&sig=a%2Bb';
    const access = { kind: 'query', query: secret } as const;
    const redirect = (to: string): Handler => status(302, { Location: to });

    it('adds it to the request', async () => {
      await transport().send({ url: `${url}?comp=x` }, { path, access });
      assert.deepEqual(stub.requests, [`GET acct.blob.core.windows.net/c/a?comp=x&${secret}`]);
    });

    it('does not send it to another host', async () => {
      const other = new StubStore();
      await other.start();
      try {
        const seen: IncomingMessage[] = [];
        other.next.push((request, response) => {
          seen.push(request);
          end(response, 200, 'other');
        });
        stub.next.push(redirect(`${other.origin}/x?keep=1&${secret}`));
        assert.equal(await text(send({ access })), 'other');
        assert.deepEqual(other.requests, ['GET x?keep=1']);
        assert.equal(seen[0]!.headers.referer, undefined);
      } finally {
        other.stop();
      }
    });

    it('follows redirects on the same host as the host says', async () => {
      stub.next.push(redirect('/x?y=1'), (_, response) => end(response, 200, 'moved'));
      assert.equal(await text(send({ access })), 'moved');
      assert.equal(stub.requests[1], 'GET x?y=1');
    });

    it('ends a loop of redirects', async () => {
      stub.next.push(...Array.from({ length: 6 }, () => redirect('/x')));
      assert.equal((await send({ access })).status, 302);
    });

    it('does not show it in errors', async () => {
      const failures: Handler[] = [
        drop,
        status(503),
        (_, response) => void response.socket!.end('?'),
      ];
      for (const fail of failures) {
        stub.next.push(...Array.from({ length: 6 }, () => fail));
        await assert.rejects(send({ access }), (error: Error) => {
          assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)}`, /sig/);
          assert.equal(error.cause, undefined);
          return true;
        });
      }
    });
  });

  describe('in a browser', () => {
    const real = globalThis.fetch;
    /** A browser gives no reason. */
    const failed = () => Promise.reject(new TypeError('Failed to fetch'));
    afterEach(() => (globalThis.fetch = real));

    it('says that a store does not let web pages read it, and asks without access', async () => {
      const access = { kind: 'query', query: 'sig=hunter2' } as const;
      globalThis.fetch = (to, init) => (init?.mode === 'no-cors' ? real(to, init) : failed());
      await assert.rejects(send({ access }), {
        message: /^az:\/\/acct\/c\/a: this store does not allow web pages to read it \(CORS\)\. /,
        transient: false,
      });
      assert.deepEqual(stub.requests, ['HEAD acct.blob.core.windows.net/c/a']);
    });

    it('tries again if a connection is lost that the store let web pages have', async () => {
      let requests = 0;
      globalThis.fetch = (to, init) => (requests++ === 0 ? failed() : real(to, init));
      assert.equal(await text(send()), 'content');

      const known = transport();
      await known.send({ url }, { path });
      globalThis.fetch = (to, init) => (init?.mode === 'no-cors' ? real(to, init) : failed());
      await assert.rejects(known.send({ url }, { path }), { transient: true });
    });

    it('tries again if the store cannot be reached', async () => {
      globalThis.fetch = failed;
      await assert.rejects(send(), /the server cannot be reached \(tried 6 times\)/);
    });
  });

  it('says if nothing listens', async () => {
    const { origin } = stub;
    stub.stop();
    const gone = transport({ route: () => origin, tries: 1 });
    await assert.rejects(
      gone.send({ url }, { path }),
      /az:.*: the server refused the connection \(/,
    );
  });
});
