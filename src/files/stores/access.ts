import type { Address, Parsed } from './address.ts';

/** What gives access to a container, bucket or server. Secret. */
export interface Access {
  readonly kind: 'query';
  /** Added to the URL of each request: a shared access signature, or any query of a web server. */
  readonly query: string;
}

/** The access to an address. Undefined for what everyone may read. */
export type AccessOf = (address: Address) => Promise<Access | undefined>;

const anonymous: AccessOf = () => Promise.resolve(undefined);

/**
 * Uses the query behind an address for all of its container or server, and `others` for the rest.
 */
export function accessByQuery({ address, query }: Parsed, others = anonymous): AccessOf {
  if (query === undefined) return others;
  const access: Access = { kind: 'query', query };
  return (each) => (each.root === address.root ? Promise.resolve(access) : others(each));
}
