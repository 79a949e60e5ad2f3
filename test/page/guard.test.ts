import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sharedBrowser } from '../host/browser.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import { contactsVariable } from '../host/guard.js';

/** A multicast address: if the guard fails, the system refuses the connection. */
const elsewhere = '224.0.0.1';

/** What a page may try, with the address that is noted. */
const attempts: Readonly<Record<string, [code: string, noted: string]>> = {
  fetch: [`fetch('http://${elsewhere}:8080/x?secret')`, `http://${elsewhere}:8080/x`],
  'fetch by https': [`fetch('https://${elsewhere}/x')`, `${elsewhere}:443`],
  'an image': [
    `new Promise((done) => (Object.assign(new Image(), { src: 'http://${elsewhere}:8080/i', onerror: done })))`,
    `http://${elsewhere}:8080/i`,
  ],
  'a web socket': [
    `new Promise((done) => (new WebSocket('ws://${elsewhere}:8080/').onerror = done))`,
    `${elsewhere}:8080`,
  ],
  'a worker': [
    `new Promise((done) => (new Worker('data:text/javascript,fetch("http://${elsewhere}:8080/w").finally(() => postMessage(0))').onmessage = done))`,
    `http://${elsewhere}:8080/w`,
  ],
};

describe('the guard of browsers', () => {
  const real = process.env[contactsVariable];
  const file = () => process.env[contactsVariable]!;
  let page: Page;
  before(async () => (page = await (await sharedBrowser()).newPage()));
  beforeEach(() => {
    process.env[contactsVariable] = join(temporaryFolder().path, 'contacts.jsonl');
  });
  afterEach(() => {
    if (real === undefined) delete process.env[contactsVariable];
    else process.env[contactsVariable] = real;
  });
  after(() => page.close());

  for (const [what, [code, noted]] of Object.entries(attempts))
    it(`refuses ${what} to another machine, and notes it`, async () => {
      await page.evaluate(`Promise.resolve(${code}).catch(() => {})`);
      const { address } = JSON.parse(readFileSync(file(), 'utf8').split('\n')[0]!) as {
        address: string;
      };
      assert.equal(address, noted);
    });

  it('lets loopback pass', async () => {
    const server = createServer((_, response) =>
      response.setHeader('Access-Control-Allow-Origin', '*').end('here'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const text = await page.evaluate(
        `fetch('http://127.0.0.1:${port}/').then((each) => each.text())`,
      );
      assert.equal(text, 'here');
      assert.ok(!existsSync(file()));
    } finally {
      server.close();
    }
  });
});
