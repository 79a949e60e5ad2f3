import { addressText } from './address.ts';
import { httpStamp, type Store } from './store.ts';

/** Any web server. It has no listings. */
export const web: Store = {
  file: (address, version) => ({
    url: addressText(address),
    ...(version !== undefined && { headers: { 'If-Match': `"${version}"` } }),
  }),
  stat: (address) => ({ url: addressText(address), method: 'HEAD' }),
  statStamp: httpStamp,
  fileStamp: httpStamp,
};
