import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onExit } from '../../../../host/cleanup.ts';
import { azureListing, googleItem, googleListing, s3Listing, time } from './listings.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
/** Disturbs an answer. `answer` gives the usual one to the response, as it then is. */
export type Disturbance = (...all: [...Parameters<Handler>, answer: () => void]) => void;

/** A server on loopback that answers like Azure, Google, S3 and the web, for any host. */
export class StubStore {
  /** By host and name: `account.blob.core.windows.net/container/5/131.jsonl`, `b/bucket/5/1`. */
  readonly blobs = new Map<string, string | Buffer>();
  /** What was asked for, with the host in front: `GET account.blob…/container/x`. */
  readonly requests: string[] = [];
  /** The bytes of blobs that were sent. */
  sent = 0;
  /** Answers the next requests, one each. Undefined answers as usual. */
  readonly next: (Handler | undefined)[] = [];
  /** That of all blobs, except in Google's interface. */
  version = 'v1';
  /** The encoding with which blobs are stored, as `Content-Encoding` names it. */
  encoding: string | undefined;
  /** Before each answer, in milliseconds. */
  delay = 0;
  /** The most requests that waited for their answer at a time. */
  mostInFlight = 0;
  #inFlight = 0;
  /** Whether browsers may give web pages its answers (CORS). */
  allowsWebPages = true;
  /** Names in a page of a listing. */
  pageSize = 5000;
  /** Whether the first page of a listing is empty, as it may be in Azure. */
  emptyFirstPage = false;
  /** The status with which a request is refused. */
  refuses: (request: IncomingMessage) => number | undefined = () => undefined;
  /** What happens to the answer to a request. Undefined: nothing. */
  disturbs: (request: IncomingMessage) => Disturbance | undefined = () => undefined;
  /** The status of a refused listing. */
  refusesListing: number | undefined;
  readonly #server = createServer((request, response) => this.#answer(request, response));
  #stop = () => {};

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#stop = onExit(() => {
      this.#server.close();
      this.#server.closeAllConnections();
    });
  }

  stop(): void {
    this.#stop();
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sends all requests here. */
  readonly route = (url: string) => `${this.origin}/${url.replace(/^https?:\/\//, '')}`;

  /** Adds blobs below a folder. */
  fill(folder: string, blobs: Readonly<Record<string, string | Buffer>>): void {
    for (const [name, body] of Object.entries(blobs)) this.blobs.set(`${folder}/${name}`, body);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.allowsWebPages)
      response
        .setHeader('Access-Control-Allow-Origin', '*')
        .setHeader('Access-Control-Expose-Headers', '*');
    if (request.method === 'OPTIONS') return endQuestion(request, response);
    const target = request.url!.slice(1);
    this.requests.push(`${request.method} ${target}`);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.#inFlight);
    response.once('close', () => this.#inFlight--);
    const answer = () => this.#answerNow(target, request, response);
    const disturbance = this.disturbs(request);
    if (disturbance) disturbance(request, response, answer);
    else if (this.delay === 0) answer();
    else setTimeout(answer, this.delay);
  }

  #answerNow(target: string, request: IncomingMessage, response: ServerResponse): void {
    const refused = this.refuses(request);
    const handler = this.next.shift();
    if (handler) return handler(request, response);
    if (refused) return end(response, refused);
    const [path = '', queryText] = target.split(/\?(.*)/s);
    const query = new URLSearchParams(queryText);
    const [host, ...segments] = path.split('/').map(decodeURIComponent);
    if (host === 'storage.googleapis.com' && segments[0] === 'storage')
      return this.#google(segments, query, request, response);
    if (host === 'www.googleapis.com') {
      // A token, for any credentials.
      response.setHeader('Content-Type', 'application/json');
      return end(response, 200, '{"access_token":"any","expires_in":3600}');
    }
    const isAzure = query.get('comp') === 'list';
    if (!isAzure && query.get('restype') === 'container')
      return this.#container(`${host}/${segments[0]}/`, response);
    if (!isAzure && !query.has('list-type'))
      return this.#blob([host, ...segments].join('/'), request, response);
    if (this.refusesListing) return end(response, this.refusesListing);
    const listing = isAzure
      ? azureListing(this.#page(`${host}/${segments[0]}/`, query, 'marker'))
      : s3Listing(
          this.#page([host, ...segments.slice(0, -1), ''].join('/'), query, 'continuation-token'),
        );
    end(response, 200, listing);
  }

  #google(
    [, , , bucket, isObjects, ...name]: string[],
    query: URLSearchParams,
    ...[request, response]: Parameters<Handler>
  ): void {
    const root = `b/${bucket}/`;
    if (!isObjects) return this.#container(root, response);
    if (name.length === 0) {
      if (this.refusesListing) return end(response, this.refusesListing);
      return end(response, 200, googleListing(this.#page(root, query, 'pageToken')));
    }
    const key = root + name.join('/');
    if (query.get('alt') === 'media') return this.#blob(key, request, response);
    const body = this.blobs.get(key);
    if (body === undefined) return end(response, 404);
    end(response, 200, JSON.stringify(googleItem(name.join('/'), body)));
  }

  /** A container is where there are blobs in it. */
  #container(root: string, response: ServerResponse): void {
    const isThere = [...this.blobs.keys()].some((key) => key.startsWith(root));
    end(response, isThere ? 200 : 404);
  }

  #blob(key: string, request: IncomingMessage, response: ServerResponse): void {
    const body = this.blobs.get(key);
    if (body === undefined) return end(response, 404);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    response.setHeader('ETag', `"${this.version}"`).setHeader('x-goog-generation', '1');
    if (this.encoding) response.setHeader('Content-Encoding', this.encoding);
    response.setHeader('Last-Modified', time).setHeader('x-ms-creation-time', time);
    const match = request.headers['if-match'];
    if (match !== undefined && match !== `"${this.version}"`) return end(response, 412);
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined) {
      this.sent += bytes.length;
      return end(response, 200, bytes);
    }
    if (Number(from) >= bytes.length) {
      response.setHeader('Content-Range', `bytes */${bytes.length}`);
      return end(response, 416);
    }
    const part = bytes.subarray(Number(from), to ? Number(to) + 1 : undefined);
    this.sent += part.length;
    const last = Number(from) + part.length - 1;
    response.setHeader('Content-Range', `bytes ${from}-${last}/${bytes.length}`);
    end(response, 206, part);
  }

  #page(root: string, query: URLSearchParams, marker: string) {
    const prefix = query.get('prefix') ?? '';
    const start = query.get(marker) ?? '';
    if (this.emptyFirstPage && start === '') return { files: [], folders: [], next: ' ' };
    const names = [...this.blobs.keys()]
      .filter((key) => key.startsWith(root))
      .map((key) => key.slice(root.length));
    const listed = new Set<string>();
    for (const name of names.filter((each) => each.startsWith(prefix))) {
      const slash = name.indexOf('/', prefix.length);
      listed.add(slash < 0 ? name : `${name.slice(0, slash + 1)}/`);
    }
    // A slash more marks a folder.
    const rest = [...listed].sort().filter((each) => start.trim() === '' || each >= start);
    const page = rest.slice(0, this.pageSize);
    const files = page.filter((each) => this.blobs.has(root + each));
    return {
      files: files.map((name) => [name, this.blobs.get(root + name)!] as const),
      folders: page.filter((each) => !files.includes(each)).map((each) => each.slice(0, -1)),
      next: rest[this.pageSize],
      version: this.version,
    };
  }
}

/** Lets a browser send a request that it asks about first. */
function endQuestion({ headers }: IncomingMessage, response: ServerResponse): void {
  const wanted = headers['access-control-request-headers'] ?? '';
  response.setHeader('Access-Control-Allow-Headers', wanted);
  end(response, 204);
}

/** Ends a response, with a body of known length. */
export function end(response: ServerResponse, status: number, body: string | Buffer = ''): void {
  response.statusCode = status;
  if (!response.hasHeader('Content-Length'))
    response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}
