import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import type {
  Asked,
  Contract,
  Reply,
  RequestMessage,
  Result,
} from '../../../src/panels/contract.ts';
import { sharedBrowser } from '../../host/browser.ts';
import { embed } from '../../../src/panels/pageText.ts';
import { encode } from './messages.ts';
import { type PageName, type PageServer, startPageServer } from './server.ts';
import { type Theme, themes } from './themes.ts';

/** What the host answers to a request; undefined leaves it without an answer. */
export type Host<C extends Contract> = (
  request: Asked<C>,
) => Result | undefined | Promise<Result | undefined>;

export interface Opening {
  readonly theme?: Theme;
  /** One of the translations; English without it. */
  readonly language?: string;
  /** Whether the workspace is not trusted. */
  readonly restricted?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** What the system prefers. */
  readonly media?: Media;
}

export interface Media {
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

const usualMedia = {
  colorScheme: 'light',
  forcedColors: 'none',
  reducedMotion: 'no-preference',
} as const;

interface Testing {
  readonly posted: unknown[];
  readonly open: Set<number>;
  readonly violations: string[];
  /** Where the page’s state is kept. */
  readonly storage: string;
  deliver(message: string): void;
  setTheme(theme: Theme): void;
}

declare const testing: Testing;

/** What takes longer never comes. The milliseconds leave a busy machine time. */
const patience = 30_000;

let server: Promise<PageServer> | undefined;
let loads = 0;

/** Pages for the tests of a `describe`, to be reused: a new page takes far longer than a reload. */
export function pagesOf<T extends AnyPage>(name: PageName, make: (page: Page) => T, spare: T[]) {
  const taken: T[] = [];
  /** What a page has complained of while no one looked is an error, too. */
  afterEach(async () => {
    const pages = taken.splice(0);
    const complaints = (await Promise.all(pages.map((page) => page.complaints()))).flat();
    spare.push(...pages);
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });
  return {
    async open({
      theme = themes.dark,
      language = 'en',
      restricted = false,
      width = 1000,
      height = 800,
      media = {},
    }: Opening = {}): Promise<T> {
      server ??= startPageServer();
      const page = spare.pop() ?? (await begin(make));
      taken.push(page);
      await page.resize(width, height);
      await page.page.emulateMedia({ ...usualMedia, ...media });
      const address = (await server).addressOf(name, theme, language);
      await page.load(restricted ? `${address}&restricted` : address);
      return page;
    },
  };
}

async function begin<T extends AnyPage>(make: (page: Page) => T): Promise<T> {
  const page = make(await (await sharedBrowser()).newPage());
  await page.page.exposeFunction('onPosted', (text: string) => page.answer(text));
  return page;
}

/** What is done with a page of any kind. */
type AnyPage = Pick<
  ExtensionPage<Contract, unknown, unknown>,
  'page' | 'resize' | 'load' | 'answer' | 'complaints'
>;

/** A page of the extension in a browser, with a host that the test plays. */
export abstract class ExtensionPage<C extends Contract, Message, State> {
  readonly page: Page;
  requests: Asked<C>[] = [];
  #host: Host<C> = () => ({ ok: null });
  #errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.#errors.push(`It opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  async resize(width: number, height: number): Promise<void> {
    const size = this.page.viewportSize();
    if (size?.width !== width || size.height !== height)
      await this.page.setViewportSize({ width, height });
  }

  /** As if it were new: what it keeps, it keeps by its address, and so begins with nothing. */
  async load(address: string): Promise<void> {
    this.#errors = [];
    // The page of the test before may still ask, and null is no answer to most requests.
    this.#host = () => undefined;
    await this.page.mouse.move(0, 0);
    await this.page.goto(`${address}&load=${++loads}`);
    // A page only knows that the pointer moves after it has seen it once.
    await this.page.mouse.move(0, 1);
    this.requests = [];
    this.#host = () => ({ ok: null });
  }

  /** Reloads the page with first messages in its HTML, and with its saved state. */
  async comeWith(...messages: Message[]): Promise<void> {
    await this.page.goto(`${this.page.url()}&first=${encodeURIComponent(embed(messages))}`);
  }

  set host(host: Host<C>) {
    this.#host = host;
  }

  async send(message: Message | Reply): Promise<void> {
    await this.deliver(message);
    await this.settle();
  }

  /** Sends without waiting for what comes of it. */
  protected deliver(message: Message | Reply): Promise<void> {
    return this.page.evaluate((text) => testing.deliver(text), encode(message));
  }

  /** Until what has been asked for is answered and drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(async () => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      // One frame draws a message, the next may request more, a third draws the answer.
      for (let quiet = 0; quiet < 3; quiet++) {
        await drawn();
        if (testing.open.size > 0) quiet = 0;
      }
    });
  }

  posted(): Promise<({ readonly type: string } | RequestMessage<Asked<C>>)[]> {
    return this.page.evaluate(() => testing.posted as RequestMessage<Asked<C>>[]);
  }

  /** Waits until the page has saved this state; rejects with the last one that it saved. */
  async keeps(expected: State): Promise<void> {
    const end = Date.now() + patience;
    while (!isDeepStrictEqual(await this.state(), expected) && Date.now() < end)
      await this.settle();
    assert.deepEqual(await this.state(), expected);
  }

  state(): Promise<State> {
    return this.page.evaluate(
      () => JSON.parse(sessionStorage.getItem(testing.storage) ?? 'null') as State,
    );
  }

  async setState(state: unknown): Promise<void> {
    await this.page.evaluate(
      (text) => sessionStorage.setItem(testing.storage, text),
      JSON.stringify(state),
    );
  }

  setTheme(theme: Theme): Promise<void> {
    return this.page.evaluate((it) => testing.setTheme(it), theme);
  }

  async screenshot(name: string, fullPage = true): Promise<void> {
    mkdirSync('out/screenshots', { recursive: true });
    await this.page.screenshot({ path: `out/screenshots/page-${name}.png`, fullPage });
  }

  async complaints(): Promise<string[]> {
    return [...this.#errors, ...(await this.page.evaluate(() => testing.violations))];
  }

  /** Answers what the page has posted. */
  async answer(text: string): Promise<void> {
    const message = JSON.parse(text) as RequestMessage<Asked<C>>;
    if (message.type !== 'request') return;
    this.requests.push(message.request);
    const { id } = message;
    const result = await this.#host(message.request);
    if (!result) {
      await this.page.evaluate((it) => testing.open.delete(it), id).catch(() => undefined);
      return;
    }
    const reply = encode({ type: 'reply', id, result });
    await this.page.evaluate((it) => testing.deliver(it), reply).catch(() => undefined);
  }
}
