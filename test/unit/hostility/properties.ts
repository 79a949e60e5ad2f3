import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileScanner } from '../../../src/catalog/scan/fileScanner.ts';
import { hostileFile } from './hostileFiles.ts';
import { explained, hostileQuery } from './hostileQueries.ts';
import { checkQuery } from './queryChecks.ts';
import { checkCheck, checkDecoder, checkScanner, checkSiblings } from './readChecks.ts';
import { checkView } from './viewChecks.ts';

/** Something that holds of whatever comes. */
export interface Hostility {
  readonly name: string;
  /** How many cases of a hundred are of this. */
  readonly share: number;
  /** Makes a case of each and looks at it; throws what is wrong, with the shrunk case. */
  readonly run: (parameters: fc.Parameters<[unknown]>) => Promise<fc.RunDetails<[unknown]>>;
}

/** Of this thread's processor time, in microseconds: a thousand times what any case takes. */
const longestCase = 5_000_000;

/** `started` hears of each case. */
export function hostilities(scanner: FileScanner, started = () => {}): readonly Hostility[] {
  function hostility<T>(
    name: string,
    share: number,
    arbitrary: fc.Arbitrary<T>,
    check: (value: T) => unknown,
  ): Hostility {
    const property = fc.asyncProperty(arbitrary, async (value) => {
      started();
      const before = process.threadCpuUsage();
      await check(value);
      const { user, system } = process.threadCpuUsage(before);
      assert.ok(user + system < longestCase, `it took ${(user + system) / 1e6} s`);
    });
    return {
      name,
      share,
      run: async (parameters) =>
        (await fc.check(property, parameters as fc.Parameters<[T]>)) as fc.RunDetails<[unknown]>,
    };
  }
  return [
    hostility('decoder', 20, hostileFile, checkDecoder),
    hostility('scanner', 20, hostileFile, (bytes) => checkScanner(scanner, bytes)),
    hostility('view', 25, hostileFile, checkView),
    hostility('check', 10, hostileFile, checkCheck),
    hostility('siblings', 10, hostileFile, checkSiblings),
    hostility('search', 15, fc.tuple(hostileQuery, explained), ([query, neurons]) =>
      checkQuery(query, neurons),
    ),
  ];
}

/** The failure, its shrunk case and how to repeat it; undefined if there is none. */
export function failureOf(name: string, details: fc.RunDetails<[unknown]>): string | undefined {
  if (!details.failed) return undefined;
  const { seed, counterexamplePath, counterexample, errorInstance } = details;
  const [value] = counterexample ?? [];
  const shown = value instanceof Uint8Array ? JSON.stringify(latin1(value)) : fc.stringify(value);
  const error = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance);
  return `${name}: ${error}\nThe case${value instanceof Uint8Array ? ', its bytes as Latin-1' : ''}: ${shown}
Again: --only ${name} --seed ${seed} --path ${firstOf(counterexamplePath)}`;
}

/** Of the path to the shrunk case, that to the one it was shrunk from. */
const firstOf = (path: string | null) => path?.split(':')[0] ?? '0';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
