import { FileError } from '../fileSource.ts';
import type { Address } from './address.ts';

type What = 'file' | 'listing';

/** A request that the store refused. No retry helps. */
export function refusal(
  { path, address }: { readonly path: string; readonly address: Address },
  status: number,
  what: What,
): FileError {
  const found = `expected a ${what}, found status ${status}`;
  return new FileError(path, `${found}: ${meaning(status, what, address.store)}`);
}

const signIn = {
  az: 'Use the URL of the container with a valid shared access signature (SAS)',
  gs: 'Only public buckets can be read',
  s3: 'Only public buckets can be read. A missing file may give this status, too',
  web: 'Check its address and its permissions',
} as const;

function meaning(status: number, what: What, store: Address['store']): string {
  const help = signIn[store];
  if (status === 401 || status === 403) return `access denied. ${help}`;
  if (status === 409) return `the account allows no public access, or is busy. ${help}`;
  if (status === 404 && what === 'listing')
    return `there is no such place, or its files may be read but not listed. ${help}`;
  return help;
}
