import type { Requests } from '../../../../../src/neuron/contract/contract.ts';
import type { Asks } from '../../../../../src/ui/rpc.ts';

interface HeldRequest {
  readonly request: { readonly name: string; readonly argument: unknown };
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A host whose answers the test gives by hand. */
export function heldRpc(): { rpc: Asks<Requests>; asked: HeldRequest[] } {
  const asked: HeldRequest[] = [];
  const rpc: Asks<Requests> = {
    request: (name, ...[argument]) =>
      new Promise((done, fail) => {
        const answer = done as (value: unknown) => void;
        asked.push({ request: { name, argument }, answer, fail });
      }),
  };
  return { rpc, asked };
}
