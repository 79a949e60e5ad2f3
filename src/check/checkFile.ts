import { explainedUnit } from '../dialects/openai/dialect.ts';
import { FormatError } from '../format/errors.ts';
import { decodeNeuronFile } from '../format/neuronFile.ts';
import { formatPath, type Problem } from '../format/problem.ts';
import type { ProblemCode } from '../format/problemCodes.ts';
import { locateAll } from '../format/locate.ts';
import { decodeUtf8 } from '../format/reading.ts';
import { dataProblems } from './dataProblems.ts';
import {
  type FileCheck,
  fileProblem,
  fileStart,
  type Finding,
  sentence,
  type TextPlace,
} from './fileCheck.ts';

/** Findings kept per file. */
export const findingsKept = 100;

/**
 * Checks a neuron file: the decoder's problems, and suspicious data. `place` comes from its path.
 * Never throws.
 */
export function checkFile(
  bytes: Uint8Array,
  place: { readonly layer: number; readonly neuron: number } | undefined,
): FileCheck {
  try {
    const { neuron, problems, pathInFile } = decodeNeuronFile(bytes, place);
    // A substitute for missing data says nothing about the file. A repeated key still has its own
    // value.
    const isNews = newsTo(problems.filter(({ code }) => code !== 'duplicate-key'));
    const data = dataProblems(explainedUnit(neuron))
      .map((each) => ({ ...each, path: pathInFile(each.path) }))
      .filter(isNews);
    const all = [...problems, ...data];
    return { findings: located(decodeUtf8(bytes), all), counts: countsOf(all) };
  } catch (error) {
    return failure(bytes, error);
  }
}

/** A file that holds no neuron. */
function failure(bytes: Uint8Array, error: unknown): FileCheck {
  const code = error instanceof FormatError ? error.code : 'not-a-neuron';
  const message = error instanceof FormatError ? error.reason : String(error);
  const offset = error instanceof FormatError ? error.offset : undefined;
  const start = offset === undefined ? fileStart : new TextPlaces(decodeUtf8(bytes)).at(offset);
  return fileProblem(code, sentence(message), start);
}

function located(text: string, problems: readonly Problem[]): Finding[] {
  if (problems.length === 0) return [];
  const kept = problems.slice(0, findingsKept);
  const ranges = locateAll(
    text,
    kept.map(({ path }) => path),
  );
  const places = new TextPlaces(text);
  return kept
    .map(({ code, severity, path, message }, i): Finding & { offset: number } => {
      const { start, end } = ranges[i]!;
      return {
        code,
        severity,
        message,
        path: formatPath(path),
        start: places.at(start),
        end: places.at(end),
        offset: start,
      };
    })
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset: _, ...finding }) => finding);
}

/** Values that already have a problem, by the steps of their paths. */
interface Told {
  isTold: boolean;
  readonly within: Map<string | number, Told>;
}

/**
 * Returns a function that says whether a problem is about a new value: not one of these, nor inside
 * or around one.
 */
function newsTo(told: readonly Problem[]): (problem: Problem) => boolean {
  const root: Told = { isTold: false, within: new Map() };
  for (const { path } of told) {
    if (path.length === 0) continue;
    let at = root;
    for (const key of path) {
      const next = at.within.get(key) ?? { isTold: false, within: new Map() };
      at.within.set(key, next);
      at = next;
    }
    at.isTold = true;
  }
  return ({ path }) => {
    let at = root;
    for (const key of path) {
      const next = at.within.get(key);
      if (!next) return true;
      if (next.isTold) return false;
      at = next;
    }
    return at.within.size === 0;
  };
}

function countsOf(problems: readonly Problem[]): FileCheck['counts'] {
  const counts: Partial<Record<ProblemCode, number>> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The starts of the lines of a text: after `\n`, `\r` or both, as in VS Code. */
export class TextPlaces {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
      this.#starts.push(index + end.length);
  }

  /** The position of the character at `offset`. */
  at(offset: number): TextPlace {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - this.#starts[low]! };
  }
}
