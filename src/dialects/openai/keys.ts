import type { Keys } from '../dialect.ts';

/**
 * The keys of explanation directories: `5` for a layer, `5/131.jsonl` for a neuron. Names may have
 * leading zeros, which stay in the key.
 */
export const openaiKeys: Keys = {
  group: (key) => (/^\d+$/.test(key) ? numbered(key, Number(key)) : undefined),
  unit(key) {
    const [, name] = /^(\d+)\/\d+\.jsonl$/.exec(key) ?? [];
    if (name === undefined) return undefined;
    return { group: numbered(name, Number(name)), unit: numbered(key, numberOf(key)) };
  },
  groupKeyOf: (key) => key.slice(0, key.indexOf('/')),
  numberOf,
  usualKey: (groupKey, number) => `${groupKey}/${number}.jsonl`,
  split(path) {
    const [, directory, key] = /^(.*)\/(\d+\/\d+\.jsonl)$/s.exec(path) ?? [];
    return directory === undefined || key === undefined ? undefined : { directory, key };
  },
};

function numberOf(key: string): number {
  return parseInt(key.slice(key.indexOf('/') + 1), 10);
}

function numbered(key: string, number: number) {
  return { key, number, label: String(number) };
}
