import { AccessError, type SharedKeyAccess } from './access.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';
import type { Unsigned } from './signer.ts';

/** The headers whose values are signed, in this order. Requests without a body leave most empty. */
const signedHeaders = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'if-modified-since',
  'if-match',
  'if-none-match',
  'if-unmodified-since',
  'range',
];

/**
 * The headers of a request that is signed with the key of a storage account. Rejects with an
 * `AccessError` if the key is not Base64. Source: “Authorize with Shared Key” of the service's
 * documentation, and `sign_with_shared_key` in blobfile's `_azure.py`.
 */
export async function withSharedKey(
  { account, key }: SharedKeyAccess,
  { url, method, headers }: Unsigned,
  now: Date,
): Promise<Record<string, string>> {
  const dated = { ...headers, 'x-ms-date': now.toUTCString() };
  const signature = await hmacSha256(key, textToSign(account, { url, method, headers: dated }));
  return { ...dated, Authorization: `SharedKey ${account}:${signature}` };
}

export function textToSign(account: string, { url, method, headers }: Unsigned): string {
  const values = new Headers(headers);
  const ofService = [...values].filter(([name]) => name.startsWith('x-ms-'));
  const { pathname, searchParams } = new URL(url);
  // For addresses such as `http://127.0.0.1:10000/devstoreaccount1`, the account comes twice.
  const resource = [`/${account}${pathname}`];
  for (const name of [...new Set(searchParams.keys())].sort())
    resource.push(`${name.toLowerCase()}:${searchParams.getAll(name).sort().join(',')}`);
  return [
    method,
    ...signedHeaders.map((name) => values.get(name) ?? ''),
    // Sorted by name.
    ...ofService.map(([name, value]) => `${name}:${value}`),
    ...resource,
  ].join('\n');
}

async function hmacSha256(key: string, text: string): Promise<string> {
  const bytes = bytesOfBase64(key);
  if (!bytes?.length) throw new AccessError('the key of the account is not valid Base64');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text));
  return base64Of(new Uint8Array(signature));
}
