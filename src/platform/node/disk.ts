import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Disk, OwnFolder } from '../interfaces.ts';
import { localFileSource } from './localFileSource.ts';
import { removeUnfinished, writeWhole } from './writeWhole.ts';

export const disk: Disk | undefined = {
  source: localFileSource,
  pathOf,
  write: writeWhole,
  folder: folderOnDisk,
};

export function folderOnDisk(path: string): OwnFolder {
  return {
    read: (name) => localFileSource.readFile(join(path, name)),
    write: (name, bytes) => writeWhole(join(path, name), bytes),
    tidy: () => removeUnfinished(path),
  };
}

function pathOf(text: string): string | undefined {
  if (/^~(?=$|[\\/])/.test(text)) return homedir() + text.slice(1);
  return isAbsolute(text) ? text : undefined;
}
