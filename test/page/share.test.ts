import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { sharedOrSkip } from '../host/skip.ts';
import { gapsNeuron, manyExplanations, oddNeuron, oddTokens } from './support/made.ts';
import type { HostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';
import { readNeuron } from './support/real.ts';
import { savedFigure } from './support/taken.ts';
import { themes } from './support/themes.ts';

/** What an SVG reader, apart from the page, finds in a figure. */
async function read(page: NeuronPage, svg: string) {
  return page.page.evaluate((text) => {
    const found = new DOMParser().parseFromString(text, 'image/svg+xml');
    const names = [...found.querySelectorAll('*')].map(({ tagName }) => tagName);
    return {
      faults: found.querySelectorAll('parsererror').length,
      names: [...new Set(names)].sort(),
      texts: [...found.querySelectorAll('text')].map(({ textContent }) => textContent),
      fills: [...found.querySelectorAll('rect')].map((rect) => rect.getAttribute('fill')),
    };
  }, svg);
}

/** Boxes of texts that lie over each other or outside, as the browser draws them. */
async function collisions(page: NeuronPage, svg: string): Promise<string[]> {
  return page.page.evaluate((text) => {
    const frame = document.createElement('div');
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    frame.append(document.adoptNode(parsed));
    document.body.append(frame);
    const outer = frame.firstElementChild!.getBoundingClientRect();
    const boxes = [...frame.querySelectorAll('text')].map((each) => ({
      text: each.textContent ?? '',
      box: each.getBoundingClientRect(),
    }));
    const faults = boxes.flatMap(({ text: name, box }) =>
      box.left < outer.left - 1 || box.right > outer.right + 1 || box.bottom > outer.bottom + 1
        ? [`${name} is outside`]
        : [],
    );
    const slack = 1.5;
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > slack && down > 6) faults.push(`${a.text} lies over ${b.text}`);
      }
    }
    frame.remove();
    return faults;
  }, svg);
}

const figure = { type: 'exportFigure', format: 'svg', sequence: null } as const;
const keep = (name: string, content: string | Uint8Array) => {
  mkdirSync('out/screenshots', { recursive: true });
  writeFileSync(`out/screenshots/${name}`, content);
};

describe('the figure of a neuron', () => {
  const pages = neuronPages();

  const neurons: [name: string, neuron: HostNeuron][] = [
    ['odd', oddNeuron()],
    ['gaps', gapsNeuron()],
    ['prose', manyExplanations(7)],
  ];
  for (const [name, neuron] of neurons) {
    it(`is a standalone SVG on white, with legend and scores: ${name}`, async () => {
      const page = await pages.open({ theme: themes.dark });
      await page.show(neuron);
      await page.send(figure);
      const svg = (await savedFigure(page)) as string;
      keep(`figure-${name}.svg`, svg);
      const { faults, names, texts, fills } = await read(page, svg);
      assert.equal(faults, 0);
      assert.deepEqual(
        names.filter((each) => !['svg', 'rect', 'path', 'text'].includes(each)),
        [],
      );
      assert.equal(fills[0], '#ffffff');
      assert.doesNotMatch(svg, /var\(|style=|href/);
      assert.ok(texts.includes('Layer 5 · Neuron 131'), texts.slice(0, 4).join('|'));
      assert.ok(texts.includes('actual') && texts.includes('simulated'));
      assert.deepEqual(await collisions(page, svg), []);
    });
  }

  it('has the colours of the page in that mode', async () => {
    const page = await pages.open({ theme: themes.light });
    await page.show(gapsNeuron());
    await page.setMode('Actual');
    await page.send(figure);
    const { texts } = await read(page, (await savedFigure(page)) as string);
    assert.ok(texts.includes('actual') && !texts.includes('simulated'));
    assert.ok(texts.includes('missing'));
  });

  it('shows visible or selected sequences, or the one of a context menu', async () => {
    const page = await pages.open({ height: 500 });
    const neuron = manyExplanations(1);
    await page.show(neuron);
    const numbers = async () => {
      const { texts } = await read(page, (await savedFigure(page)) as string);
      return texts.filter((text) => /^[123]$/.test(text ?? ''));
    };
    await page.page.locator('[data-sequence="2"]').scrollIntoViewIfNeeded();
    await page.send({ ...figure, sequence: 1 });
    assert.deepEqual(await numbers(), ['2']);
    await page.page.evaluate(() => {
      const [from, to] = [0, 1].map((place) =>
        document.querySelector(`[data-sequence="${place}"] [data-token="3"]`),
      );
      getSelection()?.setBaseAndExtent(from!, 0, to!, 0);
    });
    await page.send(figure);
    assert.deepEqual(await numbers(), ['1', '2']);
    await page.page.evaluate(() => {
      getSelection()?.removeAllRanges();
      document.querySelector('[data-sequence="2"]')?.scrollIntoView({ block: 'end' });
    });
    await page.resize(1000, 220);
    await page.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.settle();
    await page.send(figure);
    assert.deepEqual((await numbers()).at(-1), '3');
    assert.ok(!(await numbers()).includes('1'), 'the first is out of view');
  });

  it('is a PNG at three times the resolution', async () => {
    const page = await pages.open({ theme: themes.highContrast });
    await page.show(manyExplanations(2));
    await page.send({ ...figure, format: 'png' });
    const png = (await savedFigure(page)) as Uint8Array;
    keep('figure-prose.png', png);
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.equal(new DataView(png.buffer, png.byteOffset).getUint32(16), 680 * 3);
  });

  it('of real neurons has no overlaps (needs shared/data)', async function () {
    const page = await pages.open({ height: 2000 });
    const names = ['reference-run/explanations/5/17', 'gpt2-xl-paper/explanations/6/3251'];
    for (const [i, name] of names.entries()) {
      await page.show(readNeuron(sharedOrSkip(this, `data/${name}.jsonl`)));
      await page.send({ ...figure, format: 'svg' });
      const svg = (await savedFigure(page)) as string;
      assert.deepEqual(await collisions(page, svg), []);
      keep(`figure-real-${i}.svg`, svg);
    }
  });
});

/** Looks at something in a page without a policy, as those are that things are pasted into. */
async function elsewhere<T>({ page }: NeuronPage, look: (other: Page) => Promise<T>): Promise<T> {
  const context = await page.context().browser()!.newContext();
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const other = await context.newPage();
    await other.goto(new URL('/vscode.css', page.url()).href);
    return await look(other);
  } finally {
    await context.close();
  }
}

