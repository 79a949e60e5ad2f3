import assert from 'node:assert/strict';
import { throughWebview } from '../neuron/support/throughWebview.ts';

/** Messages are JSON with typed arrays: elsewhere, NaN and infinities would become null. */
export function assertCarried(message: unknown): void {
  assertFinite(message, '');
  assert.deepEqual(throughWebview(message), withoutUndefined(message));
}

function assertFinite(value: unknown, path: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, item] of Object.entries(value)) assertFinite(item, `${path}.${key}`);
}

/** JSON has no fields that are undefined, and one zero. */
function withoutUndefined(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, withoutUndefined(item)]),
  );
}
