import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDirectory, checkSingle } from '../check/checkDirectory.ts';
import { isClean, type Report } from '../check/report.ts';
import { describeReport } from '../check/reportText.ts';
import { FileError } from '../files/fileSource.ts';
import type { Variables } from '../files/stores/environmentAccess.ts';
import type { Transport } from '../files/stores/transport.ts';
import { type ProblemCode, problemCodes } from '../format/problemCodes.ts';
import { environment } from '../platform/node/environment.ts';
import { visible } from '../text/display.ts';
import { layerFiles } from '../workers/poolFiles.ts';
import { WorkerPool } from '../workers/workerPool.ts';
import { adviceFor } from './advice.ts';
import { accessIn, transportIn } from './stores.ts';
import { type Target, targetsAt } from './targets.ts';

export const usage = `Usage: neuron-explanations check PATH… [--ignore CODE]… [--json]

Checks neuron files. Each PATH is one of:
  a file with any name. In {layer}/{neuron}.jsonl, neuron_id is compared with the path.
  a layer folder.
  a folder with explanation directories at or below it. All {layer}/{neuron}.jsonl are checked.
  the address of one of these in a store: az://ACCOUNT/CONTAINER/…, gs://BUCKET/…, s3://BUCKET/….
  the URL of a file on a web server.
For private stores, set variables such as AZURE_STORAGE_KEY. docs/stores.md lists them.

  --ignore CODE  ignores problems with this code, such as no-sequences. Repeatable.
                 Ignored problems are counted. They are not listed and do not change the exit status.
  --json         writes a list of reports as JSON, with the position of each problem.

Exit status: 0 without errors and warnings, 1 with any, 2 for a wrong argument or a PATH with nothing to check.
`;

interface Output {
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  /** The folder with the worker and its scanner. */
  readonly dist: string;
  /** Sends requests to stores. By default, to the endpoints that the environment names. */
  readonly transport?: Transport;
  /** The environment, which gives access to stores. */
  readonly variables?: Variables;
}

/** Runs the command and returns its exit status. */
export async function check(args: readonly string[], output: Output): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean' },
        ignore: { type: 'string', multiple: true, default: [] },
      },
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
  const unknown = values.ignore.filter((code) => !isCode(code));
  if (unknown.length > 0) {
    output.warn(
      `--ignore: unknown code ${unknown.map((code) => visible(JSON.stringify(code))).join(', ')}. Known codes: ${problemCodes.join(', ')}.\n`,
    );
    return 2;
  }
  if (positionals.length === 0) {
    output.warn(usage);
    return 2;
  }
  const ignored = new Set(values.ignore.filter(isCode));
  return checkPaths(positionals, ignored, values.json ?? false, output);
}

/** Checks every path that it can. A path with nothing to check does not stop the others. */
async function checkPaths(
  paths: readonly string[],
  ignored: ReadonlySet<ProblemCode>,
  json: boolean,
  output: Output,
): Promise<number> {
  const { write, warn, dist, variables = environment } = output;
  const transport = output.transport ?? transportIn(variables, warn);
  const accessOf = accessIn(variables);
  const pool = new WorkerPool({
    script: join(dist, 'worker.mjs'),
    scanner: join(dist, 'scanner.wasm'),
  });
  const reports: Report[] = [];
  let isComplete = true;
  const refuse = (error: unknown) => {
    if (!(error instanceof FileError)) throw error;
    isComplete = false;
    warn(`${[`${visible(error.message)}.`, ...adviceFor(error)].join(' ')}\n`);
  };
  try {
    for (const path of paths)
      for (const target of await targetsAt(path, transport, accessOf).catch((error: unknown) => {
        refuse(error);
        return [];
      })) {
        const report = await reportOn(target, pool, ignored).catch(refuse);
        if (!report) continue;
        if (!json) write(`${reports.length > 0 ? '\n' : ''}${describeReport(report)}`);
        reports.push(report);
      }
    if (json && reports.length > 0) write(`${JSON.stringify(reports, undefined, 2)}\n`);
  } finally {
    pool.dispose();
  }
  if (!isComplete) return 2;
  return reports.every(isClean) ? 0 : 1;
}

function reportOn(
  target: Target,
  pool: WorkerPool,
  ignored: ReadonlySet<ProblemCode>,
): Promise<Report> {
  const { source } = target;
  if (target.kind === 'file') return checkSingle(source, target.file, ignored);
  const { path, only } = target;
  return checkDirectory(source, path, layerFiles(pool, { source, path }), {
    name: path,
    ignored,
    ...(only !== undefined && { only }),
  });
}

function isCode(code: string): code is ProblemCode {
  return (problemCodes as readonly string[]).includes(code);
}