/** What is on the clipboard. */
function pasted(page: NeuronPage): Promise<{ html: string; text: string }> {
  return elsewhere(page, async (other) => {
    await other.bringToFront();
    return other.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const textOf = async (type: string) => (await item!.getType(type)).text();
      return { html: await textOf('text/html'), text: await textOf('text/plain') };
    });
  });
}

describe('copying a sequence', () => {
  const pages = neuronPages();
  const copy = (format: 'text' | 'markdown' | 'html', sequence: number | null = null) =>
    ({ type: 'copySequence', format, sequence }) as const;
  const copied = (page: NeuronPage) =>
    page.requests.flatMap((request) => (request.name === 'copyText' ? request.argument.text : []));

  it('copies the raw text of the focused sequence, or of a context menu’s', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    await page.show(neuron);
    const texts = neuron.sequences.get(0)!.map(({ tokens }) => tokens.join(''));
    await page.send(copy('text'));
    await page.focusToken(4, 2);
    await page.send(copy('text'));
    await page.send(copy('text', 1));
    assert.deepEqual(copied(page), [texts[0], texts[2], texts[1]]);
  });

  it('tells VS Code the sequence of a context menu', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    const context = await page.page
      .locator('[data-sequence="1"] [data-token="2"]')
      .evaluate((token) =>
        token.closest('[data-vscode-context]')?.getAttribute('data-vscode-context'),
      );
    assert.deepEqual(JSON.parse(context!), { webviewSection: 'sequence', sequence: 1 });
  });

  it('copies Markdown with escaped data', async () => {
    const page = await pages.open();
    await page.show(oddNeuron());
    await page.send(copy('markdown'));
    const [text] = copied(page);
    assert.match(text!, /\\<script>alert\(1\)\\<\/script>/);
    assert.match(text!, /\*\*|<b>/);
    assert.doesNotMatch(text!, /(?<!\\)<(?!\/?b>|br>)[a-z/!?]/i);
  });

  it('copies HTML of text and colours, and plain text with it', async () => {
    const page = await pages.open();
    await page.show(oddNeuron());
    await page.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.send(copy('html'));
    await page.page.waitForFunction(() =>
      [...document.querySelectorAll('[role=status]')].some((said) =>
        said.textContent?.startsWith('Copied'),
      ),
    );
    const { html, text } = await pasted(page);
    assert.equal(text.replaceAll('\r', ''), oddTokens.join('').toWellFormed().replaceAll('\r', ''));
    assert.deepEqual(copied(page), []);
    const made = await elsewhere(page, (other) =>
      other.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'text/html');
        const names = [...parsed.body.querySelectorAll('*')].map(({ tagName }) => tagName);
        return { names: [...new Set(names)].sort(), text: parsed.body.textContent };
      }, html),
    );
    assert.match(html, /background-color: ?(#|rgb)/);
    assert.deepEqual(
      made.names.filter((name) => !['P', 'SPAN', 'BR'].includes(name)),
      [],
    );
    assert.match(made.text ?? '', /<script>alert\(1\)<\/script>.*<img src=x/s);
  });

  it('copies the HTML’s text if the page may not use the clipboard', async () => {
    const page = await pages.open();
    await page.show(manyExplanations(1));
    await page.page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { write: () => Promise.reject(new Error('not allowed')) },
      });
      document.execCommand = () => false;
    });
    await page.send(copy('html'));
    const [html] = copied(page);
    assert.match(html!, /^<p style="[^"]*">/);
    assert.match(html!, /background-color:#[0-9a-f]{6}/);
  });

  it('is done by Ctrl+C on a token, but not with selected text', async () => {
    const page = await pages.open();
    const neuron = manyExplanations(1);
    await page.show(neuron);
    await page.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = () => page.page.evaluate(() => navigator.clipboard.readText());
    await page.focusToken(3, 1);
    await page.page.keyboard.press('Control+c');
    assert.equal(await clipboard(), neuron.sequences.get(0)![1]!.tokens.join(''));
    await page.page.evaluate(() => {
      const token = document.querySelector('[data-sequence="0"] [data-token="3"]');
      getSelection()?.selectAllChildren(token!);
    });
    await page.page.keyboard.press('Control+c');
    assert.equal(await clipboard(), neuron.sequences.get(0)![0]!.tokens[3]);
  });
});
