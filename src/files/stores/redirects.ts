/** How a request is sent, without its redirects. */
export interface Sent {
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const mostRedirects = 5;

/**
 * Sends a request and follows its redirects. The query `secret` is added on the first host only,
 * and is removed from redirects that contain it and lead to another host.
 */
export async function fetchFollowing(
  url: string,
  secret: string | undefined,
  sent: Sent,
): Promise<Response> {
  const init = { ...sent, credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
  if (secret === undefined) return fetch(url, { ...init, redirect: 'follow' });
  const { origin } = new URL(url);
  let next = withQuery(url, secret);
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(next, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    if (redirects === mostRedirects) return response;
    await response.body?.cancel();
    const target = new URL(location, next);
    if (target.origin !== origin)
      return fetch(withoutQuery(target, secret), { ...init, redirect: 'follow' });
    next = target.href;
  }
}

function withQuery(url: string, query: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

function withoutQuery(url: URL, query: string): string {
  for (const [name, value] of new URLSearchParams(query))
    if (url.searchParams.getAll(name).includes(value)) url.searchParams.delete(name);
  return url.href;
}
