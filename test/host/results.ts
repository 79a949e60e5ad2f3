import { existsSync, readFileSync } from 'node:fs';

/** What became of one test, as one line of JSON in the file that a suite's process writes. */
export type Line =
  | { type: 'start'; title: string }
  | { type: 'pass'; title: string; seconds: number }
  | { type: 'fail'; title: string; error: string }
  /** A failure that is not the last word: the test is run once more. */
  | { type: 'retry'; title: string; error: string }
  | { type: 'skip'; title: string; reason: string }
  /** The suite came to its end: without it, its process died on the way. */
  | { type: 'end' };

export interface Failure {
  title: string;
  error: string;
}

export interface Skip {
  title: string;
  reason: string;
}

export interface Results {
  passed: number;
  /** How long each that passed took. */
  times: { title: string; seconds: number }[];
  failures: Failure[];
  skips: Skip[];
  /** What failed at first and was tried again, with what came of that among the others. */
  retries: Failure[];
}

/** Between the titles of a test and of the groups that it is in. */
export const separator = ' › ';

/** What the file says, where silence is a failure too: an early end, or no test at all. */
export function readResults(file: string, problem?: string): Results {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n').filter(Boolean);
  const results: Results = { passed: 0, times: [], failures: [], skips: [], retries: [] };
  let running: string | undefined;
  let ended = false;
  for (const line of lines.map((each) => JSON.parse(each) as Line)) {
    running = line.type === 'start' ? line.title : undefined;
    if (line.type === 'pass') results.passed = results.times.push(line);
    if (line.type === 'fail') results.failures.push(line);
    if (line.type === 'retry') results.retries.push(line);
    if (line.type === 'skip') results.skips.push(line);
    if (line.type === 'end') ended = true;
  }
  const seen = results.passed + results.failures.length + results.skips.length;
  if (!ended) {
    const where = running ? `while this ran: ${running}` : `after ${seen} tests`;
    results.failures.push({
      title: `ended early, ${where}`,
      error: problem ?? 'its process is gone, and gave no error',
    });
  } else if (seen === 0) {
    results.failures.push({ title: 'has no test', error: 'a suite that tests nothing has failed' });
  }
  return results;
}

/** A run of chosen tests that were all skipped says nothing: that is a failure, too. */
export function mustHaveRun({ passed, failures }: Results): void {
  if (passed === 0 && failures.length === 0)
    failures.push({ title: 'ran no test', error: 'every test was skipped' });
}
