import type { BrowserContext, Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { root } from '../../host/paths.ts';
import { startServer, type Server } from '../../host/server.ts';
import { makeWorkspace, type Workspace } from '../../host/workspace.ts';
import { browser } from '../browser.ts';

/** What to open, an absolute path; undefined opens an empty window. */
export type Opening = (workspace: Workspace) => string | undefined;

interface Host {
  readonly server: Server;
  readonly context: BrowserContext;
}

/** One server and one user for all windows, as a person has: starting them takes far longer than a window. */
let host: Promise<Host> | undefined;

async function startHost(): Promise<Host> {
  const started = await browser();
  const server = await startServer({ installed: root });
  const context = await started.newContext({
    viewport: { width: 1280, height: 800 },
    // The screen is larger than the page, or VS Code takes itself to be full screen.
    screen: { width: 2560, height: 1600 },
  });
  return { server, context };
}

/** A window of VS Code, on copies of data of its own. */
export class Session {
  readonly workspace: Workspace;
  readonly page: Page;

  private constructor(workspace: Workspace, page: Page) {
    this.workspace = workspace;
    this.page = page;
  }

  /** The page is about to show VS Code. */
  static async open(opening: Opening): Promise<Session> {
    host ??= startHost();
    const { server, context } = await host;
    const session = new Session(makeWorkspace(), await context.newPage());
    const address = addressOf(server, opening(session.workspace));
    await session.page.goto(address, { waitUntil: 'commit' });
    return session;
  }

  async close(): Promise<void> {
    await this.page.close();
    this.workspace.remove();
  }
}
