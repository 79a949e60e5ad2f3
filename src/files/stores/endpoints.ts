import { visible } from '../../text/display.ts';

/** Where requests are sent instead of to the public hosts of the stores. */
export interface Endpoints {
  /** For a `Transport`. */
  readonly route: (url: string) => string;
  /** Why entries are not used, in English, one line each. */
  readonly problems: readonly string[];
}

/**
 * Endpoints from a map of addresses to base URLs, such as `az://devstoreaccount1` to
 * `http://127.0.0.1:10000/devstoreaccount1`, and `s3://` to `http://127.0.0.1:9000`. An address is
 * that of a store, an account or a bucket. Its base takes its place in all addresses that begin
 * with it. For Google, the base is that of the service. The longest address decides. The map is
 * untrusted: invalid entries are left out, with a problem for each.
 */
export function endpointsOf(map: unknown): Endpoints {
  if (typeof map !== 'object' || map === null)
    return { route: (url) => url, problems: ['expected an object with addresses and base URLs'] };
  const problems: string[] = [];
  const bases: (readonly [prefix: string, base: string])[] = [];
  for (const [prefix, base] of Object.entries(map)) {
    const problem = problemOf(prefix, base);
    if (problem) problems.push(visible(`${JSON.stringify(prefix)}: ${problem}`));
    else bases.push([withSlash(prefix), withSlash(base as string)]);
  }
  bases.sort(([a], [b]) => b.length - a.length);
  return { route: (url) => routed(url, bases), problems };
}

/** Does not repeat the base, which may contain a password. */
function problemOf(prefix: string, base: unknown): string | undefined {
  if (!/^(?:az|gs|s3):\/\/(?:[a-z0-9][a-z0-9._-]*\/?)?$/.test(prefix))
    return 'expected az://, gs:// or s3://, alone or with an account or a bucket';
  if (typeof base !== 'string' || !/^https?:\/\//.test(base) || !URL.canParse(base))
    return 'expected a base URL that begins with https:// or http://';
  const { username, password, search, hash } = new URL(base);
  return username || password || search || hash
    ? 'expected a base URL without user name, password, query and fragment'
    : undefined;
}

function withSlash(text: string): string {
  return text.endsWith('/') ? text : `${text}/`;
}

/** What the URLs of the stores begin with, and the same as an address. */
const hosts = [
  [/^https:\/\/([^./]+)\.blob\.core\.windows\.net\//, 'az://$1/'],
  [/^https:\/\/s3\.amazonaws\.com\//, 's3://'],
  [/^https:\/\/([^./]+)\.s3\.amazonaws\.com\//, 's3://$1/'],
  [/^https:\/\/storage\.googleapis\.com\/(?:storage\/v1\/b\/)?/, 'gs://'],
] as const;

function routed(url: string, bases: readonly (readonly [prefix: string, base: string])[]): string {
  for (const [host, prefix] of hosts) {
    if (!host.test(url)) continue;
    const address = url.replace(host, prefix);
    const found = bases.find(([each]) => address.startsWith(each));
    if (!found) return url;
    const path = new URL(url).origin.length + 1;
    const below = prefix === 'gs://' ? url.slice(path) : address.slice(found[0].length);
    return found[1] + below;
  }
  return url;
}
