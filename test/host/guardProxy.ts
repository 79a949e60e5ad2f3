import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noteContact } from './guardRun.ts';

let started: Promise<string> | undefined;

/**
 * The address of a proxy for browsers, one per process. It notes and refuses all requests: a
 * browser sends those to loopback without it.
 */
export function startGuardProxy(): Promise<string> {
  return (started ??= start());
}

async function start(): Promise<string> {
  const refuse = (address: string) => noteContact({ address, by: 'a page, or the browser' });
  const server = createServer((request, response) => {
    // Without a query, which may be secret.
    refuse(request.url!.replace(/[?#].*/s, ''));
    response.writeHead(403).end();
  });
  // To a server by https or by a web socket.
  server.on('connect', (request, socket) => {
    refuse(request.url!);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
