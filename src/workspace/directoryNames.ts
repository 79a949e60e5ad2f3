import { visible } from '../text/display.ts';

/** Where a directory is: in a workspace folder, or elsewhere. URIs are strings. */
export interface DirectoryPlace {
  readonly uri: string;
  /** The full path, for display. */
  readonly path: string;
  readonly folder?: { readonly uri: string; readonly name: string };
  /** A name of its own, which its place does not matter for. */
  readonly label?: string;
}

export interface DirectoryNames {
  /** Its path in the workspace folder, or the last part of its path. */
  readonly label: string;
  /** Its location, which distinguishes directories with the same label. */
  readonly description: string;
  /** Short and unique among all directories, for tabs, search results and headings. */
  readonly name: string;
}

/** The usual folder name, which is redundant next to its parent folder. */
const usualName = 'explanations';

interface Named {
  readonly place: DirectoryPlace;
  readonly label: string;
  /** The parts of the path above the label. */
  readonly above: readonly string[];
}

/**
 * Names directories like VS Code names tabs: by the shortest part of the path that distinguishes
 * them. `severalFolders`: whether the workspace has several folders.
 */
export function nameDirectories(
  places: readonly DirectoryPlace[],
  severalFolders: boolean,
): DirectoryNames[] {
  const all = places.map(labelled);
  const named = all.map((each) => {
    const alike = all.filter(({ label }) => label === each.label);
    if (alike.length === 1) return { ...each, where: undefined };
    const ends = shortestEnds(alike.map(({ above }) => above));
    return { ...each, where: ends[alike.indexOf(each)] ?? each.place.path };
  });
  const shorts = named.map(({ label, where }) => where ?? label);
  const isTaken = (name: string) => shorts.filter((other) => other === name).length > 1;
  const names = named.map(({ label, where }) => {
    if (where === undefined) return label;
    return label === usualName && !isTaken(where) ? where : `${where}/${label}`;
  });
  return named.map((each, i) => ({
    label: visible(each.label),
    description: visible(each.where ?? usualDescription(each, severalFolders)),
    name: visible(
      names.indexOf(names[i]!) === names.lastIndexOf(names[i]!) ? names[i]! : each.place.path,
    ),
  }));
}

/** The shortest unique end of each path; undefined if two are equal. */
export function shortestEnds(paths: readonly (readonly string[])[]): (string | undefined)[] {
  return paths.map((path, own) => {
    const others = paths.filter((_, i) => i !== own);
    for (let count = 1; count <= path.length; count++) {
      const end = path.slice(-count);
      const isShared = others.some((other) => sameParts(other.slice(-count), end));
      if (!isShared) return end.join('/');
    }
    // If it is the end of a longer path, a leading slash distinguishes it.
    const isWhole = !others.some((other) => sameParts(other, path));
    return isWhole ? `/${path.join('/')}` : undefined;
  });
}

/** The parts of a URI's path. On another file system than the local one, its name comes first. */
export function uriParts(uri: string): string[] {
  const [, scheme = '', authority = '', path = ''] =
    /^([a-z][a-z\d+.-]*):(?:\/\/([^/]*))?(.*)$/is.exec(uri) ?? [];
  const system = scheme === 'file' ? authority : [scheme, authority].filter(Boolean).join(':');
  return [...(system ? [system] : []), ...path.split('/').filter(Boolean).map(decoded)];
}

function labelled(place: DirectoryPlace): Named {
  const parts = uriParts(place.uri);
  const { folder } = place;
  if (!folder || place.label !== undefined) {
    const label = place.label ?? parts.at(-1) ?? place.path;
    return { place, label, above: parts.slice(0, -1) };
  }
  const folderParts = uriParts(folder.uri);
  const below = parts.slice(folderParts.length);
  // A workspace folder's name can differ from its name on disk.
  const above = folderParts.slice(0, -1);
  return below.length === 0
    ? { place, label: folder.name, above }
    : { place, label: below.join('/'), above: [...above, folder.name] };
}

function usualDescription({ place, label }: Named, severalFolders: boolean): string {
  if (place.label !== undefined) return '';
  if (!place.folder) return place.path;
  return severalFolders && label !== place.folder.name ? place.folder.name : '';
}

function sameParts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** Decodes a part of the path. Keeps a `%` that starts no code. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
