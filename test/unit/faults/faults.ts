import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unprivileged } from '../../host/unprivileged.ts';
import { type Fault, faultKinds, Playground, readProgram } from './playground.ts';

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom(...faultKinds),
  place: fc.nat(47),
  told: fc.boolean(),
});

export interface FaultOptions {
  readonly runs: number;
  readonly windows: number;
  readonly seed?: number;
}

/** Changes directories with open windows, and compares these in the end with a new window. */
export async function injectFaults({ runs, windows, seed }: FaultOptions): Promise<number> {
  let injected = 0;
  const program = readProgram();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fault, fc.nat(3)), { minLength: 5, maxLength: 30 }),
      async (all) => {
        injected += await unprivileged(() => run(all, windows, program));
      },
    ),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
  return injected;
}

async function run(
  all: readonly (readonly [Fault, number])[],
  windows: number,
  program: ReturnType<typeof readProgram>,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const ground = new Playground(folder, windows, program);
  let injected = 0;
  try {
    for (const [each, turns] of all) {
      if (await ground.inject(each)) injected++;
      for (let turn = 0; turn < turns; turn++)
        await new Promise((resolve) => setImmediate(resolve));
    }
    await ground.end();
    const { contents } = await ground.fresh();
    for (const window of ground.windows) {
      assert.deepEqual(window.contents, contents);
      assert.deepEqual(window.errors, []);
    }
    return injected;
  } finally {
    ground.close();
    // A folder may stand where a file was refused.
    execFileSync('chmod', ['-R', 'u+rwX', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}
