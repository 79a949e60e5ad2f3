import { FileError } from '../fileSource.ts';
import type { Access } from './access.ts';
import type { Address } from './address.ts';
import type { Answer } from './transport.ts';

type What = 'file' | 'listing';
type Kind = Access['kind'] | 'none';

/** A request that the store refused. No retry helps. */
export function refusal(
  { path, address: { store } }: { readonly path: string; readonly address: Address },
  { status, headers }: Answer,
  what: What,
  access: Access | undefined,
): FileError {
  const found = `expected a ${what}, found status ${status}`;
  const code = headers.get('x-ms-error-code') ?? '';
  const why = denial(status, code, access?.kind ?? 'none') ?? hidden(store, status, what, access);
  if (why && store !== 'web')
    return new FileError(path, `${found}: ${why}. ${remedies[store]}`, { remedy: 'access' });
  const isMissing = status === 404 && what === 'listing';
  const reason = why ?? (isMissing ? 'there is no such container or bucket' : undefined);
  const help = 'Check its address and its permissions';
  return new FileError(path, `${found}: ${reason ? `${reason}. ` : ''}${help}`);
}

/** Azure tells those without access that there is nothing. */
function hidden(
  store: Address['store'],
  status: number,
  what: What,
  access: Access | undefined,
): string | undefined {
  if (store !== 'az' || status !== 404 || access) return undefined;
  return what === 'file'
    ? 'there is no such container, or it is not public'
    : 'there is no such container, it is not public, or its files may be read but not listed';
}

/** Undefined for what is no matter of access. Source: “Blob Storage error codes” of Azure. */
function denial(status: number, code: string, kind: Kind): string | undefined {
  if (code === 'AuthorizationPermissionMismatch' && kind === 'token')
    return 'access denied. The account that is signed in needs the role “Storage Blob Data Reader”';
  if (code === 'InvalidAuthenticationInfo' && kind === 'token')
    return 'access denied. The account that is signed in may belong to another tenant';
  if (code === 'KeyBasedAuthenticationNotPermitted')
    return 'access denied. The account does not accept keys';
  if (code === 'PublicAccessNotPermitted')
    return 'access denied. The account allows no public access';
  if (code === 'AuthorizationFailure')
    return `${denied[kind]}. The network rules of the account may exclude this computer, too`;
  if (status === 401 || status === 403) return denied[kind];
  return status === 409 ? 'the account allows no public access, or is busy' : undefined;
}

const denied: Readonly<Record<Kind, string>> = {
  none: 'access denied. It is not public, or does not exist',
  query: 'access denied. The signature is wrong, has expired or does not allow this',
  token: 'access denied. The account that is signed in may not read it',
  sharedKey: 'access denied. The key is wrong, or the clock of this computer is',
  hmac: 'access denied. The key is wrong or may not read it, it does not exist, or the clock of this computer is wrong',
};

const remedies = {
  az: 'Use “Sign In to Azure…” or “Add Key for Store…” in VS Code. On the command line, set AZURE_STORAGE_KEY or use the URL with its shared access signature (SAS)',
  gs: 'Use “Add Key for Store…” in VS Code. On the command line, set GOOGLE_APPLICATION_CREDENTIALS',
  s3: 'Use “Add Key for Store…” in VS Code. On the command line, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
} as const;
