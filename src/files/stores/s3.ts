import { type Address, prefixOf } from './address.ts';
import { httpStamp, type Page, queryOf, stamp, type Store } from './store.ts';
import { elements, text } from './xml.ts';

/** Amazon S3, without signatures: public buckets. */
export const s3: Store = {
  file: (address, version) => ({
    url: urlOf(address),
    ...(version !== undefined && { headers: { 'If-Match': `"${version}"` } }),
  }),
  stat: (address) => ({ url: urlOf(address), method: 'HEAD' }),
  statStamp: httpStamp,
  fileStamp: httpStamp,
  listing: {
    page(address, next) {
      const query = queryOf({
        'list-type': '2',
        delimiter: '/',
        prefix: prefixOf(address),
        ...(next !== undefined && { 'continuation-token': next }),
      });
      return { url: `${bucketUrl(address)}/?${query}` };
    },
    parse,
  },
};

/** The name of a bucket leads to its region. With a dot in it, no certificate covers it. */
function bucketUrl({ names: [bucket] }: Address): string {
  return bucket!.includes('.')
    ? `https://s3.amazonaws.com/${bucket}`
    : `https://${bucket}.s3.amazonaws.com`;
}

function urlOf(address: Address): string {
  return `${bucketUrl(address)}/${encodeURIComponent(address.rest)}`;
}

function parse(xml: string): Page | undefined {
  if (!/<ListBucketResult[\s>]/.test(xml)) return undefined;
  return {
    files: elements(xml, 'Contents').map((object) => ({
      name: text(object, 'Key'),
      stamp: stamp(
        Number(text(object, 'Size')),
        text(object, 'LastModified'),
        text(object, 'ETag') || undefined,
      ),
    })),
    folders: elements(xml, 'CommonPrefixes').map((folder) => text(folder, 'Prefix')),
    next: text(xml, 'NextContinuationToken') || undefined,
  };
}
