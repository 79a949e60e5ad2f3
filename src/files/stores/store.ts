import { hashOf } from '../../text/hash.ts';
import type { DirectoryEntry, FileStamp } from '../fileSource.ts';
import type { Address } from './address.ts';
import type { StoreRequest } from './transport.ts';

/** What differs between kinds of stores. */
export interface Store {
  /** Its bytes; only of this version, if one is given. */
  file(address: Address, version?: string): StoreRequest;
  /** Size, time and version of a file. */
  stat(address: Address): StoreRequest;
  /** From the answer to `stat`. Undefined if it is something else. */
  statStamp(headers: Headers, bytes: Uint8Array): FileStamp | undefined;
  /** From the answer to `file`. */
  fileStamp(headers: Headers, bytes: Uint8Array): FileStamp;
  /** How folders are listed. Absent if they cannot be. */
  readonly listing?: Listing;
}

export interface Listing {
  /** The page that `next` of the last one names. */
  page(address: Address, next: string | undefined): StoreRequest;
  /** Undefined if it is not a page of a listing. */
  parse(text: string): Page | undefined;
}

/** Part of a listing. Names are those below the root, and end in a slash for folders. */
export interface Page {
  readonly files: readonly { readonly name: string; readonly stamp: FileStamp }[];
  readonly folders: readonly string[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/**
 * The entries of a page, without the prefix. Leaves out names that no path leads to: empty ones,
 * such as that of a folder's marker, and those that `join` would resolve.
 */
export function entriesOf(page: Page, prefix: string): DirectoryEntry[] {
  const files = page.files.map(({ name, stamp }): DirectoryEntry => ({
    name: name.slice(prefix.length),
    kind: 'file',
    stamp,
  }));
  const folders = page.folders.map((name): DirectoryEntry => ({
    name: name.slice(prefix.length, -1),
    kind: 'directory',
  }));
  return [...files, ...folders].filter(({ name }) => !/^\.{0,2}$/.test(name));
}

/** A stamp from the headers that HTTP itself defines. A weak ETag does not tell versions. */
export function httpStamp(headers: Headers, bytes: Uint8Array): FileStamp {
  const found = headers.get('etag');
  const etag = found?.startsWith('W/') ? undefined : (found ?? undefined);
  return stamp(sizeOf(headers, bytes), headers.get('last-modified') ?? '', etag);
}

/** Encodes a query. Not every store reads `+` as a space. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString().replaceAll('+', '%20');
}

/**
 * `time` in any form that JavaScript parses, taken to the second: headers have no more, and some
 * listings have. Quotes of an ETag are not part of the version.
 */
export function stamp(size: number, time: string, version: string | undefined): FileStamp {
  const seconds = Math.floor(Date.parse(time) / 1000);
  if (version === undefined) return { size, modified: (seconds || 0) * 1e6 };
  const unquoted = version.replace(/^"(.*)"$/, '$1');
  // Stores tell whole seconds. Saved stamps only have size and time, so the microseconds tell the
  // versions of a second apart.
  const modified = Number.isNaN(seconds) ? 0 : seconds * 1e6 + (hashOf(unquoted) % 1e6);
  return { size, modified, version: unquoted };
}

/**
 * The size of a whole file, from the headers of an answer with all or some of its bytes. That of a
 * file that is stored compressed is the size in the store, as in its listing.
 */
export function sizeOf(headers: Headers, bytes: Uint8Array): number {
  const whole = /^bytes .*\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  // Google may send such a file decompressed.
  const stored = headers.get('x-goog-stored-content-length') ?? headers.get('content-length');
  return Number(whole ?? stored ?? bytes.length);
}
