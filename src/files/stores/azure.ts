import { type Address, prefixOf } from './address.ts';
import { httpStamp, type Page, queryOf, stamp, type Store } from './store.ts';
import { elements, hasRoot, text } from './xml.ts';

/** The version that the reference asks for. In it, names in listings are not encoded. */
const headers = { 'x-ms-version': '2019-02-02' };

/** Azure Blob Storage. Source: blobfile's `_azure.py`. */
export const azure: Store = {
  file: (address, version) => ({
    url: urlOf(address),
    headers: { ...headers, ...(version !== undefined && { 'If-Match': `"${version}"` }) },
  }),
  stat: (address) => ({ url: urlOf(address), method: 'HEAD', headers }),
  statStamp: httpStamp,
  fileStamp: httpStamp,
  listing: {
    page(address, next) {
      const query = queryOf({
        restype: 'container',
        comp: 'list',
        delimiter: '/',
        prefix: prefixOf(address),
        ...(next !== undefined && { marker: next }),
      });
      return { url: `${containerUrl(address)}?${query}`, headers };
    },
    parse,
  },
};

function containerUrl({ names: [account, container] }: Address): string {
  return `https://${account}.blob.core.windows.net/${encodeURIComponent(container!)}`;
}

/** Slashes are encoded too, so that no URL parser resolves `..` in a name. */
function urlOf(address: Address): string {
  return `${containerUrl(address)}/${encodeURIComponent(address.rest)}`;
}

function parse(xml: string): Page | undefined {
  if (!hasRoot(xml, 'EnumerationResults')) return undefined;
  return {
    files: elements(xml, 'Blob').map((blob) => ({
      name: text(blob, 'Name'),
      stamp: stamp(
        Number(text(blob, 'Content-Length')),
        text(blob, 'Last-Modified'),
        text(blob, 'Etag') || undefined,
      ),
    })),
    folders: elements(xml, 'BlobPrefix').map((folder) => text(folder, 'Name')),
    next: text(xml, 'NextMarker') || undefined,
  };
}
