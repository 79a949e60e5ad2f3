import assert from 'node:assert/strict';
import { hostNeuron, oneSequence } from './support/messages.ts';
import { oddNeuron, oddTokens } from './support/made.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

function textOf(tokens: readonly string[]) {
  const values = tokens.map((_, i) => i);
  return oneSequence({ tokens, actual: values, simulated: values });
}

const markOf = (page: NeuronPage, index: number, selector: string) =>
  page
    .token(index)
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element, '::before').content);

describe('the text of tokens', () => {
  const pages = neuronPages();

  it('shows a line break’s mark, and breaks the line after it', async () => {
    const page = await pages.open();
    await page.show(textOf(['one', '\n', 'two', '\n\n', 'four']));
    assert.match(await markOf(page, 1, '.m-newline'), /↵/);
    const tops = await Promise.all(
      [0, 2, 4].map(async (i) => (await page.token(i).boundingBox())!.y),
    );
    const line = tops[1]! - tops[0]!;
    assert.ok(line > 15);
    assert.ok(Math.abs(tops[2]! - tops[1]! - 2 * line) < 1);
    const mark = (await page.token(1).boundingBox())!;
    assert.ok(mark.y < tops[1]! - 10, 'the mark is on the line that it ends');
  });

  it('marks unusual spaces, tabs and zero-width characters', async () => {
    const page = await pages.open();
    await page.show(textOf(['  a', '\t', '\u00a0', '\u200b', '\u202e', '\u0007', '\r']));
    assert.match(await markOf(page, 0, '.m-space'), /··/);
    assert.match(await markOf(page, 1, '.m-tab'), /→/);
    const escapes = ['\\u00a0', '\\u200b', '\\u202e', '\\x07', '\\r'];
    for (const [i, escape] of escapes.entries()) {
      const shown = await page
        .token(i + 2)
        .locator('.m-escape')
        .getAttribute('data-mark');
      assert.equal(shown, escape);
      assert.ok((await page.token(i + 2).boundingBox())!.width > 10);
    }
  });

  it('marks spaces as the setting says, at once', async () => {
    const page = await pages.open();
    await page.show(textOf(['The', ' sea', '  was', ' ', 'calm ', ' \n', '\t', '\u00a0']));
    const marked = () =>
      page.page.evaluate(() =>
        [...document.querySelectorAll('.t')].flatMap((token, i) =>
          [...token.querySelectorAll('[class^="m-"]')].some(
            (piece) => getComputedStyle(piece, '::before').content !== 'none',
          )
            ? [i]
            : [],
        ),
      );
    const spaces = () =>
      page.page
        .locator('.m-space')
        .evaluateAll((all) => all.map((it) => getComputedStyle(it, '::before').content !== 'none'));
    const widths = () =>
      page.page
        .locator('.t')
        .evaluateAll((all) => all.map((it) => (it as HTMLElement).offsetWidth));
    const before = await widths();
    assert.deepEqual(await marked(), [2, 3, 4, 5, 6, 7], 'without a setting: boundary');
    await page.send({ type: 'whitespace', whitespace: 'all' });
    assert.deepEqual(await marked(), [1, 2, 3, 4, 5, 6, 7]);
    await page.send({ type: 'whitespace', whitespace: 'none' });
    assert.ok((await spaces()).every((isMarked) => !isMarked));
    assert.deepEqual(await marked(), [5, 6, 7], 'line breaks, tabs and invisible characters');
    assert.deepEqual(await widths(), before, 'marks take no room');
    await page.token(3).hover();
    assert.match(await page.card.innerText(), /token 4 of 8/);
    await page.send({ type: 'whitespace', whitespace: 'boundary' });
    assert.deepEqual(await marked(), [2, 3, 4, 5, 6, 7]);
  });

  it('shows an empty token that can be hovered', async () => {
    const page = await pages.open();
    await page.show(textOf(['a', '', 'b']));
    const box = (await page.token(1).boundingBox())!;
    assert.ok(box.width > 8 && box.height > 8);
    await page.token(1).hover();
    assert.match(await page.card.innerText(), /empty token/);
  });

  it('is copied raw, without the marks', async () => {
    const page = await pages.open();
    const tokens = [
      'one',
      ' two',
      '\n',
      '\tthree',
      '\u00a0',
      '\u200b',
      '',
      '  four',
      '\u202e',
      '.',
    ];
    await page.show(textOf(tokens));
    const copied = await page.page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('.tokens')!);
      return getSelection()!.toString();
    });
    assert.equal(copied, tokens.join(''));
  });

  it('shows markup as text, in tokens and in explanations', async () => {
    const page = await pages.open();
    await page.show(oddNeuron());
    const heading = await page.page.locator('.claim-text').innerText();
    assert.equal(heading, '<script>alert(3)</script> <b>bold</b> & text');
    const script = oddTokens.indexOf('<script>alert(1)</script>');
    assert.equal(await page.token(script).innerText(), '<script>alert(1)</script>');
    assert.equal(await page.token(oddTokens.indexOf('&amp;')).innerText(), '&amp;');
    assert.equal(await page.page.locator('#root script, #root img, #root b:not(dd b)').count(), 0);
  });

  it('keeps right-to-left tokens from scrambling their neighbours', async () => {
    const page = await pages.open();
    await page.show(textOf(['left', ' שלום', ' 123', '\u202e', 'abc', ' right']));
    for (const i of [0, 1, 2, 3, 4]) {
      const [box, next] = [
        await page.token(i).boundingBox(),
        await page.token(i + 1).boundingBox(),
      ];
      assert.ok(box!.x + box!.width <= next!.x + 1, `token ${i} is among token ${i + 1}`);
    }
  });

  it('runs from right to left with the text, like the arrow keys', async () => {
    const page = await pages.open();
    await page.show(textOf(['שלום', ' עולם', ' טוב']));
    const [first, second] = [await page.token(0).boundingBox(), await page.token(1).boundingBox()];
    assert.ok(first!.x > second!.x);
    await page.focusToken(0);
    await page.page.keyboard.press('ArrowLeft');
    assert.equal(await page.page.evaluate(() => document.activeElement!.textContent), ' עולם');
  });

  it('shortens a token of 10,000 characters; the card has its length', async () => {
    const page = await pages.open();
    await page.show(textOf(['a', 'x'.repeat(10_000), 'b']));
    assert.ok((await page.token(1).innerText()).length < 200);
    await page.token(2).hover();
    await page.token(1).hover();
    assert.match(await page.card.innerText(), /10,000 characters/);
    assert.ok((await page.token(2).boundingBox())!.y < 600);
  });

  it('shows part of a character as an escape in the card', async () => {
    const page = await pages.open();
    await page.show(textOf(['a', '\ufffd']));
    await page.token(1).hover();
    assert.match(await page.card.innerText(), /\\ufffd\s+part of a character/);
  });

  it('wraps between words, and keeps a token and the rest of its word together', async () => {
    const page = await pages.open();
    const tokens = Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? 'ish' : ` word${i}`));
    await page.show(textOf(tokens));
    for (let width = 360; width < 480; width += 13) {
      await page.page.setViewportSize({ width, height: 800 });
      const boxes = await page.page
        .locator('.t')
        .evaluateAll((all) => all.map((token) => [...token.getClientRects()].map(({ y }) => y)));
      for (const [i, tops] of boxes.entries()) {
        assert.equal(tops.length, 1, `token ${i} is broken at ${width}`);
        if (tokens[i] === 'ish') assert.deepEqual(tops, boxes[i - 1], `word ${i} at ${width}`);
      }
    }
  });

  it('begins lines flush, with the setting for all spaces marked excepted', async () => {
    const page = await pages.open();
    const tokens = Array.from({ length: 80 }, (_, i) => (i % 5 === 4 ? '.' : ` word${i * i}`));
    await page.show(textOf(tokens));
    const beginnings = () =>
      page.page.evaluate(() => {
        const text = document.querySelector('.tokens')!.getBoundingClientRect();
        const boxes = [...document.querySelectorAll('.t')].map((it) => it.getBoundingClientRect());
        const isFirst = ({ top }: DOMRect, i: number) => i === 0 || top > boxes[i - 1]!.top + 1;
        const wordOf = (box: DOMRect) => {
          const token = document.querySelectorAll('.t')[boxes.indexOf(box)]!;
          const range = document.createRange();
          range.selectNodeContents(token.lastChild!);
          return range.getBoundingClientRect().left;
        };
        const first = boxes.filter(isFirst);
        return first.map((box) => [
          Math.round(box.left - text.left),
          Math.round(wordOf(box) - text.left),
        ]);
      });
    for (let width = 360; width < 480; width += 40) {
      await page.resize(width, 800);
      await page.settle();
      const lines = await beginnings();
      assert.ok(lines.length > 10);
      assert.deepEqual(
        lines,
        lines.map(() => [0, 0]),
        `at ${width}`,
      );
    }
    const copied = () =>
      page.page.evaluate(() => {
        getSelection()!.selectAllChildren(document.querySelector('.tokens')!);
        return getSelection()!.toString();
      });
    assert.equal(await copied(), tokens.join(''));
    await page.send({ type: 'whitespace', whitespace: 'all' });
    const marked = await beginnings();
    assert.ok(marked.every(([box, word]) => box === 0 && word! > 5));
  });

  it('keeps a space that begins a line of the text', async () => {
    const page = await pages.open();
    const tokens = ['def', ':', '\n', ' return', '\n\n', ' a', ' b'];
    await page.show(textOf(tokens));
    const space = (i: number) =>
      page
        .token(i)
        .locator('.m-space')
        .evaluate((it) => it.getBoundingClientRect().width);
    for (const i of [3, 5, 6]) assert.ok((await space(i)) > 5, tokens[i]);
    const copied = await page.page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('.tokens')!);
      return getSelection()!.toString();
    });
    assert.equal(copied, tokens.join(''));
  });

  it('shows all tokens if there are fewer values, and ignores extra values', async () => {
    const page = await pages.open();
    await page.show(
      hostNeuron([
        {
          sequences: [
            { tokens: [' a', ' b', ' c'], actual: [1], simulated: [1, 2, 3, 4, 5] },
            { tokens: [], actual: [], simulated: [] },
          ],
        },
      ]),
    );
    assert.equal(await page.page.locator('.t').count(), 3);
    await page.token(2).hover();
    assert.match(await page.card.innerText(), /token 3 of 3\s+Actual\s+missing\s+Simulated.*\s+3/);
    assert.match(await page.page.locator('[data-sequence="1"]').innerText(), /No tokens/);
  });

  it('is drawn in parts if it is long, so that the page stays responsive', async () => {
    const page = await pages.open();
    const tokens = (count: number) =>
      Array.from({ length: count }, (_, i) => (i % 50 ? ` w${i}` : '\n'));
    await page.show(textOf(tokens(20_000)));
    assert.equal(await page.page.locator('.t').count(), 2000);
    assert.match(await page.page.locator('.rest').innerText(), /2,000 of 20,000 tokens shown/);
    await page.page.getByRole('button', { name: 'Show more' }).click();
    assert.equal(await page.page.locator('.t').count(), 4000);
    await page.focusToken(3999);
    await page.page.keyboard.press('ArrowRight');
    assert.equal(await page.page.locator('.t').count(), 6000);
    assert.equal(await page.page.evaluate(() => document.activeElement!.textContent), '\n');
    await page.show(textOf(tokens(11_000)));
    await page.page.getByRole('button', { name: 'Show all 11,000' }).click();
    await page.token(10_999).waitFor({ state: 'attached' });
    assert.equal(await page.page.locator('.rest').count(), 0);
  });
});
