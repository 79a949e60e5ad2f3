import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noteContact } from './guardRun.ts';

/**
 * Where Chromium looks for updates and accounts by itself, whatever its flags. Pages could load
 * fonts from such a host, too.
 */
const browsersOwn = /^(?:\w+:\/\/)?(?!fonts\.)[\w.-]+\.(?:google|googleapis|gvt1)\.com(?:[:/]|$)/;

let started: Promise<string> | undefined;

/**
 * The address of a proxy for browsers, one per process. It refuses all requests, and notes those of
 * pages. A browser does not send it requests to loopback.
 */
export function startGuardProxy(): Promise<string> {
  return (started ??= start());
}

async function start(): Promise<string> {
  const refuse = (address: string) => {
    if (!browsersOwn.test(address)) noteContact({ address, by: 'a page' });
  };
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
