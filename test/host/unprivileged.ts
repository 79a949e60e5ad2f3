import { tmpdir } from 'node:os';

/** The user that has no files, on every Linux. */
const nobody = 65534;

/** Runs as another user if this one is root, whom nothing is refused. Inputs must be public. */
export async function unprivileged<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || !process.seteuid) return run();
  const folder = process.cwd();
  // A new thread looks for a `package.json` there, and this user may not read the project.
  process.chdir(tmpdir());
  process.seteuid(nobody);
  try {
    return await run();
  } finally {
    process.seteuid(0);
    process.chdir(folder);
  }
}
