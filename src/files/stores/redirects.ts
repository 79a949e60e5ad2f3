import type { Access } from './access.ts';
import type { Signer, Unsigned } from './signer.ts';

const mostRedirects = 5;

/**
 * Sends a request with its access and follows its redirects. Access goes to the first address only.
 * A server may repeat the query in redirects to itself. It is removed from those to other hosts.
 */
export async function fetchFollowing(
  request: Unsigned,
  access: Access | undefined,
  signer: Signer,
  signal: AbortSignal,
): Promise<Response> {
  const send = ({ url, method, headers }: Unsigned, redirect: RequestRedirect) =>
    fetch(url, {
      method,
      headers,
      signal,
      redirect,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A browser would take old answers for those of changed files.
      cache: 'no-store',
    });
  if (!access) return send(request, 'follow');
  let sent = await signer.sign(request, access);
  let response = await send(sent, 'manual');
  if (signer.learnsRegion(request.url, response, access)) {
    await response.body?.cancel();
    sent = await signer.sign(request, access);
    response = await send(sent, 'manual');
  }
  const { origin } = new URL(sent.url);
  for (let redirects = 0; redirects < mostRedirects; redirects++) {
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) break;
    await response.body?.cancel();
    const target = new URL(location, sent.url);
    if (target.origin !== origin)
      return send({ ...request, url: withoutAccess(target, access) }, 'follow');
    sent = { ...request, url: target.href };
    response = await send(sent, 'manual');
  }
  return response;
}

function withoutAccess(url: URL, access: Access): string {
  if (access.kind === 'query')
    for (const [name, value] of new URLSearchParams(access.query))
      if (url.searchParams.getAll(name).includes(value)) url.searchParams.delete(name);
  return url.href;
}
