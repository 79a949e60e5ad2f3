import type { Address, Parsed } from './address.ts';

/** What gives access to a container, bucket or server. Secret. */
export type Access = QueryAccess | TokenAccess | SharedKeyAccess | HmacAccess;

/** A shared access signature, or any query of a web server. Added to the URL of each request. */
export interface QueryAccess {
  readonly kind: 'query';
  readonly query: string;
}

/** A token of Azure or Google, for `Authorization: Bearer`. */
export interface TokenAccess {
  readonly kind: 'token';
  /**
   * A token that is valid now. Asked for before each request. Undefined if there is none. Rejects
   * with an `AccessError`.
   */
  readonly token: () => Promise<string | undefined>;
}

/** The key of an Azure storage account. */
export interface SharedKeyAccess {
  readonly kind: 'sharedKey';
  readonly account: string;
  /** Base64. */
  readonly key: string;
}

/** An access key of S3, of another host with its interface, or of Google (“HMAC key”). */
export interface HmacAccess {
  readonly kind: 'hmac';
  readonly id: string;
  readonly secret: string;
  /** The token of temporary keys. */
  readonly session?: string | undefined;
  /** Where the host does not say it itself. */
  readonly region?: string | undefined;
}

/** Why there is no access, in words. Names no credential. */
export class AccessError extends Error {}

/**
 * The accesses to an address, the preferred first. Undefined if there are none. Sources try them in
 * turn, and then none at all, until the store answers. They remember what worked for as long as
 * they are given the same array.
 */
export type AccessOf = (address: Address) => Promise<readonly Access[] | undefined>;

const none: readonly Access[] = [];

export const anonymous: AccessOf = () => Promise.resolve(undefined);

/** For all of a container or server, the query behind an address comes first, then `others`. */
export function accessByQuery({ address, query }: Parsed, others = anonymous): AccessOf {
  if (query === undefined) return others;
  const access: Access = { kind: 'query', query };
  let known: { readonly rest: readonly Access[]; readonly all: readonly Access[] } | undefined;
  return async (each) => {
    const rest = (await others(each)) ?? none;
    if (each.root !== address.root) return rest;
    if (known?.rest !== rest) known = { rest, all: [access, ...rest] };
    return known.all;
  };
}

/** Asks once for each container, bucket or server, so that sources are given the same array. */
export function askedOnce(list: (address: Address) => Promise<readonly Access[]>): AccessOf {
  const known = new Map<string, Promise<readonly Access[]>>();
  return (address) => {
    const accesses = known.get(address.root) ?? list(address);
    known.set(address.root, accesses);
    return accesses;
  };
}
