/** The statuses that the reference retries. */
const retriedStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export function isRetried(status: number): boolean {
  return retriedStatuses.has(status);
}

const firstWait = 200;
/** Longer than this, a person takes it for a failure. */
const longestWait = 60_000;

/**
 * Milliseconds before the next try, after this many. What the server asks for in `Retry-After`, or
 * else about twice as long as the last time. `random`, from 0 to 1, keeps clients apart.
 */
export function waitBefore(tries: number, headers: Headers | undefined, random: number): number {
  const asked = retryAfter(headers);
  const wait = asked ?? firstWait * 2 ** (tries - 1) * (0.5 + random);
  return Math.min(wait, longestWait);
}

/** A number of seconds, or a date, which is compared with the server's own clock. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const text = headers?.get('retry-after');
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers?.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
