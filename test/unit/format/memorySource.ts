import { type DirectoryEntry, FileError, type FileSource } from '../../../src/files/fileSource.ts';

/** Files in memory, by path: their content, `null` for a folder, or the error when reading. */
export function memorySource(
  files: Readonly<Record<string, string | Uint8Array | null | FileError>>,
): FileSource {
  const read = (path: string): Promise<Uint8Array | undefined> => {
    const content = files[path];
    if (content instanceof FileError) return Promise.reject(content);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return Promise.resolve(bytes ?? undefined);
  };
  return {
    readFile: read,
    stat: async (path) => {
      const bytes = await read(path);
      return bytes && { size: bytes.length, modified: 0 };
    },
    readDirectory: (path) => {
      if (files[path] !== null)
        return Promise.reject(new FileError(path, 'there is no such folder'));
      const prefix = `${path}/`;
      const names = Object.keys(files).filter((each) => each.startsWith(prefix));
      const entries = names
        .map((each) => ({ name: each.slice(prefix.length), isFolder: files[each] === null }))
        .filter(({ name }) => !name.includes('/'))
        .map(({ name, isFolder }): DirectoryEntry => ({
          name,
          kind: isFolder ? 'directory' : 'file',
        }));
      return Promise.resolve(entries);
    },
    join: (...names) => names.join('/'),
  };
}
