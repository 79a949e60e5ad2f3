import * as vscode from 'vscode';
import type { FileSource } from '../files/fileSource.ts';
import { withRecentFile } from '../files/recentFile.ts';
import { addressText, parseAddress } from '../files/stores/address.ts';
import { StoreSource } from '../files/stores/storeSource.ts';
import type { StoreAccess } from './storeAccess.ts';

/** Files in stores and on web servers. There are none before `openStores`. */
export let storeFiles: FileSource;

/** To be called on activation. */
export function openStores({ transport, accessOf }: StoreAccess): void {
  storeFiles = withRecentFile(new StoreSource(transport, accessOf));
}

const storeScheme = /^(?:az|gs|s3|https?)$/;

/** Whether a URI leads to a store or a web server. */
export function isInStore({ scheme }: vscode.Uri): boolean {
  return storeScheme.test(scheme);
}

/** The address of a place in a store. Names in URIs of web servers stay encoded. */
export function addressOf(uri: vscode.Uri): string {
  const { scheme, authority, path } = uri;
  if (/^https?$/.test(scheme)) return uri.with({ query: '', fragment: '' }).toString();
  // Others take names as they are.
  return `${scheme}://${authority}${path}`;
}

/** The URI of an address that `parseAddress` takes. */
export function uriOfAddress(address: string): vscode.Uri {
  const [, scheme = '', authority = '', path = ''] = /^(\w+):\/\/([^/]*)(.*)$/s.exec(address) ?? [];
  if (/^https?$/.test(scheme)) return vscode.Uri.parse(address, true);
  return vscode.Uri.from({ scheme, authority, path });
}

/**
 * The place at an address that someone typed, and the query that gives access to it, which is
 * secret. Undefined for other text. Throws a `FileError`.
 */
export function placeAtAddress(
  typed: string,
): { readonly uri: vscode.Uri; readonly query: string | undefined } | undefined {
  const parsed = parseAddress(typed);
  return parsed && { uri: uriOfAddress(addressText(parsed.address)), query: parsed.query };
}
