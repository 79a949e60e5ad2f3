import { parentPort, workerData } from 'node:worker_threads';
import { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { failureOf, hostilities } from './properties.ts';

/** What a thread that looks at cases is given. */
export interface HostileWork {
  readonly wasm: Uint8Array;
  readonly cases: number;
  readonly seed: number;
  readonly path: string | undefined;
  /** The name of the only one to try. */
  readonly only: string | undefined;
  /** The number of the case that is looked at. */
  readonly at: Int32Array;
}

/** What it tells of each kind of cases, once before and once after. */
export interface HostileReport {
  readonly name: string;
  readonly cases: number;
  readonly done: boolean;
  readonly failure: string | undefined;
}

// In a thread of its own: what hangs can be told by another only.
const { wasm, cases, seed, path, only, at } = workerData as HostileWork;
const all = hostilities(await FileScanner.create(wasm), () => void Atomics.add(at, 0, 1));
for (const { name, share, run } of all) {
  if (only !== undefined && name !== only) continue;
  const numRuns = Math.ceil(only === undefined ? (cases * share) / 100 : cases);
  const report = { name, cases: numRuns, done: false, failure: undefined };
  parentPort!.postMessage(report satisfies HostileReport);
  const details = await run({ seed, numRuns, ...(path !== undefined && { path }) });
  const failure = failureOf(name, details);
  parentPort!.postMessage({ ...report, done: true, failure } satisfies HostileReport);
}
