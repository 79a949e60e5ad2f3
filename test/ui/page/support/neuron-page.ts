import { mkdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import type {
  HostMessage,
  PageMessage,
  PageRequest,
  PageState,
  Sequence,
} from '../../../../src/neuron/protocol.ts';
import { launchBrowser } from '../../../host/browser.ts';
import { encode, showMessage, type HostNeuron } from './messages.ts';
import { startPageServer, type PageServer } from './server.ts';
import { themes, type Theme } from './themes.ts';

type Answer = { ok: unknown } | { error: string };
/** What the host answers to a request; undefined leaves it without an answer. */
type Host = (request: PageRequest) => Answer | undefined;

interface Opening {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

interface Testing {
  readonly posted: PageMessage[];
  readonly violations: string[];
  deliver(message: string): void;
  setTheme(theme: Theme): void;
}

declare const testing: Testing;

/** A browser for the tests of one file. */
export class PageTests {
  #browser: Browser | undefined;
  #server: PageServer | undefined;
  readonly #open: NeuronPage[] = [];

  async start(): Promise<void> {
    [this.#browser, this.#server] = await Promise.all([launchBrowser(), startPageServer()]);
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    this.#server?.close();
  }

  async open({ theme = themes.dark, width = 1000, height = 800 }: Opening = {}) {
    if (!this.#browser || !this.#server) throw new Error('Not started');
    const context = await this.#browser.newContext({ viewport: { width, height } });
    const page = new NeuronPage(await context.newPage());
    this.#open.push(page);
    await page.load(this.#server.addressOf(theme));
    return page;
  }

  /** After each test; reports what a page has complained of while no one looked. */
  async closePages(): Promise<void> {
    const pages = this.#open.splice(0);
    const complaints = (await Promise.all(pages.map((page) => page.complaints()))).flat();
    await Promise.all(pages.map(({ page }) => page.context().close()));
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  }
}

/** The neuron's page in a browser, with a host that the test plays. */
export class NeuronPage {
  readonly page: Page;
  readonly requests: PageRequest[] = [];
  #host: Host = () => ({ ok: null });
  readonly #errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(5_000);
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  async load(address: string): Promise<void> {
    await this.page.exposeFunction('onPosted', (text: string) => this.#answer(text));
    await this.page.goto(address);
  }

  set host(host: Host) {
    this.#host = host;
  }

  /** Shows a neuron, and answers for the sequences that are not sent at once, `pageSize` at a time. */
  async show(
    neuron: HostNeuron,
    { explanation, pageSize = 50, kept = false }: ShowOptions = {},
  ): Promise<void> {
    const { document, sequences } = neuron;
    const index = explanation ?? document.explanations[0]?.index ?? 0;
    const pageOf = (of: number, from: number) => {
      const all: readonly Sequence[] = sequences.get(of) ?? [];
      const page = all.slice(from, from + pageSize);
      return { explanation: of, from, total: all.length, sequences: page };
    };
    this.#host = (request) => {
      if (request.type !== 'sequences') return { ok: null };
      return { ok: pageOf(request.explanation, request.from) };
    };
    const { sequences: first, total } = pageOf(index, 0);
    await this.send(showMessage(document, first, { explanation: index, total, kept }));
    await this.page.locator('h1').waitFor();
  }

  async send(message: HostMessage): Promise<void> {
    await this.page.evaluate((text) => testing.deliver(text), encode(message));
    await this.settle();
  }

  /** Until what has been asked for is drawn. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))),
    );
  }

  token(index: number, place = 0): Locator {
    return this.page.locator(`[data-place="${place}"] [data-token="${index}"]`);
  }

  /** As a click does; all tokens but one cannot be focused otherwise. */
  focusToken(index: number, place = 0): Promise<void> {
    return this.token(index, place).evaluate((token) => (token as HTMLElement).click());
  }

  async setMode(name: 'Overlay' | 'Actual' | 'Simulated'): Promise<void> {
    await this.page.locator('.segment', { hasText: name }).click();
    await this.settle();
  }

  get card(): Locator {
    return this.page.locator('.card');
  }

  posted(): Promise<PageMessage[]> {
    return this.page.evaluate(() => testing.posted);
  }

  state(): Promise<PageState> {
    return this.page.evaluate(
      () => JSON.parse(sessionStorage.getItem(`state ${location.search}`) ?? 'null') as PageState,
    );
  }

  async setState(state: unknown): Promise<void> {
    await this.page.evaluate(
      (text) => sessionStorage.setItem(`state ${location.search}`, text),
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

  async #answer(text: string): Promise<void> {
    const message = JSON.parse(text) as PageMessage;
    if (message.type !== 'request') return;
    this.requests.push(message.request);
    const result = this.#host(message.request);
    if (!result) return;
    const reply = encode({ type: 'reply', id: message.id, result });
    await this.page.evaluate((it) => testing.deliver(it), reply).catch(() => undefined);
  }
}

interface ShowOptions {
  readonly explanation?: number;
  readonly pageSize?: number;
  readonly kept?: boolean;
}
