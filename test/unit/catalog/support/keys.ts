import { openai } from '../../../../src/dialects/openai/dialect.ts';
import type { Group, GroupedUnit } from '../../../../src/model/unit.ts';

/** The layer with this key, such as `5`. */
export function layerOf(key: string): Group {
  return known(openai.group(key), key);
}

/** The neuron with this key, such as `5/131.jsonl`, and its layer. */
export function unitOf(key: string): GroupedUnit {
  return known(openai.unit(key), key);
}

function known<T>(found: T | undefined, key: string): T {
  if (!found) throw new Error(`${key} is no key`);
  return found;
}
