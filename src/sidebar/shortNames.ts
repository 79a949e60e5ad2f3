/** What fits beside the icon of a directory in a narrow sidebar, in characters. */
const longest = 20;
/** The longest part of a shortened name. */
const longestPart = 16;

/**
 * Shortens the names of directories that are too long for a narrow sidebar: to the fewest parts of
 * the path that no other name has together, or else to the first and the last part. The results are
 * unique if the names are.
 */
export function shortNames(names: readonly string[]): string[] {
  const shorts = names.map((name) => shortName(name, names));
  const isUnique = (name: string) => shorts.indexOf(name) === shorts.lastIndexOf(name);
  const found = shorts.map((short, i) => (isUnique(short) ? short : names[i]!));
  return new Set(found).size === names.length ? found : [...names];
}

function shortName(name: string, names: readonly string[]): string {
  if (name.length <= longest) return name;
  const parts = name.split('/');
  const others = names.filter((other) => other !== name).map((other) => other.split('/'));
  const distinct = distinctParts(parts, others);
  const isKept = (i: number) => distinct?.has(i) ?? (i === 0 || i === parts.length - 1);
  const kept: string[] = [];
  for (const [i, part] of parts.entries()) {
    if (isKept(i)) kept.push(shortPart(part, others.flat()));
    // Ellipses at the ends would take the room of what differs.
    else if (kept.length > 0 && kept.at(-1) !== '…' && parts.some((_, k) => k > i && isKept(k)))
      kept.push('…');
  }
  return kept.join('/');
}

/** The indices of the fewest parts that no other name has together; undefined if there are none. */
function distinctParts(
  parts: readonly string[],
  others: readonly (readonly string[])[],
): ReadonlySet<number> | undefined {
  const kept = new Set<number>();
  let alike = others;
  while (alike.length > 0) {
    const shared = parts.map((part) => alike.filter((other) => other.includes(part)));
    const rarest = shared.reduce(
      (best, each, i) => (each.length < shared[best]!.length ? i : best),
      0,
    );
    // The rest has all parts.
    if (shared[rarest]!.length === alike.length) return undefined;
    kept.add(rarest);
    alike = shared[rarest]!;
  }
  return kept.size > 0 ? kept : undefined;
}

/** Keeps where the part differs from others that begin like it, else its ends. */
function shortPart(part: string, others: readonly string[]): string {
  const characters = [...part];
  if (characters.length <= longestPart) return part;
  const isAlike = (other: string) => other !== part && other[0] === part[0];
  const at = Math.max(0, ...others.filter(isAlike).map((other) => firstDifference(part, other)));
  const half = longestPart / 2;
  const cut = (from: number, to: number) => characters.slice(from, to).join('');
  if (at === 0) return `${cut(0, half)}…${cut(1 - half, characters.length)}`;
  if (at < longestPart - 2) return `${cut(0, longestPart - 1)}…`;
  return `…${cut(at - half + 1, at + half - 1)}${at + half - 1 < characters.length ? '…' : ''}`;
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
