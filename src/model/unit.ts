/** A group of units, such as a layer. */
export interface Group {
  /** Unique in its directory, and stable: notes, links and saved state contain it. Opaque. */
  readonly key: string;
  /** The number to sort by. */
  readonly number: number;
  /** For display. */
  readonly label: string;
}

/** What is explained, such as a neuron. */
export interface Unit {
  /** Unique in its directory, and stable: notes, links and saved state contain it. Opaque. */
  readonly key: string;
  /** The number to sort by in its group. */
  readonly number: number;
  /** For display. */
  readonly label: string;
}

/** A unit with its group. */
export interface GroupedUnit {
  readonly group: Group;
  readonly unit: Unit;
}

/** Group and unit for display: `5:131`. */
export function unitLabel({ group, unit }: GroupedUnit): string {
  return `${group.label}:${unit.label}`;
}

/** By number. Units with equal numbers, such as `7.jsonl` and `007.jsonl`, by key. */
export function compareUnits(
  a: { readonly number: number; readonly key: string },
  b: { readonly number: number; readonly key: string },
): number {
  return a.number - b.number || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
