import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { root } from './paths.ts';

/** Where the extension is on the server of VS Code, as far as the browser can tell. */
const folder = '/from-a-web-server';

const types: Record<string, string> = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Gives a browser's windows the extension from a web server, as on vscode.dev: each file by its
 * address, and no lists of folders. VS Code itself still comes from its server at `port`.
 */
export async function serveExtension(context: BrowserContext, port: number): Promise<void> {
  // To Chromium, a page that a test provides is on the internet.
  await context.grantPermissions(['local-network-access']);
  await context.route(({ pathname }) => pathname.startsWith(`${folder}/`), serveFile);
  await context.route(
    ({ pathname }) => pathname === '/',
    (route) => addExtension(route, port),
  );
}

async function serveFile(route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const path = join(root, decodeURIComponent(pathname.slice(folder.length)));
  const isFile = existsSync(path) && statSync(path).isFile();
  await route.fulfill({
    status: isFile ? 200 : 404,
    headers: { 'Access-Control-Allow-Origin': '*' },
    contentType: types[extname(path)] ?? 'text/plain',
    body: isFile ? readFileSync(path) : '',
  });
}

/** The workbench reads its configuration from an attribute in its page. */
async function addExtension(route: Route, port: number): Promise<void> {
  const response = await route.fetch();
  const html = await response.text();
  const extension = { scheme: 'http', authority: `127.0.0.1:${port}`, path: folder };
  const body = html.replace(
    /(?<=id="vscode-workbench-web-configuration" data-settings=")[^"]*/,
    (escaped) => {
      const text = escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      const configuration = JSON.parse(text) as Record<string, unknown>;
      configuration['additionalBuiltinExtensions'] = [extension];
      return JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    },
  );
  await route.fulfill({ response, body });
}
