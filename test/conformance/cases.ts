import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** JSON of a conformance file: `$class` is a dataclass, `$float` a number that JSON lacks. */
export type Expected = unknown;

/** One case of a conformance file; the README beside those files says what the fields mean. */
export interface ConformanceCase {
  readonly name: string;
  readonly function: string;
  readonly args: readonly unknown[];
  readonly files?: Readonly<Record<string, { utf8: string } | { base64: string } | null>>;
  readonly expect: { value: Expected } | { error: string; message: string };
}

/** All cases of the `*.json` files of a folder. */
export async function readCases(folder: string): Promise<ConformanceCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return files.flatMap((text) => (JSON.parse(text) as { cases: ConformanceCase[] }).cases);
}
