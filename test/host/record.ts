import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import { describeError } from './describeError.ts';
import { separator, type Line } from './results.ts';
import { reasonOf } from './skip.ts';

export interface Run {
  /** Test files that mocha loads, absolute. */
  files: string[];
  /** Where each result is written as it comes, so that a crash loses none. */
  resultsFile: string;
  /** The milliseconds a test may take that does not say so itself. */
  timeout: number;
  /** How often a test that fails is tried again; each time is told. */
  retries: number;
  /** Runs only the tests whose full title matches. */
  grep?: string | undefined;
}

/** Runs tests with mocha in this process; resolves to whether none failed. */
export async function runMocha({
  files,
  resultsFile,
  timeout,
  retries,
  grep,
}: Run): Promise<boolean> {
  const write = (line: Line) => appendFileSync(resultsFile, `${JSON.stringify(line)}\n`);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout,
    retries,
    forbidOnly: true,
    reporter: Silent,
    fullTrace: true,
  });
  if (grep) mocha.grep(new RegExp(grep));
  for (const file of files) mocha.addFile(file);
  try {
    await mocha.loadFilesAsync();
    const failed = await new Promise<number>((resolve) => record(mocha.run(resolve), write));
    write({ type: 'end' });
    return failed === 0;
  } catch (error) {
    write({ type: 'fail', title: 'the tests do not load', error: describeError(error) });
    write({ type: 'end' });
    return false;
  }
}

/** The results are printed by the process that asked for them, not here. */
class Silent extends Mocha.reporters.Base {}

function record(runner: Mocha.Runner, write: (line: Line) => void): void {
  const { constants } = Mocha.Runner;
  runner.on(constants.EVENT_TEST_BEGIN, (test) => write({ type: 'start', title: titleOf(test) }));
  runner.on(constants.EVENT_TEST_PASS, (test) =>
    write({ type: 'pass', title: titleOf(test), seconds: (test.duration ?? 0) / 1000 }),
  );
  runner.on(constants.EVENT_TEST_RETRY, (test: Mocha.Test, error: unknown) =>
    write({ type: 'retry', title: titleOf(test), error: describeError(error) }),
  );
  // A hook that fails comes here too, with a title that names it.
  runner.on(constants.EVENT_TEST_FAIL, (test, error: unknown) =>
    write({ type: 'fail', title: titleOf(test), error: describeError(error) }),
  );
  runner.on(constants.EVENT_TEST_PENDING, (test) =>
    write({ type: 'skip', title: titleOf(test), reason: reasonOf(test) }),
  );
}

const titleOf = (test: Mocha.Test | Mocha.Hook) => test.titlePath().join(separator);
