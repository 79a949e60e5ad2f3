import {
  type DirectoryEntry,
  FileError,
  type FilePart,
  type FileSource,
  type FileStamp,
  type ReadOptions,
} from '../fileSource.ts';
import { type Access, accessByQuery, type AccessOf, anonymous } from './access.ts';
import { AccessOrder } from './accessOrder.ts';
import { type Address, addressText, joinAddress, parseAddress, prefixOf } from './address.ts';
import { azure } from './azure.ts';
import { google } from './google.ts';
import { partOf, partOfWhole, rangeHeader } from './range.ts';
import { refusal } from './refusal.ts';
import { googleByKeys, s3 } from './s3.ts';
import { entriesOf, type Store } from './store.ts';
import { type Answer, isPartOfCompressed, type StoreRequest, type Transport } from './transport.ts';
import { web } from './web.ts';

const stores: Readonly<Record<Address['store'], Store>> = { az: azure, gs: google, s3, web };

/**
 * The source for an address, and the address without its query. The query gives access, so it is
 * sent with requests for the same container or server, before what `accessOf` gives is tried.
 * Undefined for other paths. Throws a `FileError`.
 */
export function openStore(
  path: string,
  transport: Transport,
  accessOf?: AccessOf,
): { readonly source: FileSource; readonly path: string } | undefined {
  const parsed = parseAddress(path);
  if (!parsed) return undefined;
  const source = new StoreSource(transport, accessByQuery(parsed, accessOf));
  return { source, path: addressText(parsed.address) };
}

interface Place {
  readonly address: Address;
  /** Without credentials. */
  readonly path: string;
}

/** An answer, with what it was asked with. */
interface Sent {
  readonly answer: Answer;
  readonly store: Store;
  readonly access: Access | undefined;
}

/** Files in stores and on web servers, by address without a query. */
export class StoreSource implements FileSource {
  readonly isBounded = true;
  readonly isRemote = true;
  readonly #transport: Transport;
  readonly #accesses: AccessOrder;

  /** `accessOf` is asked before each request. `mustUse`: nothing is read without access. */
  constructor(transport: Transport, accessOf: AccessOf = anonymous, mustUse = false) {
    this.#transport = transport;
    this.#accesses = new AccessOrder(accessOf, mustUse);
  }

  async readFile(path: string): Promise<Uint8Array | undefined> {
    return (await this.readPart(path))?.bytes;
  }

  async readPart(path: string, options: ReadOptions = {}): Promise<FilePart | undefined> {
    const place = placeOf(path);
    const { range, version } = options;
    const { answer, store, access } = await this.#try(place, 'file', options, (each) => {
      const request = each.file(place.address, version);
      const headers = { ...request.headers, ...(range && { Range: rangeHeader(range) }) };
      return { ...request, headers };
    });
    if (answer.status === 404) return undefined;
    if (answer.status === 412)
      throw new FileError(place.path, 'it changed after it was listed. Refresh, or try again');
    if (!isSuccess(answer) && answer.status !== 416) throw refusal(place, answer, 'file', access);
    if (range && isPartOfCompressed(answer)) {
      const part = await this.readPart(path, { ...options, range: undefined });
      return part && partOfWhole(part, range);
    }
    const stamp = store.fileStamp(answer.headers, answer.bytes);
    // Some servers send the whole file.
    if (range && answer.status === 200) return partOfWhole({ bytes: answer.bytes, stamp }, range);
    return { bytes: partOf(place.path, answer, range), stamp };
  }

  async readDirectory(path: string): Promise<DirectoryEntry[]> {
    const entries: DirectoryEntry[] = [];
    for await (const page of this.#pages(placeOf(path))) entries.push(...page);
    return entries;
  }

  /**
   * Entries of a folder by one request, which are not all there are. Rejects as `readDirectory`
   * does, but not for a folder that may be empty or absent.
   */
  async readDirectoryStart(path: string): Promise<DirectoryEntry[]> {
    for await (const page of this.#pages(placeOf(path))) return page;
    return [];
  }

  async *#pages(place: Place): AsyncGenerator<DirectoryEntry[]> {
    const prefix = prefixOf(place.address);
    // A container is a folder even if it is empty. Others are only there as parts of names.
    let exists = prefix === '';
    let sent: Sent | undefined;
    let next: string | undefined;
    do {
      const last = next;
      const request = ({ listing }: Store) => {
        if (listing) return listing.page(place.address, last);
        const remedy = 'fileAddress';
        throw new FileError(place.path, 'web servers cannot list folders', { remedy });
      };
      // Other pages by the same store: it named the next one.
      sent = sent
        ? await this.#send(place, sent.access, {}, request)
        : await this.#try(place, 'listing', {}, request);
      const { answer, store, access } = sent;
      if (!isSuccess(answer)) throw refusal(place, answer, 'listing', access);
      const page = store.listing!.parse(new TextDecoder().decode(answer.bytes));
      if (!page) throw unexpected(place, 'a listing');
      if (next !== undefined && page.next === next) throw unexpected(place, 'the next page');
      exists ||= page.files.length + page.folders.length > 0;
      ({ next } = page);
      yield entriesOf(page, prefix);
    } while (next !== undefined);
    if (!exists)
      throw new FileError(place.path, `no such folder: no file name begins with "${prefix}"`);
  }

  async stat(path: string): Promise<FileStamp | undefined> {
    const place = placeOf(path);
    const request = (store: Store) => store.stat(place.address);
    const { answer, store, access } = await this.#try(place, 'file', {}, request);
    if (answer.status === 404) return undefined;
    if (!isSuccess(answer)) throw refusal(place, answer, 'file', access);
    const stamp = store.statStamp(answer.headers, answer.bytes);
    if (!stamp) throw unexpected(place, 'the size and version of a file');
    return stamp;
  }

  join(folder: string, ...names: string[]): string {
    return addressText(joinAddress(placeOf(folder).address, names));
  }

  /** Sends a request with the access that the store accepts. */
  #try(
    place: Place,
    what: 'file' | 'listing',
    options: ReadOptions,
    requestOf: (store: Store) => StoreRequest,
  ): Promise<Sent> {
    return this.#accesses.try(place, what, (access) =>
      this.#send(place, access, options, requestOf),
    );
  }

  async #send(
    { path, address }: Place,
    access: Access | undefined,
    { signal, inBackground }: ReadOptions,
    requestOf: (store: Store) => StoreRequest,
  ): Promise<Sent> {
    const store = storeOf(address, access);
    const lane = inBackground ? 'background' : 'person';
    const answer = await this.#transport.send(requestOf(store), { path, access, signal, lane });
    return { answer, store, access };
  }
}

/** Google has another interface for keys. */
function storeOf({ store }: Address, access: Access | undefined): Store {
  return store === 'gs' && access?.kind === 'hmac' ? googleByKeys : stores[store];
}

function placeOf(path: string): Place {
  const parsed = parseAddress(path);
  if (!parsed)
    throw new FileError(
      path,
      'expected an address that begins with az://, gs://, s3:// or https://',
    );
  const { address, query } = parsed;
  const text = addressText(address);
  // Errors of others name the path, too.
  if (query !== undefined) throw new FileError(text, 'expected the address without its query');
  return { address, path: text };
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function unexpected({ path }: Place, expected: string): FileError {
  return new FileError(
    path,
    `expected ${expected}, found something else. The answer may come from a proxy or a sign-in page`,
  );
}
