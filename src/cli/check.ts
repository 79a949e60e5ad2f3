import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDirectory } from '../check/checkDirectory.ts';
import { isClean, type Report } from '../check/report.ts';
import { describeReport } from '../check/reportText.ts';
import { findExplanationDirectories } from '../catalog/discover.ts';
import { FileError } from '../files/fileSource.ts';
import { localFileSource } from '../files/localFileSource.ts';
import { visible } from '../format/visible.ts';
import { PoolChecker } from '../indexing/poolChecker.ts';
import { WorkerPool } from '../indexing/workerPool.ts';

export const usage = `Usage: neuron-explanations check DIRECTORY [--json]

Checks every neuron file, {layer}/{neuron}.jsonl, of the explanation directories at or below DIRECTORY.

  --json  writes one report a directory as a list of JSON, with the place of each problem

Exit status: 0 if all is well, 1 if anything is wrong (peculiarities that do no harm are not), 2 if nothing could be checked.
`;

/** How far to look for explanation directories. */
const limits = { depth: 6, folders: 10_000 };

interface Output {
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  /** The folder with the worker and its scanner. */
  readonly dist: string;
}

/** Runs the command; gives its exit status. */
export async function check(args: readonly string[], output: Output): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    output.warn(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    output.write(usage);
    return 0;
  }
  const [root] = positionals;
  if (root === undefined || positionals.length > 1) {
    output.warn(usage);
    return 2;
  }
  const found = await findExplanationDirectories(localFileSource, root, limits);
  if (found.length === 0) {
    output.warn(
      `${visible(root)}: expected an explanation directory, a folder with files {layer}/{neuron}.jsonl, at or below it; found none.\n`,
    );
    return 2;
  }
  const pool = new WorkerPool(join(output.dist, 'worker.mjs'), {
    scanner: join(output.dist, 'scanner.wasm'),
  });
  try {
    const reports: Report[] = [];
    for (const path of found) {
      const checker = new PoolChecker(pool, path);
      const report = await checkDirectory(localFileSource, path, checker, { name: path });
      reports.push(report);
      if (!values.json) output.write(describeReport(report));
    }
    if (values.json) output.write(`${JSON.stringify(reports, undefined, 2)}\n`);
    return reports.every(isClean) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    output.warn(`${visible(error.message)}\n`);
    return 2;
  } finally {
    pool.dispose();
  }
}
