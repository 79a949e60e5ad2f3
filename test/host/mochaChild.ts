/** A process that runs one suite of plain Node tests: `mocha-child.ts RUN`, a `Run` as JSON. */
import { runMocha, type Run } from './record.ts';

const run = JSON.parse(process.argv[2] ?? '') as Run;
const passed = await runMocha(run);
// Not left to Node: a test that forgot a timer or a server would keep the process alive.
process.exit(passed ? 0 : 1);
