/** How many threads this machine runs at a time. */
export const processors = navigator.hardwareConcurrency;

/** What an issue should say about the program and the machine: names and values. */
export function systemFacts(): readonly (readonly [name: string, value: string])[] {
  return [
    ['Host', `Web worker, ${navigator.userAgent}`],
    ['Processors', String(processors)],
  ];
}

/** A timer in milliseconds. Nothing waits for it when the window closes. */
export function startTimer(run: () => void, milliseconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(run, milliseconds);
}
