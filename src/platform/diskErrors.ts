import { FileError } from '../files/fileSource.ts';

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'it is not a folder',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its path is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};

/** Failures that may pass without a change to the file: busy, overloaded or unreachable. */
const transientReasons: Record<string, string> = {
  EIO: 'the disk reported an error',
  EBUSY: 'it is in use',
  EAGAIN: 'it is not available right now',
  ESTALE: 'the network drive reported a stale handle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this computer',
  ENOMEM: 'not enough memory',
  ETIMEDOUT: 'the disk does not respond',
  ENOTCONN: 'the drive is not connected',
  ENODEV: 'the drive is not connected',
  EHOSTDOWN: 'the network drive does not respond',
  EHOSTUNREACH: 'the network drive does not respond',
};

/** Translates a system error to a readable one. */
export function fileError(path: string, error: unknown): FileError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = reasons[code] ?? transientReasons[code] ?? message;
  return new FileError(path, reason, { cause: error, transient: code in transientReasons });
}
