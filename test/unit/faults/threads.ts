import { createRequire, syncBuiltinESMExports } from 'node:module';
import type { Worker } from 'node:worker_threads';

/** Every worker thread that runs: what is started after this module is loaded, by whomever. */
export const threads = new Set<Worker>();

const workers = createRequire(import.meta.url)('node:worker_threads') as {
  Worker: typeof Worker;
};

workers.Worker = class extends workers.Worker {
  constructor(...args: ConstructorParameters<typeof Worker>) {
    super(...args);
    threads.add(this);
    this.on('exit', () => threads.delete(this));
  }
};
syncBuiltinESMExports();
