import { addressText } from './address.ts';
import type { FileStamp } from '../fileSource.ts';
import { httpStamp, type Store } from './store.ts';

/** Any web server. It has no listings. */
export const web: Store = {
  file: (address, version) => ({
    url: addressText(address),
    ...(version !== undefined && { headers: { 'If-Match': `"${version}"` } }),
  }),
  stat: (address) => ({ url: addressText(address), method: 'HEAD' }),
  statStamp: stampOf,
  fileStamp: stampOf,
};

/** Without a weak ETag: it does not tell versions. */
function stampOf(headers: Headers, bytes: Uint8Array): FileStamp {
  const { version, ...stamp } = httpStamp(headers, bytes);
  return version === undefined || version.startsWith('W/') ? stamp : { ...stamp, version };
}
