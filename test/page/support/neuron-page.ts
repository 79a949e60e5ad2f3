import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type {
  HostMessage,
  PageMessage,
  PageRequest,
  PageState,
  Sequence,
} from '../../../src/neuron/protocol.ts';
import { sharedBrowser } from '../../host/browser.ts';
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

let server: Promise<PageServer> | undefined;
/** Pages that no test has: a new one costs far more than to load one again. */
const spare: NeuronPage[] = [];
let loads = 0;

/** Pages for the tests of a `describe`, which it gives back after each. */
export function neuronPages() {
  const taken: NeuronPage[] = [];
  /** What a page has complained of while no one looked is an error, too. */
  afterEach(async () => {
    const pages = taken.splice(0);
    const complaints = (await Promise.all(pages.map((page) => page.complaints()))).flat();
    spare.push(...pages);
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  });
  return {
    async open({ theme = themes.dark, width = 1000, height = 800 }: Opening = {}) {
      server ??= startPageServer();
      const page = spare.pop() ?? (await NeuronPage.make());
      taken.push(page);
      await page.resize(width, height);
      await page.load((await server).addressOf(theme));
      return page;
    },
  };
}

/** The neuron's page in a browser, with a host that the test plays. */
export class NeuronPage {
  readonly page: Page;
  requests: PageRequest[] = [];
  #host: Host = () => ({ ok: null });
  #errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(5_000);
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.#errors.push(`It opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async make(): Promise<NeuronPage> {
    const page = new NeuronPage(await (await sharedBrowser()).newPage());
    await page.page.exposeFunction('onPosted', (text: string) => page.#answer(text));
    return page;
  }

  async resize(width: number, height: number): Promise<void> {
    const size = this.page.viewportSize();
    if (size?.width !== width || size.height !== height)
      await this.page.setViewportSize({ width, height });
  }

  /** As if it were new: what it keeps, it keeps by its address, and so begins with nothing. */
  async load(address: string): Promise<void> {
    this.requests = [];
    this.#errors = [];
    this.#host = () => ({ ok: null });
    await this.page.mouse.move(0, 0);
    await this.page.goto(`${address}&load=${++loads}`);
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
