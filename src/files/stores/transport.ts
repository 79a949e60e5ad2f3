import { FileError } from '../fileSource.ts';
import { type Access, AccessError } from './access.ts';
import { NetworkFailure, readBody } from './body.ts';
import { type Lane, Lanes } from './lanes.ts';
import { fetchFollowing } from './redirects.ts';
import { isRetried, waitBefore } from './retries.ts';
import { Signer } from './signer.ts';
import { systemTimer, type Timer, wait } from './timer.ts';
import { webPageRefusal } from './webPages.ts';

export interface StoreRequest {
  /** Without the credential. */
  readonly url: string;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SendOptions {
  /** What error messages name. */
  readonly path: string;
  readonly access?: Access | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A person waits unless it says otherwise. */
  readonly lane?: Lane | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty for a failure, and where `isPartOfCompressed`. */
  readonly bytes: Uint8Array;
}

export interface TransportOptions {
  /** Requests at a time. A browser has 6 connections to a host. */
  readonly inFlight?: number;
  /** How often a request is sent before it fails. */
  readonly tries?: number;
  /** Milliseconds without an answer or a part of it. */
  readonly timeout?: number;
  readonly timer?: Timer;
  readonly random?: () => number;
  /** Where a request is sent instead of its URL. */
  readonly route?: (url: string) => string;
}

/** Sends requests to stores: at most so many at a time, each with a timeout and retries. */
export class Transport {
  readonly #lanes: Lanes;
  readonly #signer = new Signer();
  /** The origins that have answered: in a browser, those that let web pages read them. */
  readonly #readable = new Set<string>();
  readonly #options: Required<Omit<TransportOptions, 'inFlight'>>;

  constructor({ inFlight = 64, ...options }: TransportOptions = {}) {
    this.#lanes = new Lanes(inFlight);
    this.#options = {
      tries: 6,
      timeout: 30_000,
      timer: systemTimer,
      random: Math.random,
      route: (url) => url,
      ...options,
    };
  }

  /**
   * The answer with any status that is not retried. Rejects with a `FileError` if there is none, if
   * it is too large for a file, or if it cannot be signed, and with the reason of the signal if it
   * is aborted.
   */
  async send(request: StoreRequest, options: SendOptions): Promise<Answer> {
    const { tries, timer, random } = this.#options;
    const { path, signal, lane = 'person' } = options;
    for (let tried = 1; ; tried++) {
      // A place is given back while it waits.
      const result = await this.#lanes.run(lane, signal, () =>
        this.#try(request, options, tried > 1),
      );
      const failed = result instanceof NetworkFailure;
      if (!failed && !isRetried(result.status)) return result;
      if (tried === tries) {
        const found = failed ? result.message : `the server answered with status ${result.status}`;
        throw new FileError(path, `${found} (tried ${tries} times)`, { transient: true });
      }
      const headers = failed ? undefined : result.headers;
      await wait(timer, waitBefore(tried, headers, random()), signal);
    }
  }

  async #try(
    { url, method = 'GET', headers = {} }: StoreRequest,
    { path, access, signal }: SendOptions,
    isAgain: boolean,
  ): Promise<Answer | NetworkFailure> {
    const { timeout, timer, route } = this.#options;
    const timedOut = new AbortController();
    const restart = () => timer(timeout, () => timedOut.abort());
    let cancel = restart();
    const either = AbortSignal.any(signal ? [signal, timedOut.signal] : [timedOut.signal]);
    const request = { url: route(url), method, headers };
    const { origin } = new URL(request.url);
    try {
      const response = await fetchFollowing(request, access, this.#signer, either);
      this.#readable.add(origin);
      if (!response.ok || isPartOfCompressed(response)) {
        await response.body?.cancel();
        return { status: response.status, headers: response.headers, bytes: new Uint8Array() };
      }
      const bytes = await readBody(response, path, () => {
        cancel();
        cancel = restart();
      });
      return { status: response.status, headers: response.headers, bytes };
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof FileError) throw error;
      if (error instanceof AccessError)
        throw new FileError(path, error.message, { remedy: 'access' });
      if (error instanceof NetworkFailure) return error;
      if (timedOut.signal.aborted)
        return new NetworkFailure(`no answer within ${timeout / 1000} s`);
      // A connection may be lost once, and to a store that web pages may read.
      if (isAgain && !this.#readable.has(origin)) {
        const refused = await webPageRefusal(path, request.url, error, either);
        if (refused) throw refused;
      }
      return new NetworkFailure(reasonOf(error));
    } finally {
      cancel();
    }
  }
}

/** No part of a file that is stored compressed can be decompressed. */
export function isPartOfCompressed({
  status,
  headers,
}: Pick<Answer, 'status' | 'headers'>): boolean {
  return status === 206 && headers.get('content-encoding') !== null;
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host does not exist, or there is no network',
  EAI_AGAIN: 'the host name cannot be looked up. Check the network connection',
  ECONNREFUSED: 'the server refused the connection',
  ECONNRESET: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed',
};

/** From the code only: a message may contain the URL with its query. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string } };
  const code = cause?.code ?? '';
  return reasons[code] ?? `the server cannot be reached${code && ` (${code})`}`;
}
