import { FileError } from '../fileSource.ts';
import type { Access } from './access.ts';
import type { Address } from './address.ts';
import type { Answer } from './transport.ts';

type What = 'file' | 'listing';
type Kind = Access['kind'] | 'none';

/** A request that the store refused. No retry helps. */
export function refusal(
  { path, address }: { readonly path: string; readonly address: Address },
  { status, headers }: Answer,
  what: What,
  access: Access | undefined,
): FileError {
  const found = `expected a ${what}, found status ${status}`;
  const code = headers.get('x-ms-error-code') ?? '';
  const why = reason(status, code, what, access?.kind ?? 'none');
  const isDenied = why !== undefined && address.store !== 'web';
  const help = isDenied ? remedies[address.store] : 'Check its address and its permissions';
  return new FileError(path, `${found}: ${why ? `${why}. ` : ''}${help}`, {
    ...(isDenied && { remedy: 'access' }),
  });
}

/** Undefined for what is no matter of access. */
function reason(status: number, code: string, what: What, kind: Kind): string | undefined {
  const ofAzure = azureReasons.get(code);
  if (ofAzure) return typeof ofAzure === 'string' ? ofAzure : (ofAzure[kind] ?? denied[kind]);
  if (status === 401 || status === 403) return denied[kind];
  if (status === 409) return 'the account allows no public access, or is busy';
  if (status !== 404) return undefined;
  return what === 'listing'
    ? 'there is no such place, or its files may be read but not listed'
    : 'there is no such container, or it is not public';
}

const denied: Readonly<Record<Kind, string>> = {
  none: 'access denied. It is not public, or does not exist',
  query: 'access denied. The signature is wrong, has expired or allows less',
  token: 'access denied. The account that is signed in may not read it',
  sharedKey: 'access denied. The key is wrong, or the clock of this computer is',
  hmac: 'access denied. The key is wrong or may not read it, or the clock of this computer is wrong',
};

/** What the codes of Azure mean. Source: “Blob Storage error codes” of its documentation. */
const azureReasons = new Map<string, string | Partial<Record<Kind, string>>>([
  [
    'AuthorizationFailure',
    'access denied. The network rules of the account may not allow this computer',
  ],
  [
    'AuthorizationPermissionMismatch',
    {
      query: 'access denied. The signature does not allow this',
      token:
        'access denied. The account that is signed in needs the role “Storage Blob Data Reader”',
    },
  ],
  ['KeyBasedAuthenticationNotPermitted', 'access denied. The account does not accept keys'],
  ['PublicAccessNotPermitted', 'access denied. The account allows no public access'],
]);

const remedies = {
  az: 'Use “Sign In to Azure…” or “Add Key for Store…” in VS Code. On the command line, set AZURE_STORAGE_KEY or use the URL with its shared access signature (SAS)',
  gs: 'Use “Add Key for Store…” in VS Code. On the command line, set GOOGLE_APPLICATION_CREDENTIALS',
  s3: 'A missing file may give this status, too. Use “Add Key for Store…” in VS Code. On the command line, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
} as const;
