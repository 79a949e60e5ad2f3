import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { launchBrowser } from '../../host/browser.ts';
import { root } from '../../host/paths.ts';
import { startServer, type Server } from '../../host/server.ts';
import { writeSettings, type Settings } from '../../host/settings.ts';
import { makeWorkspace, type Workspace } from '../../host/workspace.ts';

export interface SessionOptions {
  /** What to open, absolute; without it, the copy of the samples alone. */
  open?: (workspace: Workspace) => string;
  /** User settings, over those that keep VS Code quiet. */
  settings?: Settings;
  /** Absolute: another extension than the project's. */
  extension?: string;
  viewport?: { width: number; height: number };
}

/** What a workbench runs on: a server, a browser and copies of data, all of its own. */
export class Session {
  readonly workspace: Workspace;
  readonly #options: SessionOptions;
  #server?: Server;
  #browser?: Browser;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.workspace = makeWorkspace();
  }

  /** A page that is about to show VS Code. */
  async open(): Promise<Page> {
    const { extension = root, settings, viewport = { width: 1280, height: 800 } } = this.#options;
    this.#browser = await launchBrowser();
    this.#server = await startServer({ installed: extension, settings });
    // The screen is larger than the page, or VS Code takes itself to be full screen.
    const page = await this.#browser.newPage({ viewport, screen: { width: 2560, height: 1600 } });
    const samples = this.workspace.folders['samples'] ?? this.workspace.path;
    const address = addressOf(this.#server, this.#options.open?.(this.workspace) ?? samples);
    await page.goto(address, { waitUntil: 'commit' });
    return page;
  }

  /** Changes user settings; VS Code reads them when its window is loaded, not before. */
  change(settings: Settings): void {
    if (!this.#server) throw new Error('The settings of a session that is not open');
    const file = this.#server.settingsFile;
    const present = JSON.parse(readFileSync(file, 'utf8')) as Settings;
    writeSettings(file, { ...present, ...settings });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#server?.stop();
    this.workspace.remove();
  }
}
