import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CatalogBuilder } from '../../../src/catalog/build/catalogBuilder.ts';
import { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { openStore } from '../../../src/files/stores/storeSource.ts';
import { Transport } from '../../../src/files/stores/transport.ts';
import { layerFiles } from '../../../src/workers/poolFiles.ts';
import type { WorkerPool } from '../../../src/workers/workerPool.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { type Disturbance, end, StubStore } from '../files/stores/support/stubStore.ts';
import { workerPool } from '../workers/support/pool.ts';
import { contentsOf } from './window.ts';

export interface StoreFaultOptions {
  readonly seconds: number;
  readonly seed: number;
}

export interface StoreFaultsInjected {
  readonly faults: number;
  readonly requests: number;
  /** How often the catalog was held against the store. */
  readonly rounds: number;
  /** Messages without their numbers, each once. */
  readonly messages: readonly string[];
}

const secret = 'c2VjcmV0';
const kinds = {
  az: {
    address: `https://acct.blob.core.windows.net/c/run?sp=rl&sig=${secret}`,
    folder: 'acct.blob.core.windows.net/c/run',
  },
  s3: { address: 's3://c/run', folder: 'c.s3.amazonaws.com/run' },
} as const;
const timeout = 250;
/** So much shorter are pauses here. */
const haste = 200;
const statuses = [408, 429, 500, 502, 503, 504];

/** What a message may say, and one of which faults it needs. */
const causes: readonly (readonly [message: RegExp, faults: readonly string[]])[] = [
  [/the server answered with status (\d+) \(tried 6 times\)/, ['status']],
  [/no answer within 0\.25 s \(tried 6 times\)/, ['silence', 'slow']],
  [
    /(the connection was closed|the server cannot be reached|refused the connection).* \(tried 6 times\)/,
    ['drop', 'long', 'short'],
  ],
  [/expected \d+ bytes, found \d+ \(tried 6 times\)/, ['long', 'slow', 'drop']],
  [/access denied/, ['refuse']],
  [/expected a listing, found something else/, ['short', 'elsewhere']],
  [/it changed after it was listed/, ['change', 'elsewhere']],
  [/expected \d+ bytes from \d+, found/, ['short']],
  [/no such folder/, ['remove']],
  // What the decoder says of bytes that are no neuron.
  [/^invalid JSON/, ['short', 'elsewhere']],
];

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Disturbs a store's answers and changes its files while a catalog of it is built. Whenever that
 * ends, the catalog must be as one built anew, every message must have its cause, and a comparison
 * must read no file.
 */
export async function injectStoreFaults(options: StoreFaultOptions): Promise<StoreFaultsInjected> {
  const pool = workerPool();
  const stub = new StubStore();
  const elsewhere = await otherHost();
  await stub.start();
  try {
    const trial = new Trial(stub, elsewhere, pool, options.seed);
    const until = performance.now() + options.seconds * 1000;
    let rounds = 0;
    for (; performance.now() < until; rounds++)
      await trial.round(rounds % 2 === 0 ? 'az' : 's3', until);
    assert.ok(!elsewhere.heard.join().includes(secret), 'the secret went to another host');
    return {
      faults: trial.faults,
      requests: stub.requests.length,
      rounds,
      messages: [...trial.messages].sort(),
    };
  } finally {
    stub.stop();
    elsewhere.stop();
    pool.dispose();
  }
}

/** A host that answers every request with a page, as that of a sign-in. */
async function otherHost() {
  const heard: string[] = [];
  const server = createServer(({ url, headers }, response) => {
    heard.push(`${url} ${JSON.stringify(headers)}`);
    end(response, 200, '<html>Sign in</html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { heard, origin, stop };
}

class Trial {
  readonly messages = new Set<string>();
  faults = 0;
  readonly #stub: StubStore;
  readonly #elsewhere: { readonly origin: string };
  readonly #pool: WorkerPool;
  readonly #random: () => number;
  readonly #seen = new Set<string>();
  /** Keys that were there at the start of the round, and are since. */
  #steady = new Set<string>();
  #count = 0;

  constructor(
    stub: StubStore,
    elsewhere: { readonly origin: string },
    pool: WorkerPool,
    seed: number,
  ) {
    this.#stub = stub;
    this.#elsewhere = elsewhere;
    this.#pool = pool;
    this.#random = randomOf(seed);
  }

  /** One store, whose catalog is disturbed some times and compared in the end. */
  async round(kind: keyof typeof kinds, until: number): Promise<void> {
    const stub = this.#stub;
    const { folder } = kinds[kind];
    stub.blobs.clear();
    stub.pageSize = 1 + this.#below(12);
    for (let place = 0; place < 30; place++) this.#write(folder);
    const { directory, builder, errors } = this.#open(kind);
    await builder.start();
    await builder.finished();
    await builder.read();
    this.#steady = new Set(Object.keys(this.#truth(folder)));
    for (let turn = 0; turn < 10 && performance.now() < until; turn++) {
      const share = this.#pick([0.05, 0.3, 0.9, 1]);
      const all = Object.entries<Disturbance>(this.#disturbances);
      const chosen = all.filter(() => this.#random() < 0.4);
      stub.disturbs = (request) => {
        if (chosen.length === 0 || this.#random() > share) return undefined;
        const [name, disturbance] = this.#pick(chosen);
        if (name === 'refuse' && !/list/.test(request.url!)) return undefined;
        this.faults++;
        this.#seen.add(name);
        return disturbance;
      };
      for (let change = this.#below(4); change > 0; change--) this.#change(folder);
      const keys = [...directory.catalog.inOrder()].map((id) => directory.catalog.key(id));
      await this.#pick([
        () => builder.compare(() => false),
        () => builder.start(),
        () => Promise.resolve(builder.look(keys)),
        () => builder.read(),
        () => Promise.resolve(builder.touch('1', '1/3.jsonl')),
      ])();
      await new Promise((resolve) => setTimeout(resolve, this.#below(60)));
      this.#note(directory);
    }
    stub.disturbs = () => undefined;
    await builder.finished();
    this.#note(directory);
    await builder.start();
    await builder.finished();
    await builder.compare(() => false);
    await builder.finished();
    const fresh = this.#open(kind);
    await fresh.builder.start();
    await fresh.builder.read();
    await fresh.builder.finished();
    assert.deepEqual(contentsOf(directory.catalog), contentsOf(fresh.directory.catalog));
    assert.deepEqual(this.#textsIn(directory), this.#truth(folder));
    assert.deepEqual(errors, []);
    const before = stub.requests.length;
    await builder.compare(() => false);
    await builder.finished();
    const again = stub.requests.slice(before).filter((each) => !each.includes('list'));
    assert.deepEqual(again, [], 'a comparison reads what has not changed');
    builder.dispose();
    fresh.builder.dispose();
  }

  #open(kind: keyof typeof kinds) {
    const transport = new Transport({
      route: this.#stub.route,
      timeout,
      random: this.#random,
      timer: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds === timeout ? timeout : milliseconds / haste);
        return () => clearTimeout(timer);
      },
    });
    const { source, path } = openStore(kinds[kind].address, transport)!;
    const directory = new ExplanationDirectory(path, source, path, openai);
    const errors: unknown[] = [];
    const listener = {
      changed: () => undefined,
      idle: () => undefined,
      failed: (error: unknown) => void errors.push(error),
      unreadable: (_: string, reason: string) => this.#judge(reason),
    };
    const reader = layerFiles(this.#pool, directory);
    return { directory, errors, builder: new CatalogBuilder(directory, reader, listener, 1) };
  }

  /** All that can be done to an answer, by name. */
  readonly #disturbances = {
    delay: (_, __, answer) => void setTimeout(answer, this.#below(50)),
    status: (_, response) => {
      if (this.#random() < 0.5) response.setHeader('Retry-After', this.#below(3));
      end(response, this.#pick(statuses));
    },
    drop: (request) => void request.socket.destroy(),
    silence: () => undefined,
    slow: (_, response, answer) => {
      const whole = response.end.bind(response);
      response.end = ((body: string | Buffer) => {
        const bytes = Buffer.from(body);
        response.write(bytes.subarray(0, bytes.length / 2));
        setTimeout(() => whole(bytes.subarray(bytes.length / 2)), this.#below(400));
        return response;
      }) as typeof response.end;
      answer();
    },
    /** Says that there is more, and closes the connection. */
    long: ({ socket }, response, answer) => {
      response.setHeader('Content-Length', 1e5).on('finish', () => socket.destroy());
      answer();
    },
    /** Only some of the bytes, as if they were all. */
    short: (_, response, answer) => {
      const whole = response.end.bind(response);
      response.end = ((body: string | Buffer) => {
        const part = Buffer.from(body).subarray(0, Buffer.byteLength(body) * this.#random());
        response.setHeader('Content-Length', part.length);
        return whole(part);
      }) as typeof response.end;
      answer();
    },
    refuse: (_, response) => end(response, 403),
    elsewhere: ({ url }, response) => {
      response.setHeader('Location', `${this.#elsewhere.origin}${url}`);
      end(response, 302);
    },
  } satisfies Record<string, Disturbance>;

  #change(folder: string): void {
    const stub = this.#stub;
    stub.version = `v${++this.#count}`;
    if (this.#random() < 0.7) return this.#write(folder);
    this.#seen.add('remove');
    const removed = this.#pick([...stub.blobs.keys()]);
    stub.blobs.delete(removed);
    this.#steady.delete(removed.slice(folder.length + 1));
    // An empty store is no directory.
    if (stub.blobs.size === 0) this.#write(folder);
  }

  #write(folder: string): void {
    this.#seen.add('change');
    const [layer, neuron] = [this.#below(4), this.#below(9)];
    const text = ` neuron ${++this.#count} ${'x'.repeat(this.#below(40))}`;
    const body = simpleNeuron(`${layer}:${neuron}`, text, 0.5);
    this.#stub.blobs.set(`${folder}/${layer}/${neuron}.jsonl`, body);
  }

  #truth(folder: string): Record<string, string> {
    const all = [...this.#stub.blobs].map(([name, body]) => {
      const text = /"explanation": ?"([^"]*)"/.exec(String(body))![1]!;
      return [name.slice(folder.length + 1), text];
    });
    return Object.fromEntries(all) as Record<string, string>;
  }

  #textsIn({ catalog }: ExplanationDirectory): Record<string, string | undefined> {
    const all = [...catalog.inOrder()].map((id) => {
      const row = catalog.row(id);
      return [catalog.key(id), row?.failure ?? row?.explanations[0]?.text] as const;
    });
    return Object.fromEntries(all);
  }

  #note(directory: ExplanationDirectory): void {
    const { catalog } = directory;
    for (const key of this.#steady) assert.ok(catalog.find(key) !== undefined, `lost ${key}`);
    for (const key of ['', ...catalog.layers.map((layer) => layer.key)]) {
      const failure = directory.failure(key);
      if (failure) this.#judge(failure.message);
    }
    for (const id of catalog.inOrder()) {
      const failure = catalog.row(id)?.failure;
      if (failure !== undefined) this.#judge(failure);
    }
  }

  /** A message must have a cause that there was, and tell no secret. */
  #judge(message: string): void {
    this.messages.add(message.replace(/\d+/g, 'N'));
    assert.ok(!/127\.0\.0\.1|localhost|sig=/.test(message) && !message.includes(secret), message);
    const fitting = causes.filter(([pattern]) => pattern.test(message));
    const isTrue = fitting.some(([, faults]) => faults.some((fault) => this.#seen.has(fault)));
    assert.ok(isTrue, `without a cause: ${message}`);
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(all: readonly T[]): T {
    return all[this.#below(all.length)]!;
  }
}
