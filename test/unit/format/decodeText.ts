import assert from 'node:assert/strict';
import { type DecodedNeuron, decodeNeuron } from '../../../src/format/decode.ts';
import { formatPath } from '../../../src/format/problem.ts';
import { locate } from '../../../src/format/locate.ts';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';

/** Decodes a text. Each problem must have a position in it: a value, or the one that lacks it. */
export function decodeText(text: string): DecodedNeuron {
  const decoded = decodeNeuron(parsePythonJson(text));
  for (const { path, message } of decoded.problems) {
    const isMissing = / found nothing\b/.test(message);
    const place = locate(text, isMissing ? path.slice(0, -1) : path);
    assert.ok(place, `${formatPath(path)} is not in the text: ${message}`);
    assert.equal(locate(text, path) === undefined, isMissing, formatPath(path));
  }
  return decoded;
}

/** What a file with this content gives. */
export function decodeFile(raw: unknown): DecodedNeuron {
  return decodeText(JSON.stringify(raw));
}

/** The problems as lines of `severity path: message`. */
export function linesOf({ problems }: Pick<DecodedNeuron, 'problems'>): string[] {
  return problems.map(
    ({ severity, path, message }) => `${severity} ${formatPath(path)}: ${message}`,
  );
}
