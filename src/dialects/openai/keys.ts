import type { Keys } from '../dialect.ts';

/**
 * The keys of explanation directories: `5` for a layer, `5/131.jsonl` for a neuron. Names may have
 * leading zeros, which stay in the key.
 */
export const openaiKeys: Keys = {
  group: (key) => (/^\d+$/.test(key) ? numbered(key, Number(key)) : undefined),
  isUnit,
  unit(key) {
    if (!isUnit(key)) return undefined;
    const groupKey = groupKeyOf(key);
    return { group: numbered(groupKey, Number(groupKey)), unit: numbered(key, numberOf(key)) };
  },
  groupKeyOf,
  numberOf,
  usualNumber,
  usualKey: (groupKey, number) => `${groupKey}/${number}.jsonl`,
  inGroup: (key, groupKey) => `${groupKey}${key.slice(key.indexOf('/'))}`,
  pathOf: (key) => key,
  split(path) {
    const [, directory, key] = /^(.*)\/(\d+\/\d+\.jsonl)$/s.exec(path) ?? [];
    return directory === undefined || key === undefined ? undefined : { directory, key };
  },
};

function isUnit(key: string): boolean {
  return /^\d+\/\d+\.jsonl$/.test(key);
}

function groupKeyOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

function numberOf(key: string): number {
  return parseInt(key.slice(key.indexOf('/') + 1), 10);
}

const extension = '.jsonl';
const zero = '0'.charCodeAt(0);

/** Digit by digit: strings made for each of hundreds of thousands of keys take longer. */
function usualNumber(key: string): number | undefined {
  const start = key.indexOf('/') + 1;
  const digits = key.length - extension.length - start;
  if (!key.endsWith(extension) || digits < 1 || digits > 15) return undefined;
  if (key.charCodeAt(start) === zero && digits > 1) return undefined;
  let number = 0;
  for (let at = start; at < start + digits; at++) {
    const digit = key.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

function numbered(key: string, number: number) {
  return { key, number, label: String(number) };
}

/** The numbers that the content of a neuron's file should have. */
export interface NeuronPlace {
  readonly layer: number;
  readonly neuron: number;
}

/** The layer and neuron in a key. */
export function placeOfKey(key: string): NeuronPlace {
  return { layer: Number(groupKeyOf(key)), neuron: numberOf(key) };
}
