import type { LocatedNeuron } from '../../../../src/neuron/host/content.ts';
import { unitOf } from '../../catalog/support/keys.ts';

/** The neuron with this key, such as `5/131.jsonl`. Its URI and path are empty unless given. */
export function located(
  key: string,
  where: Partial<Pick<LocatedNeuron, 'uri' | 'path'>> = {},
): LocatedNeuron {
  return { uri: '', path: '', ...where, ...unitOf(key) };
}
