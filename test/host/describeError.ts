import { findSourceMap } from 'node:module';
import { inspect } from 'node:util';

/** The error as a person reads it: what was expected, what was found, and where in the project. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return inspect(error);
  const lines = (error.stack ?? error.message).split('\n').filter((line) => !inTools.test(line));
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`;
  return lines.map(unbundled).join('\n') + cause;
}

const inTools = /^\s+at .*(node_modules\/mocha|node:internal)/;

/** The line of a `.ts` file: the extension host, unlike Node, does not look it up by itself. */
function unbundled(stackLine: string): string {
  const [place, file, line, column] = /(\/[^\s()]+\.cjs):(\d+):(\d+)/.exec(stackLine) ?? [];
  if (!place || !file) return stackLine;
  const origin = findSourceMap(file)?.findOrigin(Number(line), Number(column));
  if (!origin || !('fileName' in origin)) return stackLine;
  return stackLine.replace(
    place,
    `${origin.fileName.replace('file://', '')}:${origin.lineNumber}:${origin.columnNumber}`,
  );
}
