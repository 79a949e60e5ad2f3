import type { FileError } from '../files/fileSource.ts';
import { type Address, parseAddress } from '../files/stores/address.ts';

/** What to do on the command line about a failure: sentences, none if nothing is known to help. */
export function adviceFor({ remedy, transient, path }: FileError): readonly string[] {
  if (transient) return ['Try again later.'];
  if (remedy === 'fileAddress') return ['Pass the address of a file.'];
  const store = remedy === 'access' ? parseAddress(path)?.address.store : undefined;
  return store ? [accessTo[store]] : [];
}

const accessTo: Readonly<Record<Address['store'], string>> = {
  az: 'For private data, set AZURE_STORAGE_KEY or pass the URL with its shared access signature (SAS).',
  gs: 'For private data, set GOOGLE_APPLICATION_CREDENTIALS.',
  s3: 'For private data, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  web: 'For private data, pass the URL with the query that gives access.',
};
