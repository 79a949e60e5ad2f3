import { FileError } from '../fileSource.ts';

/** A file or folder in a store or on a web server. Contains no credentials. */
export interface Address {
  readonly store: 'az' | 'gs' | 's3' | 'web';
  /** Account and container; bucket; or the origin of a web server. */
  readonly names: readonly string[];
  /** What a credential is for: `az://account/container/`, `gs://bucket/`, `https://host/`. */
  readonly root: string;
  /** The name below `root`, as it is. On a web server, as its URLs spell it. */
  readonly rest: string;
}

/** An address with the query that was behind it. The query may give access, so it is secret. */
export interface Parsed {
  readonly address: Address;
  readonly query: string | undefined;
}

const azureUrl = /^https?:\/\/([^/?#]*)\.blob\.core\.windows\.net(?::443)?(?:\/|$)/i;
/** A shared access signature. Any other `?` belongs to the name. */
const signature = /\?((?:[^?]*&)?sig=[^?]*)$/;
const accountName = /^[a-z0-9][a-z0-9-]*$/;
const containerName = /^(?:\$[a-z]+|[a-z0-9][a-z0-9-]*)$/;
const bucketName = /^[a-z0-9][a-z0-9._-]*$/;

/**
 * Parses the paths of the reference's blobfile, and addresses of web servers. Undefined for any
 * other path. Throws a `FileError`.
 */
export function parseAddress(text: string): Parsed | undefined {
  const [scheme] = /^(?:az|gs|s3|https?):\/\//i.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  const path = scheme.toLowerCase() + text.slice(scheme.length);
  if (!path.isWellFormed()) throw invalid(path, 'text that UTF-8 can encode');
  const account = azureUrl.exec(path);
  if (account)
    return parseAzure(path, `${account[1]!.toLowerCase()}/${path.slice(account[0].length)}`);
  if (path.startsWith('az://')) return parseAzure(path, path.slice(5));
  if (path.startsWith('http')) return parseWeb(path);
  const store = path.startsWith('gs') ? 'gs' : 's3';
  const [bucket = '', ...rest] = path.slice(5).split('/');
  if (!bucketName.test(bucket)) throw invalid(path, `${store}://BUCKET/NAME`);
  return { address: addressOf(store, [bucket], rest.join('/')), query: undefined };
}

function parseAzure(path: string, afterScheme: string): Parsed {
  // A signature may contain slashes, so it goes first.
  const query = signature.exec(afterScheme)?.[1];
  const name = query === undefined ? afterScheme : afterScheme.slice(0, -query.length - 1);
  const [account = '', container = '', ...rest] = name.split('/');
  if (!accountName.test(account) || !containerName.test(container))
    throw invalid(path, 'az://ACCOUNT/CONTAINER/NAME');
  return { address: addressOf('az', [account, container], rest.join('/')), query };
}

function parseWeb(path: string): Parsed {
  if (!URL.canParse(path)) throw invalid(path, 'https://HOST/PATH');
  const { origin, username, password, pathname, search } = new URL(path);
  if (username || password) throw invalid(path, 'an address without user name and password');
  const address = {
    store: 'web',
    names: [origin],
    root: `${origin}/`,
    rest: pathname.slice(1),
  } as const;
  return { address, query: search.slice(1) || undefined };
}

function addressOf(store: 'az' | 'gs' | 's3', names: readonly string[], rest: string): Address {
  const root = `${store}://${names.join('/')}/`;
  // In a URL they would mean another folder.
  if (rest === '.' || rest === '..') throw invalid(root + rest, 'a name other than "." and ".."');
  return { store, names, root, rest };
}

function invalid(path: string, expected: string): FileError {
  // What is left out may be secret.
  const shown = path.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
  return new FileError(shown, `expected ${expected}`);
}

/** The one spelling of an address. */
export function addressText({ root, rest }: Address): string {
  return root + rest;
}

/** What the names of all files in a folder begin with. */
export function prefixOf({ rest }: Address): string {
  return rest === '' || rest.endsWith('/') ? rest : `${rest}/`;
}

/**
 * Joins names to a folder. `.` and `..` are resolved, and empty segments between others dropped.
 * Source: blobfile's `path_join`, except that `..` never leaves the root.
 */
export function joinAddress(folder: Address, names: readonly string[]): Address {
  const isWeb = folder.store === 'web';
  return names.reduce<Address>((address, name) => {
    const spelled = isWeb ? name.split('/').map(encodeURIComponent).join('/') : name;
    return { ...address, rest: joinRest(prefixOf(address), spelled) };
  }, folder);
}

function joinRest(prefix: string, name: string): string {
  const isAbsolute = name.startsWith('/');
  const all = isAbsolute ? name.split('/') : [...prefix.split('/'), ...name.split('/')];
  const isBetween = (i: number) => i > 0 && i < all.length - 1;
  const segments = isAbsolute ? all : all.filter((each, i) => each !== '' || !isBetween(i));
  const resolved: string[] = [];
  for (const segment of segments)
    if (segment === '..') resolved.pop();
    else if (segment !== '.') resolved.push(segment);
  if (/(?:^|\/)\.\.?$/.test(name)) resolved.push('');
  return resolved.join('/').replace(/^\//, '');
}
