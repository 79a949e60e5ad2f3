import type { Access, QueryAccess, SharedKeyAccess } from './access.ts';
import type { Address } from './address.ts';
import { bytesOfBase64 } from './base64.ts';
import { parseConnectionString } from './connectionString.ts';

/** A secret that a person gave for a store. */
export interface Given {
  /** What begins with this may be read by it: `az://account/`, or the root of an address. */
  readonly root: string;
  readonly access: Exclude<Access, { kind: 'token' }>;
}

/** Why a text is no secret for a store. */
export type GivenProblem =
  | 'empty'
  /** Neither a key, nor a signature, nor a connection string. */
  | 'unknown'
  | 'otherAccount'
  | 'otherContainer'
  | 'expired'
  /** A signature without the permission to read. */
  | 'noReading'
  /** A connection string with neither key nor signature. */
  | 'noSecret';

/**
 * The secret in what a person typed for an account of Azure: its key, a connection string, a shared
 * access signature (SAS), or a URL with one.
 */
export function parseAzureSecret(
  { names: [account = '', container = ''], root }: Address,
  typed: string,
  now: Date,
): Given | GivenProblem {
  const text = typed.trim();
  const ofAccount = `az://${account}/`;
  if (text === '') return 'empty';
  const connection = parseConnectionString(text);
  if (connection) {
    if (connection.account !== account) return 'otherAccount';
    const { access } = connection;
    if (!access) return 'noSecret';
    return access.kind === 'query'
      ? signature(access, ofAccount, root, now)
      : { root: ofAccount, access };
  }
  const [, url, query] = /^(?:(https?:\/\/[^?]*)\?|\?)?((?:[^?]*&)?sig=[^?]*)$/i.exec(text) ?? [];
  if (query !== undefined) {
    const [, host = '', path = ''] = /^https?:\/\/([^/]*)\/?([^/]*)/.exec(url ?? '') ?? [];
    // The host of an endpoint does not name the account.
    const isPublic = /\.blob\.core\.windows\.net$/i.test(host);
    if (isPublic && !host.toLowerCase().startsWith(`${account}.`)) return 'otherAccount';
    if (isPublic && path !== '' && path !== container) return 'otherContainer';
    return signature({ kind: 'query', query }, ofAccount, root, now);
  }
  // A real one has 64 bytes. Azurite takes others.
  if ((bytesOfBase64(text)?.length ?? 0) < 16) return 'unknown';
  const access: SharedKeyAccess = { kind: 'sharedKey', account, key: text };
  return { root: ofAccount, access };
}

/** The query of a web server that a person typed. */
export function parseWebQuery({ root }: Address, typed: string): Given | GivenProblem {
  const query = typed.trim().replace(/^\?/, '');
  if (query === '') return 'empty';
  return /^[^\s?#=]+=[^\s?#]*$/.test(query)
    ? { root, access: { kind: 'query', query } }
    : 'unknown';
}

function signature(
  access: QueryAccess,
  ofAccount: string,
  root: string,
  now: Date,
): Given | GivenProblem {
  const values = new URLSearchParams(access.query);
  if (Date.parse(values.get('se') ?? '') < now.getTime()) return 'expired';
  const permissions = values.get('sp');
  if (permissions !== null && !permissions.includes('r')) return 'noReading';
  // Only those of an account have types of resources.
  return { root: values.has('srt') ? ofAccount : root, access };
}

/** What a person gave for an address: for its container or bucket first, then for its account. */
export function givenFor(given: readonly Given[], { root }: Address): readonly Access[] {
  return given
    .filter((each) => root.startsWith(each.root))
    .sort((a, b) => b.root.length - a.root.length)
    .map(({ access }) => access);
}
