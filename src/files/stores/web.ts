import { addressText } from './address.ts';
import { httpStamp, type Store } from './store.ts';

/** Servers compress files as they send them. Their size is that of the file. */
function webStamp(headers: Headers, bytes: Uint8Array) {
  const found = httpStamp(headers, bytes);
  return headers.get('content-encoding') ? { ...found, size: bytes.length } : found;
}

/** Any web server. It has no listings. */
export const web: Store = {
  file: (address, version) => ({
    url: addressText(address),
    ...(version !== undefined && { headers: { 'If-Match': `"${version}"` } }),
  }),
  // Only an answer that is not compressed tells the size of the file.
  stat: (address) => ({
    url: addressText(address),
    method: 'HEAD',
    headers: { 'Accept-Encoding': 'identity' },
  }),
  statStamp: httpStamp,
  fileStamp: webStamp,
};
