import { openaiScoreKinds } from '../../../src/dialects/openai/scoreKinds.ts';
import type { Dialect, Keys } from '../../../src/dialects/dialect.ts';
import type { Group, Unit } from '../../../src/model/unit.ts';

/**
 * Keys without digits and slashes: `b` for a group, `b-q` for a unit. Numbers are spelled `a` to
 * `z`, `aa`, and so on. `b-Q` has the same number as `b-q`.
 */
export const letterKeys: Keys = {
  group: (key) => (/^[a-z]+$/.test(key) ? groupOf(key) : undefined),
  isUnit: (key) => /^[a-z]+-[a-z]+$/i.test(key),
  unit: (key) =>
    letterKeys.isUnit(key)
      ? { group: groupOf(letterKeys.groupKeyOf(key)), unit: unitOf(key) }
      : undefined,
  groupKeyOf: (key) => key.split('-')[0]!,
  numberOf: (key) => numberIn(key.split('-')[1]!),
  usualNumber: (key) => {
    const number = letterKeys.numberOf(key);
    return letterKeys.usualKey(letterKeys.groupKeyOf(key), number) === key ? number : undefined;
  },
  usualKey: (groupKey, number) => `${groupKey}-${spelled(number)}`,
  inGroup: (key, groupKey) => `${groupKey}-${key.split('-')[1]}`,
  pathOf: (key) => `${key}.txt`,
  split: () => undefined,
};

/** A dialect with the units that `keys` names at the time. Nothing is on disk. */
export function lettersOf(keys: Iterable<string>): Dialect {
  const units = () => [...keys].map((key) => letterKeys.unit(key)!);
  return {
    ...letterKeys,
    name: 'letters',
    scoreKinds: openaiScoreKinds,
    listGroups: () =>
      Promise.resolve([...new Map(units().map(({ group }) => [group.key, group])).values()]),
    listUnits: (_source, _directory, { key }) =>
      Promise.resolve(units().flatMap(({ group, unit }) => (group.key === key ? unit : []))),
  };
}

function groupOf(key: string): Group {
  return { key, number: numberIn(key), label: `group ${key}` };
}

function unitOf(key: string): Unit {
  return { key, number: letterKeys.numberOf(key), label: key.split('-')[1]! };
}

function spelled(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : `${spelled(Math.floor(number / 26) - 1)}${last}`;
}

function numberIn(letters: string): number {
  let number = 0;
  for (const letter of letters.toLowerCase()) number = number * 26 + letter.charCodeAt(0) - 96;
  return number - 1;
}
