import type { QueryAccess, SharedKeyAccess } from './access.ts';

/** The public key of the account that every Azurite has. */
const developmentKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
export const developmentAccount = 'devstoreaccount1';

/** What the connection string of an Azure storage account says. */
export interface Connection {
  readonly account: string;
  readonly access: SharedKeyAccess | QueryAccess | undefined;
  /** Its base URL, if it is not the public one. */
  readonly endpoint: string | undefined;
}

/** Undefined if the text is no connection string. */
export function parseConnectionString(text: string): Connection | undefined {
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, name, value] = /^\s*(\w+)=(.*?)\s*$/s.exec(part) ?? [];
    if (name) parts.set(name.toLowerCase(), value!);
  }
  const isDevelopment = parts.get('usedevelopmentstorage') === 'true';
  const account = parts.get('accountname') ?? accountOf(parts.get('blobendpoint'));
  if (isDevelopment)
    return {
      account: developmentAccount,
      access: { kind: 'sharedKey', account: developmentAccount, key: developmentKey },
      endpoint: `http://127.0.0.1:10000/${developmentAccount}`,
    };
  if (!account) return undefined;
  const key = parts.get('accountkey');
  const query = parts.get('sharedaccesssignature')?.replace(/^\?/, '');
  return {
    account,
    access: key
      ? { kind: 'sharedKey', account, key }
      : query
        ? { kind: 'query', query }
        : undefined,
    endpoint: parts.get('blobendpoint') ?? hostEndpoint(account, parts),
  };
}

function accountOf(endpoint: string | undefined): string | undefined {
  return /^https?:\/\/([^./]+)\.blob\./.exec(endpoint ?? '')?.[1];
}

function hostEndpoint(account: string, parts: ReadonlyMap<string, string>): string | undefined {
  const suffix = parts.get('endpointsuffix') ?? 'core.windows.net';
  const protocol = parts.get('defaultendpointsprotocol') ?? 'https';
  return suffix === 'core.windows.net' ? undefined : `${protocol}://${account}.blob.${suffix}`;
}
