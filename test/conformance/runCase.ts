import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { FileError } from '../../src/files/fileSource.ts';
import { camel } from '../../src/format/dataclass.ts';
import { FormatError } from '../../src/format/errors.ts';
import { dataclasses } from '../../src/format/loads.ts';
import type { ConformanceCase } from './cases.ts';
import { functions } from './functions.ts';

/** Expected and got of a case that does not hold; undefined for one that does. */
export type Failure = { expected: string; got: string } | undefined;

export async function runCase(conformanceCase: ConformanceCase): Promise<Failure> {
  const root = await mkdtemp(join(tmpdir(), 'conformance-'));
  try {
    await writeFiles(root, conformanceCase.files ?? {});
    return await compare(conformanceCase, root);
  } finally {
    await rm(root, { recursive: true });
  }
}

async function compare({ function: name, args, expect }: ConformanceCase, root: string) {
  const called = functions[name];
  if (!called) return { expected: `a function ${name}`, got: 'none of that name' };
  const paths = args.map((arg) => (isPath(arg) ? join(root, arg.slice(1)) : arg));
  let got: unknown;
  try {
    got = await called(...(paths as never[]));
  } catch (error) {
    return checkError(error, expect, args.find(isPath) !== undefined);
  }
  if ('error' in expect) {
    return { expected: `an error such as ${expect.error}: ${expect.message}`, got: show(got) };
  }
  const written = toReference(got);
  const expected = toFirstGeneration(expect.value);
  if (isDeepStrictEqual(written, expected)) return undefined;
  return { expected: show(expected), got: show(written) };
}

function checkError(error: unknown, expect: ConformanceCase['expect'], hasFile: boolean): Failure {
  const got = String(error);
  if ('value' in expect) return { expected: show(expect.value), got };
  if (!(error instanceof FormatError || error instanceof FileError)) {
    return { expected: 'an error of the project', got };
  }
  const file = error instanceof FormatError ? error.file : error.path;
  if (hasFile && !file) return { expected: 'an error that names the file', got };
  return undefined;
}

function isPath(arg: unknown): arg is string {
  return typeof arg === 'string' && arg.startsWith('@');
}

async function writeFiles(root: string, files: NonNullable<ConformanceCase['files']>) {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (content && 'utf8' in content) await writeFile(path, content.utf8);
    else if (content) await writeFile(path, Buffer.from(content.base64, 'base64'));
  }
}

/** A decoded value as conformance files write it: file's field names, `$class` and `$float`. */
export function toReference(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { $float: Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf' };
  }
  if (Array.isArray(value)) return value.map(toReference);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  const dataclass = dataclasses.find(({ name }) => name === object['dataclassName']);
  if (!dataclass)
    return Object.fromEntries(Object.entries(object).map(([k, v]) => [k, toReference(v)]));
  const fields = Object.keys(dataclass.shape).map((field) => [
    field,
    toReference(object[camel(field)]),
  ]);
  return { $class: dataclass.name, ...(Object.fromEntries(fields) as object) };
}

/** Files of the second generation are decoded to the first one's names. */
function toFirstGeneration(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toFirstGeneration);
  if (typeof value !== 'object' || value === null) return value;
  const renamed = '$class' in value && value.$class === 'ScoredSequenceSimulation';
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      renamed && key === 'sequence_simulation' ? 'simulation' : key,
      toFirstGeneration(item),
    ]),
  );
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
