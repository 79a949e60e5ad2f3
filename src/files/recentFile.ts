import { type FilePart, type FileSource, type FileStamp, sameStamp } from './fileSource.ts';

/** In milliseconds. */
const keptFor = 30_000;

interface Recent {
  readonly path: string;
  readonly reading: Promise<FilePart | undefined>;
  readonly since: number;
}

/**
 * A source that reads parts, with the file that was last read whole: a page and the list of its
 * problems read the same file, one shortly after the other, and a store should send it once. Any
 * stamp that says otherwise drops it. Reads with options are always new.
 */
export function withRecentFile(
  source: FileSource & Required<Pick<FileSource, 'readPart'>>,
): FileSource {
  let recent: Recent | undefined;
  const forget = (old: Recent) => {
    if (recent === old) recent = undefined;
  };
  const readWhole = (path: string) => {
    if (recent?.path === path && performance.now() - recent.since < keptFor) return recent.reading;
    const now = { path, reading: source.readPart(path), since: performance.now() };
    recent = now;
    now.reading.then(
      (part) => part ?? forget(now),
      () => forget(now),
    );
    return now.reading;
  };
  const seen = async (path: string, stamp: FileStamp | undefined) => {
    const last = recent;
    if (last?.path !== path) return;
    const part = await last.reading.catch(() => undefined);
    if (!part || !stamp || !sameStamp(part.stamp, stamp)) forget(last);
  };
  return {
    ...(source.isBounded && { isBounded: true }),
    ...(source.isRemote && { isRemote: true }),
    readFile: async (path) => (await readWhole(path))?.bytes,
    readDirectory: (path) => source.readDirectory(path),
    readPart: (path, options) => (options ? source.readPart(path, options) : readWhole(path)),
    async stat(path) {
      const stamp = await source.stat(path);
      await seen(path, stamp);
      return stamp;
    },
    join: (folder, ...names) => source.join(folder, ...names),
  };
}
