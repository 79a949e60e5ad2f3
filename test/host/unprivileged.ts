/** The user that has no files, on every Linux. */
const nobody = 65534;

/** Runs as a user whom the system refuses what is not permitted; root it would refuse nothing. What is to be read must be open to all users. */
export async function unprivileged<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || !process.seteuid) return run();
  process.seteuid(nobody);
  try {
    return await run();
  } finally {
    process.seteuid(0);
  }
}
