import type { FileSource, FileStamp } from '../files/fileSource.ts';
import type { ScoreKind } from '../model/score.ts';
import type { Group, GroupedUnit, Unit } from '../model/unit.ts';

/**
 * Who wrote a directory: how its files are laid out and spelled. Everything else only knows groups
 * and units by their keys.
 */
export interface Dialect extends Keys {
  /** Its name in saved data and messages. */
  readonly name: string;
  /** Its kinds of scores, the preferred one first. */
  readonly scoreKinds: readonly ScoreKind[];
  /** The groups of a directory, by number. Rejects with a `FileError`. */
  listGroups(source: FileSource, directory: string): Promise<Group[]>;
  /** The units of a group, by number. Rejects with a `FileError`. */
  listUnits(source: FileSource, directory: string, group: Group): Promise<ListedUnit[]>;
}

export interface ListedUnit extends Unit {
  /** That of its file, where the listing contains it. */
  readonly stamp?: FileStamp;
}

/** How a dialect spells the keys of groups and units. */
export interface Keys {
  /** The group with this key; undefined if it is not a key of a group. */
  group(key: string): Group | undefined;
  /** Whether this can be the key of a unit. */
  isUnit(key: string): boolean;
  /** The unit with this key, and its group; undefined if it is not a key of a unit. */
  unit(key: string): GroupedUnit | undefined;
  /** The key of the group of a unit. */
  groupKeyOf(unitKey: string): string;
  /** The number of a unit. */
  numberOf(unitKey: string): number;
  /** The number from which `usualKey` makes this key; undefined if there is none. Fast. */
  usualNumber(unitKey: string): number | undefined;
  /** The key that a unit of this number usually has, so that a catalog need not store it. */
  usualKey(groupKey: string, number: number): string;
  /** The key of the unit with the same name in another group. */
  inGroup(unitKey: string, groupKey: string): string;
  /** The path below the directory of the folder of a group, or of the file with a unit. */
  pathOf(key: string): string;
  /** Splits the path or URI of a file into directory and unit; undefined if no unit is in it. */
  split(path: string): { readonly directory: string; readonly key: string } | undefined;
}
