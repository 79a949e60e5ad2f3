import { readFileSync } from 'node:fs';

// node --expose-gc memoryChild.ts peak|heap [MODULE NAME ARGS]: prints the MB that a call needs.
const [what, module, name, args] = process.argv.slice(2);

type Functions = Record<string, (...args: unknown[]) => unknown>;
const functions = module === undefined ? {} : ((await import(module)) as Functions);
const called = name === undefined ? undefined : functions[name];
const before = held();
const result = await called?.(...(JSON.parse(args ?? '[]') as unknown[]));
console.log(what === 'peak' ? peak() : held() - before);
// Until here it is held.
void result;
process.exit(0);

/** On the heap and beside it, where columns are. */
function held(): number {
  for (let i = 0; i < 3; i++) void globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Not `maxRSS` on Linux, where it starts with the value of the parent process. */
function peak(): number {
  if (process.platform === 'linux') {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return (Number(kilobytes) * 1024) / 1e6;
  }
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}
