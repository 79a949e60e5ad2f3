import type { BrowserContext, Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { sharedBrowser } from '../../host/browser.ts';
import { root } from '../../host/paths.ts';
import { runsInWeb } from '../../host/web.ts';
import { serveExtension } from '../../host/webServer.ts';
import { inWebWorker, type Settings } from '../../host/settings.ts';
import { startServer, type Server } from '../../host/server.ts';

interface Host {
  readonly server: Server;
  readonly context: BrowserContext;
}

/** One server for all windows of a kind, as starting it is slow. */
const hosts = new Map<string, Promise<Host>>();

export interface WindowKind {
  /** Nothing is trusted. */
  readonly restricted?: boolean;
  /** The display language; English without it. */
  readonly language?: string;
  /** The extension comes from a web server, as on vscode.dev, instead of being installed. */
  readonly fromWebServer?: boolean;
  /** More settings. */
  readonly settings?: Settings;
}

async function startHost({ fromWebServer, ...kind }: WindowKind): Promise<Host> {
  const started = await sharedBrowser();
  const installed = fromWebServer ? [] : [root];
  const settings = { ...(runsInWeb && inWebWorker), ...kind.settings };
  const server = await startServer({ installed, ...kind, settings });
  const context = await started.newContext({
    viewport: { width: 1280, height: 800 },
    // The screen is larger than the page, or VS Code takes itself to be full screen.
    screen: { width: 2560, height: 1600 },
    reducedMotion: 'reduce',
  });
  if (fromWebServer) await serveExtension(context, server.port);
  return { server, context };
}

/** A page that is about to show VS Code, on a folder or, without one, an empty window. */
export async function openWindow(folder: string | undefined, kind: WindowKind): Promise<Page> {
  const key = JSON.stringify(kind);
  const host = hosts.get(key) ?? startHost(kind);
  hosts.set(key, host);
  const { server, context } = await host;
  const page = await context.newPage();
  await page.goto(addressOf(server, folder), { waitUntil: 'commit' });
  return page;
}
