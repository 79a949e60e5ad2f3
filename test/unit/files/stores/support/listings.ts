export interface StubPage {
  readonly files: readonly (readonly [name: string, body: string | Buffer])[];
  readonly folders: readonly string[];
  readonly next: string | undefined;
  /** Of all files; `v1` without it. */
  readonly version?: string;
}

const escape = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
/** When all blobs were made and changed. */
export const time = 'Tue, 01 Jul 2025 00:00:00 GMT';
const isoTime = new Date(time).toISOString();

export function azureListing({ files, folders, next = '', version = 'v1' }: StubPage): string {
  const blobs = files.map(
    ([name, body]) =>
      `<Blob><Name>${escape(name)}</Name><Properties><Creation-Time>${time}</Creation-Time><Last-Modified>${time}</Last-Modified>` +
      `<Etag>${version}</Etag><Content-Length>${Buffer.byteLength(body)}</Content-Length></Properties></Blob>`,
  );
  const prefixes = folders.map((name) => `<BlobPrefix><Name>${escape(name)}</Name></BlobPrefix>`);
  const marker = next ? `<NextMarker>${escape(next)}</NextMarker>` : '<NextMarker />';
  return `\ufeff<?xml version="1.0" encoding="utf-8"?><EnumerationResults ContainerName="c"><Blobs>${blobs.join('')}${prefixes.join('')}</Blobs>${marker}</EnumerationResults>`;
}

export function s3Listing({ files, folders, next, version = 'v1' }: StubPage): string {
  const contents = files.map(
    ([name, body]) =>
      `<Contents><Key>${escape(name)}</Key><LastModified>${isoTime}</LastModified>` +
      `<ETag>&quot;${version}&quot;</ETag><Size>${Buffer.byteLength(body)}</Size></Contents>`,
  );
  const prefixes = folders.map(
    (name) => `<CommonPrefixes><Prefix>${escape(name)}</Prefix></CommonPrefixes>`,
  );
  const token = next ? `<NextContinuationToken>${escape(next)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult xmlns="x"><Prefix>p</Prefix>${token}${contents.join('')}${prefixes.join('')}</ListBucketResult>`;
}

export function googleItem(name: string, body: string | Buffer) {
  const size = String(Buffer.byteLength(body));
  return { name, size, timeCreated: isoTime, updated: isoTime, generation: '1' };
}

export function googleListing({ files, folders, next }: StubPage): string {
  return JSON.stringify({
    kind: 'storage#objects',
    nextPageToken: next,
    ...(folders.length > 0 && { prefixes: folders }),
    ...(files.length > 0 && { items: files.map(([name, body]) => googleItem(name, body)) }),
  });
}
