import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { CatalogBuilder } from '../../src/catalog/build/catalogBuilder.ts';
import { ExplanationDirectory } from '../../src/catalog/rows/explanationDirectory.ts';
import { openai } from '../../src/dialects/openai/dialect.ts';
import type { FileSource } from '../../src/files/fileSource.ts';
import { openStore } from '../../src/files/stores/storeSource.ts';
import { Transport } from '../../src/files/stores/transport.ts';
import { layerFiles } from '../../src/workers/poolFiles.ts';
import { WorkerPool } from '../../src/workers/workerPool.ts';
import { onExit } from '../host/cleanup.ts';

/** A store on loopback with 3,000 neurons, and what the extension does with it. */

export const storeLayers = 3;
export const perLayer = 1000;
/** Of a larger directory, `busy`, which takes long enough to read to be looked at meanwhile. */
export const busyLayers = 30;
export const storeNeurons = storeLayers * perLayer;
/** Before each answer, in milliseconds. */
export const storeLatency = 30;
/** As the extension sends at most. */
const inFlight = 64;

const dist = join(import.meta.dirname, '../../dist');
const account = 'https://acct.blob.core.windows.net';

/** What a program that was measured asked of the store. */
export interface Traffic {
  requests: number;
  bytes: number;
}

export class StoreUnderTest {
  readonly traffic: Traffic = { requests: 0, bytes: 0 };
  readonly #port: number;
  readonly #pool = new WorkerPool({
    script: join(dist, 'worker.mjs'),
    scanner: join(dist, 'scanner.wasm'),
  });
  readonly #stop: () => void;

  private constructor(port: number, stop: () => void) {
    this.#port = port;
    this.#stop = stop;
  }

  static async start(): Promise<StoreUnderTest> {
    const { port, stop } = await startStoreServer();
    return new StoreUnderTest(port, stop);
  }

  close(): void {
    this.#pool.dispose();
    this.#stop();
  }

  /** A window that has not asked for anything yet. */
  directory(): ExplanationDirectory {
    const transport = new Transport({
      inFlight,
      route: (url) => url.replace(account, `http://127.0.0.1:${this.#port}`),
    });
    const { source, path } = openStore('az://acct/c/run', transport)!;
    return new ExplanationDirectory('az://acct/c/run', counted(source, this.traffic), path, openai);
  }

  builder(directory: ExplanationDirectory): CatalogBuilder {
    return new CatalogBuilder(directory, layerFiles(this.#pool, directory), {
      changed: () => undefined,
      idle: () => undefined,
      failed(error) {
        throw error;
      },
    });
  }

  /** The whole catalog, as when someone asks for it. */
  async complete(directory = this.directory()): Promise<void> {
    const builder = this.builder(directory);
    await builder.start();
    await builder.read();
    await builder.finished();
    builder.dispose();
    const exact = directory.catalog.tally('exact');
    if (exact !== storeNeurons) throw new Error(`Read ${exact} of ${storeNeurons} neurons`);
  }

  /** A first answer for all neurons. */
  async firstAnswers(): Promise<void> {
    const directory = this.directory();
    const builder = this.builder(directory);
    await builder.start();
    await builder.finished();
    const { catalog } = directory;
    builder.look([...catalog.inOrder()].map((id) => catalog.key(id)));
    await builder.finished();
    builder.dispose();
    const known = catalog.tally('provisional');
    if (known !== storeNeurons) throw new Error(`Know ${known} of ${storeNeurons} neurons`);
  }

  /** The same files by Node’s own `fetch`, nothing else done with them. Gives their bytes. */
  async plainGets(): Promise<number> {
    let next = 0;
    let bytes = 0;
    const lane = async () => {
      for (let i = next++; i < storeNeurons; i = next++) {
        const name = `run/${Math.floor(i / perLayer)}/${i % perLayer}.jsonl`;
        const url = `http://127.0.0.1:${this.#port}/c/${encodeURIComponent(name)}`;
        const { byteLength } = await (await fetch(url)).arrayBuffer();
        bytes += byteLength;
      }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
    return bytes;
  }

  /** The longest delay of this thread’s tasks while the catalog is completed, in milliseconds. */
  async longestDelay(): Promise<number> {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await this.complete();
    delay.disable();
    return delay.max / 1e6;
  }
}

/** Starts the store in a process of its own. */
export async function startStoreServer(): Promise<{ port: number; stop: () => void }> {
  const child = fork(join(import.meta.dirname, 'storeServer.ts'));
  const stop = onExit(() => void child.kill());
  const [port] = (await once(child, 'message')) as [number];
  return { port, stop };
}

/** Counts files that are read, and listings. */
function counted(source: FileSource, traffic: Traffic): FileSource {
  return {
    isBounded: true,
    isRemote: true,
    readFile: (path) => source.readFile(path),
    readDirectory(path) {
      traffic.requests++;
      return source.readDirectory(path);
    },
    async readPart(path, options) {
      traffic.requests++;
      const part = await source.readPart!(path, options);
      traffic.bytes += part?.bytes.length ?? 0;
      return part;
    },
    stat(path) {
      traffic.requests++;
      return source.stat(path);
    },
    join: (folder, ...names) => source.join(folder, ...names),
  };
}
