import { ensureFull } from './full.ts';
import { ensureWide } from './wide.ts';

// node test/bench/data/main.ts: makes the data of the benchmarks, where it is not there yet.
console.log(ensureFull());
console.log(ensureWide());
