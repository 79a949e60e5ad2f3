import { type Address, prefixOf } from './address.ts';
import { type Page, queryOf, sizeOf, stamp, type Store } from './store.ts';

const fields = 'name,size,updated,generation';

/** Google Cloud Storage, by its JSON API. Source: blobfile's `_gcp.py`. */
export const google: Store = {
  file: (address, version) => ({
    url: `${urlOf(address)}?alt=media${version === undefined ? '' : `&ifGenerationMatch=${version}`}`,
  }),
  stat: (address) => ({ url: `${urlOf(address)}?fields=${fields}` }),
  statStamp(_, bytes) {
    const item = parsed(new TextDecoder().decode(bytes)) as Item | undefined;
    return item?.generation === undefined ? undefined : stampOf(item);
  },
  fileStamp(headers, bytes) {
    const generation = headers.get('x-goog-generation') ?? undefined;
    return stamp(sizeOf(headers, bytes), headers.get('last-modified') ?? '', generation);
  },
  listing: {
    page(address, next) {
      const query = queryOf({
        delimiter: '/',
        prefix: prefixOf(address),
        fields: `kind,nextPageToken,prefixes,items(${fields})`,
        ...(next !== undefined && { pageToken: next }),
      });
      return { url: `${bucketUrl(address)}?${query}` };
    },
    parse,
  },
};

interface Item {
  readonly name: string;
  /** Decimal digits. */
  readonly size: string;
  readonly updated: string;
  readonly generation: string;
}

interface Objects {
  readonly kind?: string;
  readonly nextPageToken?: string;
  readonly prefixes?: readonly string[];
  readonly items?: readonly Item[];
}

function bucketUrl({ names: [bucket] }: Address): string {
  return `https://storage.googleapis.com/storage/v1/b/${encodeURIComponent(bucket!)}/o`;
}

function urlOf(address: Address): string {
  return `${bucketUrl(address)}/${encodeURIComponent(address.rest)}`;
}

function stampOf({ size, updated, generation }: Item) {
  return stamp(Number(size), updated, generation);
}

function parse(text: string): Page | undefined {
  const page = parsed(text) as Objects | undefined;
  if (page?.kind !== 'storage#objects') return undefined;
  return {
    files: (page.items ?? []).map((item) => ({ name: item.name, stamp: stampOf(item) })),
    folders: page.prefixes ?? [],
    next: page.nextPageToken,
  };
}

/** Undefined for what is not JSON, such as the page of a proxy. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
