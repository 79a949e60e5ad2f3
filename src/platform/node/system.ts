import { availableParallelism } from 'node:os';

/** How many threads this machine runs at a time. */
export const processors = availableParallelism();

/** How many requests to one server are worth sending at a time. */
export const mostRequests = 64;

/** What an issue should say about the program and the machine: names and values. */
export function systemFacts(): readonly (readonly [name: string, value: string])[] {
  return [
    ['Host', `Node ${process.version}, ${process.platform} ${process.arch}`],
    ['Processors', String(processors)],
  ];
}

/** A timer, in milliseconds, that does not keep the program running. */
export function startTimer(run: () => void, milliseconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(run, milliseconds).unref();
}
