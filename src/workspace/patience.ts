/** How long to wait for a place that may not respond, in milliseconds. Its work continues. */
const patience = 2000;

/** The items that are still pending after a while. Resolves earlier if none are. */
export async function silentAmong<T>(
  all: readonly (readonly [each: T, ending: Promise<unknown>])[],
  milliseconds = patience,
): Promise<T[]> {
  const waiting = new Set(all.map(([each]) => each));
  const endings = all.map(([each, ending]) => {
    const ended = () => waiting.delete(each);
    return ending.then(ended, ended);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([Promise.all(endings), over]);
  clearTimeout(timer);
  return [...waiting];
}
