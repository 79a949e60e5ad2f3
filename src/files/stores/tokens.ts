import { AccessError, type TokenAccess } from './access.ts';
import { base64Of, bytesOfBase64 } from './base64.ts';

/** Tokens that a program gets with a secret of its own. In none of the messages is a secret. */

export interface TokenOptions {
  readonly now?: () => Date;
  /** Where a request is sent instead of its URL. */
  readonly route?: (url: string) => string;
}

export interface Issued {
  /** Undefined if there is none. */
  readonly token: string | undefined;
  /** Until when this holds, in seconds from now. */
  readonly seconds: number;
}

const timeout = 30_000;
/** Milliseconds that a token is renewed before it ends, so that it does not end on the way. */
const margin = 5 * 60_000;
/** Milliseconds until the next try after a failure. */
const pause = 60_000;

/**
 * Access by a token, which is asked for when it is first needed and before it ends. Requests at the
 * same time share one.
 */
export function renewed(
  request: () => Promise<Issued>,
  { now = () => new Date() }: TokenOptions = {},
): TokenAccess {
  let current: Promise<string | undefined> | undefined;
  let until = 0;
  const renew = async () => {
    try {
      const { token, seconds } = await request();
      until = now().getTime() + seconds * 1000 - margin;
      return token;
    } catch (error) {
      until = now().getTime() + pause;
      throw error;
    }
  };
  return {
    kind: 'token',
    token() {
      if (current && now().getTime() < until) return current;
      until = Infinity;
      return (current = renew());
    },
  };
}

/** The parts of what Azure calls a service principal. */
export interface Principal {
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token of Microsoft Entra for Azure Storage. Source: blobfile's `_azure.py`. */
export function principalAccess(
  principal: () => Promise<Principal>,
  options: TokenOptions = {},
): TokenAccess {
  return renewed(async () => {
    const { tenant, clientId, clientSecret } = await principal();
    const url = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
    return requestToken(url, options, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'https://storage.azure.com/.default',
    });
  }, options);
}

const googleTokens = 'https://oauth2.googleapis.com/token';

/**
 * A token of Google for reading, from a file with the key of a service account or the sign-in of a
 * user. Source: blobfile's `_gcp.py`.
 */
export function googleAccess(
  credentials: () => Promise<Readonly<Record<string, string>>>,
  options: TokenOptions = {},
): TokenAccess {
  const { now = () => new Date() } = options;
  return renewed(async () => {
    const { client_email, private_key, client_id, client_secret, refresh_token } =
      await credentials();
    if (client_email !== undefined && private_key !== undefined)
      return requestToken(googleTokens, options, {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await assertion(client_email, private_key, now()),
      });
    if (client_id !== undefined && client_secret !== undefined && refresh_token !== undefined)
      return requestToken(googleTokens, options, {
        grant_type: 'refresh_token',
        client_id,
        client_secret,
        refresh_token,
      });
    throw new AccessError(
      'GOOGLE_APPLICATION_CREDENTIALS: expected a file with the key of a service account or the sign-in of a user',
    );
  }, options);
}

async function requestToken(
  url: string,
  { route = (to) => to }: TokenOptions,
  form: Record<string, string>,
): Promise<Issued> {
  const { host } = new URL(url);
  const init = {
    method: 'POST',
    body: new URLSearchParams(form),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  } as const;
  const response = await fetch(route(url), init).catch(() => {
    throw new AccessError(`sign-in failed: ${host} cannot be reached`);
  });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { access_token: token, expires_in: seconds, error } = answer;
  if (response.ok && typeof token === 'string') return { token, seconds: Number(seconds) || 0 };
  const code = typeof error === 'string' && /^\w+$/.test(error) ? ` (${error})` : '';
  throw new AccessError(`sign-in failed: ${host} answered with status ${response.status}${code}`);
}

/** A JSON Web Token (RFC 7523), signed with the key of a service account in PEM. */
async function assertion(email: string, pem: string, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: email,
    scope: 'https://www.googleapis.com/auth/devstorage.read_only',
    aud: googleTokens,
    iat: seconds,
    exp: seconds + 3600,
  };
  const encode = (value: unknown) => base64Url(new TextEncoder().encode(JSON.stringify(value)));
  const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const der = bytesOfBase64(pem.replace(/-----[^-]+-----|\s/g, ''));
  const key =
    der &&
    (await crypto.subtle
      .importKey('pkcs8', der, algorithm, false, ['sign'])
      .catch(() => undefined));
  if (!key)
    throw new AccessError('GOOGLE_APPLICATION_CREDENTIALS: expected a private key in PEM format');
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text));
  return `${text}.${base64Url(new Uint8Array(signature))}`;
}

function base64Url(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
