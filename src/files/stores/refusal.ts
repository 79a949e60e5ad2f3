import { FileError } from '../fileSource.ts';
import type { Access } from './access.ts';
import type { Address } from './address.ts';
import type { Answer } from './transport.ts';

type What = 'file' | 'listing';
type Kind = Access['kind'] | 'none';

/**
 * A request that the store refused. No retry helps. The message is the same in the editor, which
 * offers buttons for the remedy, and on the command line, which prints advice for it.
 */
export function refusal(
  { path, address: { store } }: { readonly path: string; readonly address: Address },
  { status, headers }: Answer,
  what: What,
  access: Access | undefined,
): FileError {
  const found = `(status ${status})`;
  const code = headers.get('x-ms-error-code') ?? '';
  const why = denial(store, status, code, access?.kind ?? 'none');
  if (why) return new FileError(path, `access denied ${found}. ${why}`, { remedy: 'access' });
  // Azure tells those without access that there is nothing.
  if (store === 'az' && status === 404 && !access)
    return new FileError(path, `not found ${found}. ${hidden[what]}`, { remedy: 'access' });
  if (status === 404 && what === 'listing')
    return new FileError(path, `not found ${found}. Check the name of the container or bucket`);
  return new FileError(path, `request rejected ${found}. Check the address`);
}

const hidden: Readonly<Record<What, string>> = {
  file: 'The container does not exist or is private',
  listing:
    'The container does not exist, is private, or lets everyone read its files but not list them',
};

/** Undefined for what is no matter of access. Source: “Blob Storage error codes” of Azure. */
function denial(
  store: Address['store'],
  status: number,
  code: string,
  kind: Kind,
): string | undefined {
  if (code === 'AuthorizationPermissionMismatch' && kind === 'token')
    return 'The signed-in account needs the role “Storage Blob Data Reader”';
  if (code === 'InvalidAuthenticationInfo' && kind === 'token')
    return 'The signed-in account may belong to another tenant';
  if (code === 'KeyBasedAuthenticationNotPermitted')
    return 'The storage account does not accept keys';
  if (code === 'PublicAccessNotPermitted') return 'The storage account allows no public access';
  if (code === 'AuthorizationFailure')
    return `${denied[kind]}. The network rules of the storage account may also block this computer`;
  // S3 answers 400 to keys that have expired.
  if (status === 401 || status === 403 || (status === 400 && kind === 'hmac')) return denied[kind];
  return status === 409 && store === 'az'
    ? 'The storage account may allow no public access, or it may be busy'
    : undefined;
}

const denied: Readonly<Record<Kind, string>> = {
  none: 'The data is private or does not exist',
  query: 'The signature or query is wrong, has expired or does not allow this',
  token: 'The signed-in account is not allowed to read this',
  sharedKey: 'The key or the clock of this computer is wrong',
  hmac: 'The key is wrong, has expired or is not allowed to read this, the file does not exist, or the clock of this computer is wrong',
};
