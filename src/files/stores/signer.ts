import { AwsV4Signer } from 'aws4fetch';
import { type Access, AccessError, type HmacAccess } from './access.ts';
import { withSharedKey } from './sharedKey.ts';

/** A request before it is signed. */
export interface Unsigned {
  readonly url: string;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
}

/** The SHA-256 of no bytes. */
const emptyBody = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Adds access to requests. Remembers the regions of buckets. */
export class Signer {
  readonly #now: () => Date;
  readonly #regions = new Map<string, string>();
  /** Of the library: what it derives from a secret for a day. */
  readonly #derived = new Map<string, ArrayBuffer>();

  constructor(now = () => new Date()) {
    this.#now = now;
  }

  /** Rejects with an `AccessError` that says why it cannot be signed. */
  async sign(request: Unsigned, access: Access): Promise<Unsigned> {
    const { url, headers } = request;
    switch (access.kind) {
      case 'query':
        return { ...request, url: `${url}${url.includes('?') ? '&' : '?'}${access.query}` };
      case 'token': {
        const token = await access.token();
        if (token === undefined) return request;
        if (!isPrivate(url)) throw new AccessError('sign-in tokens are only sent over https');
        return { ...request, headers: { ...headers, Authorization: `Bearer ${token}` } };
      }
      case 'sharedKey':
        return { ...request, headers: await withSharedKey(access, request, this.#now()) };
      case 'hmac':
        return this.#signWithHmac(access, request);
    }
  }

  /**
   * Whether an answer names another region, so that the request has to be signed again. Amazon
   * does so.
   */
  learnsRegion(url: string, { status, headers }: Response, access: Access): boolean {
    const region = headers.get('x-amz-bucket-region') ?? '';
    // Goes into a host name.
    if (access.kind !== 'hmac' || status < 300 || !/^[a-z\d-]+$/.test(region)) return false;
    const key = bucketOf(url);
    if (region === (this.#regions.get(key) ?? access.region ?? firstRegion)) return false;
    this.#regions.set(key, region);
    return true;
  }

  async #signWithHmac(
    { id, secret, session, region }: HmacAccess,
    { url, method, headers }: Unsigned,
  ): Promise<Unsigned> {
    const known = this.#regions.get(bucketOf(url));
    const signer = new AwsV4Signer({
      url: known === undefined ? url : regional(url, known),
      method,
      headers: { ...headers, 'X-Amz-Content-Sha256': emptyBody },
      accessKeyId: id,
      secretAccessKey: secret,
      ...(session !== undefined && { sessionToken: session }),
      service: 's3',
      cache: this.#derived,
      region: known ?? region ?? firstRegion,
      datetime: this.#now()
        .toISOString()
        .replace(/[:-]|\.\d{3}/g, ''),
    });
    const signed = await signer.sign();
    return { url: signed.url.href, method, headers: Object.fromEntries(signed.headers) };
  }
}

const firstRegion = 'us-east-1';

/** What a region is remembered for: the bucket in the host name, or else in the path. */
function bucketOf(url: string): string {
  return /^https:\/\/[^./]+\.s3\.amazonaws\.com\/|^[^:]+:\/\/[^/]+\/[^/?]*/.exec(url)?.[0] ?? url;
}

/** The same at Amazon's host of a region. Other hosts have only one address. */
function regional(url: string, region: string): string {
  return url.replace(
    /^(https:\/\/(?:[^./]+\.)?s3)(\.amazonaws\.com\/)/,
    (_, start: string, end: string) => `${start}.${region}${end}`,
  );
}

/** Whether the request cannot be read on the way. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
