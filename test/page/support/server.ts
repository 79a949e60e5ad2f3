import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { pageText, parseEmbedded } from '../../../src/panels/pageText.ts';
import { type Bundle, readJson } from '../../l10n/bundle.ts';
import type { Theme } from './themes.ts';

/** A page, by the name of its files. */
export type PageName = 'neuron' | 'overview' | 'comparison';

/** A language to test with: English with each translated text in ⟦brackets⟧. */
export const marked = 'marked';

const built = resolve(process.env['NEURON_PAGE_DIST'] ?? 'dist/view');
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.ttf': 'font/ttf',
};

/** As the host writes it, with what VS Code puts into a page before that. */
async function html(
  name: PageName,
  origin: string,
  theme: Theme,
  language: string,
  first: string,
  restricted: boolean,
): Promise<string> {
  const read = (file: string) => readFile(join(built, file), 'utf8');
  const data = JSON.stringify(theme).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const page = pageText({
    title: name,
    language,
    translation: translationTo(language),
    script: await read(`${name}.js`),
    style: await read(`${name}.css`),
    files: origin,
    nonce: 'test',
    restricted,
    ownImages: true,
    first: parseEmbedded(first) as readonly unknown[],
  });
  return page
    .replace('<head>', () => '<head><link rel="stylesheet" href="/vscode.css">')
    .replace(
      '<body>',
      () => `<body><script nonce="test" src="/stub.js" data-theme="${data}"></script>`,
    );
}

function translationTo(language: string): Bundle | undefined {
  if (language === 'en') return undefined;
  if (language !== marked) return readJson(`l10n/bundle.l10n.${language}.json`);
  const texts = Object.entries(readJson('l10n/bundle.l10n.json') as Exported);
  return Object.fromEntries(
    texts.map(([key, text]) => [key, `⟦${typeof text === 'string' ? text : text.message}⟧`]),
  );
}

type Exported = Readonly<Record<string, string | { readonly message: string }>>;

/** What VS Code styles in every page, as far as it touches this one. */
const vscodeStyle = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { background-color: transparent; color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
    font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
  input:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
  code { font-family: monospace; background-color: #8888; padding: 1px 3px; border-radius: 4px; }
}`;

export interface PageServer {
  addressOf(name: PageName, theme: Theme, language: string): string;
  close(): void;
}

export async function startPageServer(): Promise<PageServer> {
  if (!existsSync(join(built, 'neuron.js'))) {
    throw new Error(`There is no ${join(built, 'neuron.js')}: run "npm run build" first`);
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    void contentOf(url, request.headers.host ?? '').then(
      ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (name, theme, language) =>
      `http://127.0.0.1:${port}/?page=${name}&language=${language}&theme=${encodeURIComponent(JSON.stringify(theme))}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function contentOf(url: URL, host: string): Promise<[type: string, body: string | Buffer]> {
  if (url.pathname === '/') {
    const theme = JSON.parse(url.searchParams.get('theme') ?? '') as Theme;
    const name = url.searchParams.get('page') as PageName;
    const language = url.searchParams.get('language') ?? 'en';
    const first = url.searchParams.get('first') ?? '[]';
    const restricted = url.searchParams.has('restricted');
    return ['text/html', await html(name, `http://${host}`, theme, language, first, restricted)];
  }
  if (url.pathname === '/favicon.ico') return ['image/x-icon', ''];
  if (url.pathname === '/vscode.css') return ['text/css', vscodeStyle];
  const folder = url.pathname === '/stub.js' ? import.meta.dirname : built;
  const body = await readFile(join(folder, url.pathname));
  return [types[extname(url.pathname)] ?? 'application/octet-stream', body];
}
