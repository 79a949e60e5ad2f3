import {
  type DirectoryEntry,
  FileError,
  type FilePart,
  type FileSource,
  type FileStamp,
  type ReadOptions,
} from '../fileSource.ts';
import { accessByQuery, type AccessOf } from './access.ts';
import { type Address, addressText, joinAddress, parseAddress, prefixOf } from './address.ts';
import { azure } from './azure.ts';
import { google } from './google.ts';
import { RecentFile } from './recentFile.ts';
import { partOf, rangeHeader } from './range.ts';
import { refusal } from './refusal.ts';
import { s3 } from './s3.ts';
import { entriesOf, type Store } from './store.ts';
import type { Answer, StoreRequest, Transport } from './transport.ts';
import { web } from './web.ts';

const stores: Readonly<Record<Address['store'], Store>> = { az: azure, gs: google, s3, web };

/**
 * The source for an address, and the address without its query. The query gives access, so it is
 * sent with each request for the same container or server. Undefined for other paths. Throws a
 * `FileError`.
 */
export function openStore(
  path: string,
  transport: Transport,
): { readonly source: FileSource; readonly path: string } | undefined {
  const parsed = parseAddress(path);
  if (!parsed) return undefined;
  const source = new StoreSource(transport, accessByQuery(parsed));
  return { source, path: addressText(parsed.address) };
}

interface Place {
  readonly address: Address;
  /** Without credentials. */
  readonly path: string;
  readonly store: Store;
}

/** Files in stores and on web servers, by address without a query. */
export class StoreSource implements FileSource {
  readonly isBounded = true;
  readonly isRemote = true;
  readonly #transport: Transport;
  readonly #accessOf: AccessOf;
  readonly #recent = new RecentFile();

  /** `accessOf` is asked before each request. */
  constructor(transport: Transport, accessOf: AccessOf) {
    this.#transport = transport;
    this.#accessOf = accessOf;
  }

  async readFile(path: string): Promise<Uint8Array | undefined> {
    return (await this.readPart(path))?.bytes;
  }

  readPart(path: string, options?: ReadOptions): Promise<FilePart | undefined> {
    const read = () => this.#readPart(path, options);
    return options ? read() : this.#recent.read(path, read);
  }

  async #readPart(path: string, options: ReadOptions = {}): Promise<FilePart | undefined> {
    const place = placeOf(path);
    const { range, version } = options;
    const request = place.store.file(place.address, version);
    const headers = { ...request.headers, ...(range && { Range: rangeHeader(range) }) };
    const answer = await this.#send(place, { ...request, headers }, options);
    if (answer.status === 404) return undefined;
    if (answer.status === 412)
      throw new FileError(place.path, 'it changed after it was listed. List its folder again');
    if (!isSuccess(answer) && answer.status !== 416) throw refusal(place, answer.status, 'file');
    return {
      bytes: partOf(place.path, answer, range),
      stamp: place.store.fileStamp(answer.headers, answer.bytes),
    };
  }

  async readDirectory(path: string): Promise<DirectoryEntry[]> {
    const place = placeOf(path);
    const { listing } = place.store;
    if (!listing)
      throw new FileError(place.path, 'web servers do not list folders. Use the address of a file');
    const prefix = prefixOf(place.address);
    const entries: DirectoryEntry[] = [];
    // A container is a folder even if it is empty. Others are only there as parts of names.
    let exists = prefix === '';
    let next: string | undefined;
    do {
      const answer = await this.#send(place, listing.page(place.address, next));
      if (!isSuccess(answer)) throw refusal(place, answer.status, 'listing');
      const page = listing.parse(new TextDecoder().decode(answer.bytes));
      if (!page) throw unexpected(place, 'a listing');
      if (next !== undefined && page.next === next) throw unexpected(place, 'the next page');
      exists ||= page.files.length + page.folders.length > 0;
      entries.push(...entriesOf(page, prefix));
      ({ next } = page);
    } while (next !== undefined);
    if (exists) return entries;
    throw new FileError(place.path, `no such folder: no name begins with "${prefix}"`);
  }

  async stat(path: string): Promise<FileStamp | undefined> {
    const place = placeOf(path);
    const answer = await this.#send(place, place.store.stat(place.address));
    if (answer.status === 404) {
      this.#recent.seen(path, undefined);
      return undefined;
    }
    if (!isSuccess(answer)) throw refusal(place, answer.status, 'file');
    const stamp = place.store.statStamp(answer.headers, answer.bytes);
    this.#recent.seen(path, stamp);
    if (!stamp) throw unexpected(place, 'the size and version of a file');
    return stamp;
  }

  join(folder: string, ...names: string[]): string {
    return addressText(joinAddress(placeOf(folder).address, names));
  }

  async #send(place: Place, request: StoreRequest, options: ReadOptions = {}): Promise<Answer> {
    return this.#transport.send(request, {
      path: place.path,
      access: await this.#accessOf(place.address),
      signal: options.signal,
      lane: options.inBackground ? 'background' : 'person',
    });
  }
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
  return { address, path: text, store: stores[address.store] };
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function unexpected({ path }: Place, expected: string): FileError {
  return new FileError(
    path,
    `expected ${expected}, found something else. A proxy or a sign-in page may have answered`,
  );
}
