/** How long others wait for a place that may not answer, in milliseconds. Nothing is given up. */
const patience = 2000;

/** Those that have not ended after a while; sooner where all have. */
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
