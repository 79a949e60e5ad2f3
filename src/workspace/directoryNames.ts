import { visible } from '../text/visible.ts';

/** Where a directory is: in a workspace folder, or elsewhere. URIs are texts. */
export interface DirectoryPlace {
  readonly uri: string;
  /** The full path, as a person reads it. */
  readonly path: string;
  readonly folder?: { readonly uri: string; readonly name: string };
}

/** What a directory is called. */
export interface DirectoryNames {
  /** Its path below the workspace folder, or the last part of its path. */
  readonly label: string;
  /** Where it is; tells directories with the same label apart. */
  readonly description: string;
  /** Short and unique among all directories, for tabs, search results and heads. */
  readonly name: string;
}

/** What most directories are called: it says nothing beside the folder. */
const usualName = 'explanations';

interface Named {
  readonly place: DirectoryPlace;
  readonly label: string;
  /** The parts of the path above what the label says. */
  readonly above: readonly string[];
}

/**
 * Names directories as VS Code names its tabs: by the shortest part of the path that tells them
 * apart. `severalFolders`: whether the workspace has several.
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

/** For each path, the shortest end that no other has; undefined where two are the same. */
export function shortestEnds(paths: readonly (readonly string[])[]): (string | undefined)[] {
  return paths.map((path, own) => {
    const others = paths.filter((_, i) => i !== own);
    for (let count = 1; count <= path.length; count++) {
      const end = path.slice(-count);
      const isShared = others.some((other) => sameParts(other.slice(-count), end));
      if (!isShared) return end.join('/');
    }
    // It is the end of a longer one: the first slash tells.
    const isWhole = !others.some((other) => sameParts(other, path));
    return isWhole ? `/${path.join('/')}` : undefined;
  });
}

/** The parts of a URI's path; of another file system than the local one, that comes first. */
export function uriParts(uri: string): string[] {
  const [, scheme = '', authority = '', path = ''] =
    /^([a-z][a-z\d+.-]*):(?:\/\/([^/]*))?(.*)$/is.exec(uri) ?? [];
  const system = scheme === 'file' ? authority : [scheme, authority].filter(Boolean).join(':');
  return [...(system ? [system] : []), ...path.split('/').filter(Boolean).map(decoded)];
}

function labelled(place: DirectoryPlace): Named {
  const parts = uriParts(place.uri);
  const { folder } = place;
  if (!folder) {
    return { place, label: parts.at(-1) ?? place.path, above: parts.slice(0, -1) };
  }
  const folderParts = uriParts(folder.uri);
  const below = parts.slice(folderParts.length);
  // A folder is known by its name in the workspace, which need not be that on disk.
  const above = folderParts.slice(0, -1);
  return below.length === 0
    ? { place, label: folder.name, above }
    : { place, label: below.join('/'), above: [...above, folder.name] };
}

function usualDescription({ place, label }: Named, severalFolders: boolean): string {
  if (!place.folder) return place.path;
  return severalFolders && label !== place.folder.name ? place.folder.name : '';
}

function sameParts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}

/** A part as it is on disk; a `%` that begins no code stays. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
