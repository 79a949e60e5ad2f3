import { pathToFileURL } from 'node:url';
import type { Server } from './server.ts';

/** What a server started for development runs; both are absolute. */
export interface Development {
  extension: string;
  /** A module to be run in the extension host, whose end is the page's end. */
  tests: string;
}

/** The address that opens a folder or `.code-workspace` file; an empty window if undefined. */
export function addressOf(
  { port, token }: Pick<Server, 'port' | 'token'>,
  folder: string | undefined,
  development?: Development,
): string {
  const query = new URLSearchParams({ tkn: token });
  if (folder === undefined) query.set('ew', 'true');
  else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (development) {
    const remote = (path: string) =>
      `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
    const payload = [
      ['extensionDevelopmentPath', remote(development.extension)],
      ['extensionTestsPath', remote(development.tests)],
      ['skipWelcome', 'true'],
    ];
    query.set('payload', JSON.stringify(payload));
  }
  // A slash may stand in a query as it is, and a person reads a path better with it.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('%2F', '/')}`;
}
