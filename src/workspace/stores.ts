import { mostRequests } from '#platform/system.ts';
import * as vscode from 'vscode';
import { withRecentFile } from '../files/recentFile.ts';
import { addressText, parseAddress } from '../files/stores/address.ts';
import { endpointsOf } from '../files/stores/endpoints.ts';
import { StoreSource } from '../files/stores/storeSource.ts';
import { settings } from '../names.ts';
import { log } from './tell.ts';
import { Transport } from '../files/stores/transport.ts';

/** Files in stores and on web servers, for the whole window. */
export const storeFiles = withRecentFile(
  new StoreSource(new Transport({ route, inFlight: mostRequests }), () =>
    Promise.resolve(undefined),
  ),
);

let known = { text: '', endpoints: endpointsOf({}) };

/** By the setting, as it is now. */
function route(url: string): string {
  const { section, storeEndpoints } = settings;
  const map: unknown = vscode.workspace.getConfiguration(section).get(storeEndpoints) ?? {};
  const text = JSON.stringify(map);
  if (text !== known.text) {
    known = { text, endpoints: endpointsOf(map) };
    for (const problem of known.endpoints.problems)
      log.warn(`${section}.${storeEndpoints}: ${problem}`);
  }
  return known.endpoints.route(url);
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
