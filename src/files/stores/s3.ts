import { type Address, prefixOf } from './address.ts';
import { httpStamp, type Page, queryOf, stamp, type Store } from './store.ts';
import { elements, hasRoot, text } from './xml.ts';

/** A store with the interface of S3. `bucketUrl` has no slash at its end. */
function withInterfaceOfS3(bucketUrl: (bucket: string) => string): Store {
  const urlOf = ({ names: [bucket], rest }: Address) => `${bucketUrl(bucket!)}/${encoded(rest)}`;
  return {
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
        return { url: `${bucketUrl(address.names[0]!)}/?${query}` };
      },
      parse,
    },
  };
}

/** Amazon S3. A bucket's name leads to its region. With a dot in it, no certificate covers it. */
export const s3 = withInterfaceOfS3((bucket) =>
  bucket.includes('.')
    ? `https://s3.amazonaws.com/${bucket}`
    : `https://${bucket}.s3.amazonaws.com`,
);

/** Google Cloud Storage by its XML API, the one that takes keys. */
export const googleByKeys = withInterfaceOfS3(
  (bucket) => `https://storage.googleapis.com/${bucket}`,
);

/** Slashes stay, as they are signed, except in names that a URL parser would resolve. */
function encoded(name: string): string {
  const whole = encodeURIComponent(name);
  return /(?:^|\/)\.\.?(?:\/|$)/.test(name) ? whole : whole.replaceAll('%2F', '/');
}

function parse(xml: string): Page | undefined {
  if (!hasRoot(xml, 'ListBucketResult')) return undefined;
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
