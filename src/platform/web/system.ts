/** How many threads this machine runs at a time. */
export const processors = navigator.hardwareConcurrency;

/** How many requests a browser sends to one server at a time. Others would wait in no order. */
export const mostRequests = 6;

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
