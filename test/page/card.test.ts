import assert from 'node:assert/strict';
import { proseSequence, twoMisses } from './support/made.ts';
import { hostNeuron } from './support/messages.ts';
import { neuronPages, type NeuronPage } from './support/neuronPage.ts';

const three = hostNeuron([{ text: ' the sea', sequences: [0, 1, 2].map((i) => proseSequence(i)) }]);

/** `sequence/token` of the focused token. */
const focused = (page: NeuronPage) =>
  page.page.evaluate(() => {
    const token = document.activeElement as HTMLElement;
    const sequence = token.closest<HTMLElement>('[data-sequence]');
    return `${sequence?.dataset['sequence']}/${token.dataset['token']}`;
  });

async function press(page: NeuronPage, ...keys: string[]): Promise<string> {
  for (const key of keys) await page.page.keyboard.press(key);
  return focused(page);
}

describe('the card', () => {
  const pages = neuronPages();

  it('shows the same on hover and on focus', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.token(1).hover();
    const hovered = await page.card.innerText();
    assert.match(
      hovered,
      /^·sea\s+token 2 of 64\s+Actual\s+1\.96\s+Simulated \(expected\)\s+2\.10\s+Difference\s+\+0\.14$/,
    );
    await page.page.mouse.move(5, 5);
    assert.equal(await page.card.count(), 0);
    await page.focusToken(0);
    await press(page, 'ArrowRight');
    assert.equal(await page.card.innerText(), hovered);
  });

  for (const width of [320, 1000]) {
    it(`never covers its token, and stays in the window: ${width} px`, async () => {
      const page = await pages.open({ width, height: 500 });
      await page.show(three);
      // The second sequence at the top of the window, where there is room below only.
      await page.page.evaluate(() => document.querySelectorAll('.sequence')[1]!.scrollIntoView());
      await page.page.evaluate(() => scrollBy(0, 40));
      for (let i = 0; i < 64; i += 7) {
        await page.token(i, 1).hover();
        const [token, card] = [await page.token(i, 1).boundingBox(), await page.card.boundingBox()];
        assert.ok(token && card);
        const apart = card.y + card.height <= token.y || card.y >= token.y + token.height;
        assert.ok(apart, `covers token ${i}`);
        assert.ok(card.x >= 0 && card.x + card.width <= width, `token ${i}`);
        assert.ok(card.y >= 0 && card.y + card.height <= 500, `token ${i}`);
      }
    });
  }

  it('closes with Escape, and opens at the next token', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.focusToken(3);
    await page.card.waitFor();
    await press(page, 'Escape');
    assert.equal(await page.card.count(), 0);
    await press(page, 'ArrowRight');
    assert.match(await page.card.innerText(), /token 5 of 64/);
  });

  it('stays with the focused token while keys scroll others under a resting pointer', async () => {
    const page = await pages.open({ width: 500, height: 300 });
    await page.show(three);
    await page.focusToken(0, 1);
    await page.page.evaluate(() => document.querySelectorAll('.sequence')[1]!.scrollIntoView());
    await page.moveOverSomeToken();
    await page.focusToken(0, 1);
    // The browser tells of the token under the pointer a while after the scrolling.
    const told = page.page.evaluate(
      () => new Promise((done) => addEventListener('mouseover', () => done(null), { once: true })),
    );
    await press(page, 'PageDown', 'End');
    await told;
    await page.settle();
    assert.match(await page.card.innerText(), /token 64 of 64/);
    await page.moveOverSomeToken();
    await page.settle();
    assert.doesNotMatch(await page.card.innerText(), /token 64 of 64/);
  });

  it('does not appear because a page opens under a resting pointer', async () => {
    const page = await pages.open();
    await page.show(three);
    const { x, y, width, height } = (await page.token(20).boundingBox())!;
    const at = { x: x + width / 2, y: y + height / 2 };
    await page.page.mouse.move(at.x, at.y);
    await page.card.waitFor();
    await page.page.reload();
    await page.show(three);
    // As the browser says where the pointer rests.
    await page.page.mouse.move(at.x, at.y);
    await page.settle();
    assert.equal(await page.card.count(), 0);
    await page.page.mouse.move(at.x + 1, at.y);
    assert.match(await page.card.innerText(), /token 21 of 64/);
  });

  it('describes the miss that a command goes to, despite a resting pointer', async () => {
    const page = await pages.open({ width: 1100, height: 400 });
    await page.show(twoMisses());
    await page.page.locator('.misses tbody tr').first().waitFor();
    await page.token(12).hover();
    await page.card.waitFor();
    for (const [place, token] of [
      [11, 9],
      [4, 30],
    ] as const) {
      // The browser says which token has come under the pointer, a while after the scrolling.
      const came = page.page.evaluate(
        () =>
          new Promise<void>((done) =>
            window.addEventListener('pointerover', () => requestAnimationFrame(() => done()), {
              once: true,
            }),
          ),
      );
      await page.send({ type: 'miss', step: 1 });
      await came;
      assert.match(await page.card.innerText(), new RegExp(`token ${token + 1} of 64`));
      const [at, card] = [
        await page.token(token, place).boundingBox(),
        await page.card.boundingBox(),
      ];
      assert.ok(at && card);
      const gap = Math.max(at.y - (card.y + card.height), card.y - (at.y + at.height));
      assert.ok(gap >= 0 && gap < 20, `the card is ${gap} pixels from its token`);
    }
    await page.page.mouse.move(210, 210);
    await page.page.mouse.move(214, 230);
    assert.doesNotMatch(await page.card.innerText(), /token 31 of 64/);
  });

  for (const [width, height] of [
    [1100, 400],
    [500, 700],
    [320, 500],
  ] as const) {
    it(`of a miss, or of a token reached by keys, does not cover its line: ${width} px`, async () => {
      const page = await pages.open({ width, height });
      await page.show(twoMisses());
      await page.page.locator('.misses tbody tr').first().waitFor();
      const apart = async (token: number, place: number) => {
        await page.card.waitFor();
        assert.match(await page.card.innerText(), new RegExp(`token ${token + 1} of 64`));
        const at = (await page.token(token, place).boundingBox())!;
        const card = (await page.card.boundingBox())!;
        assert.ok(
          card.y + card.height <= at.y || card.y >= at.y + at.height,
          `the card at ${card.y} covers the line of token ${token} at ${at.y}`,
        );
        assert.ok(card.y >= 0 && card.y + card.height <= height);
      };
      await page.send({ type: 'miss', step: 1 });
      await apart(9, 11);
      for (const token of [10, 11, 12]) {
        await press(page, 'ArrowRight');
        await apart(token, 11);
      }
      await page.send({ type: 'miss', step: 1 });
      await apart(30, 4);
    });
  }

  it('describes a miss even if the window has no focus, and in place of a pinned one', async () => {
    const page = await pages.open({ width: 1100, height: 400 });
    await page.show(twoMisses());
    await page.page.locator('.misses tbody tr').first().waitFor();
    await page.token(12).click();
    assert.match(await page.card.innerText(), /token 13 of 64/);
    // As in a window without focus, where the browser sends none of these.
    await page.page.evaluate(() =>
      window.addEventListener('focusin', (event) => event.stopImmediatePropagation(), true),
    );
    await page.send({ type: 'miss', step: 1 });
    assert.match(await page.card.innerText(), /token 10 of 64/);
    assert.equal(await page.page.locator('.card-pinned').count(), 0);
  });

  it('stays beside its token when the page changes around it', async () => {
    const page = await pages.open({ width: 1100, height: 600 });
    await page.show(three);
    await page.focusToken(40, 1);
    const distance = async () => {
      const [at, card] = [await page.token(40, 1).boundingBox(), await page.card.boundingBox()];
      return Math.round(at!.y - card!.y);
    };
    const before = await distance();
    await page.page.evaluate(() => {
      const above = document.createElement('div');
      above.style.height = '60px';
      document.querySelector('main')!.prepend(above);
    });
    await page.settle();
    assert.equal(await distance(), before);
  });

  it('is hidden from screen readers, which get its text after a pause', async () => {
    const page = await pages.open();
    await page.show(three);
    assert.equal(await page.page.locator('.t[tabindex]').count(), 1);
    await page.focusToken(0);
    await press(page, 'ArrowRight');
    assert.equal(await page.card.getAttribute('aria-hidden'), 'true');
    const status = page.page.locator('[role=status]', { hasText: 'token 2 of 64' });
    await status.waitFor({ state: 'attached' });
    assert.equal(
      await status.textContent(),
      'sea, token 2 of 64, actual 1.96, simulated 2.10, difference plus 0.14',
    );
  });
});

describe('the keys among the tokens', () => {
  const pages = neuronPages();

  it('move by tokens, across sequences', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.focusToken(62);
    assert.equal(await press(page, 'ArrowRight'), '0/63');
    assert.equal(await press(page, 'ArrowRight'), '1/0');
    assert.equal(await press(page, 'ArrowLeft', 'ArrowLeft'), '0/62');
    assert.equal(await press(page, 'Home', 'ArrowLeft'), '0/0');
    assert.equal(await press(page, 'Control+End', 'ArrowRight'), '2/63');
    assert.equal(await press(page, 'Control+Home'), '0/0');
  });

  it('jump to the ends of a sequence, and to the next', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.focusToken(10, 1);
    assert.equal(await press(page, 'Home'), '1/0');
    assert.equal(await press(page, 'End'), '1/63');
    assert.equal(await press(page, 'PageDown'), '2/0');
    assert.equal(await press(page, 'PageUp', 'PageUp'), '0/0');
  });

  it('move by lines on the screen', async () => {
    const page = await pages.open({ width: 700 });
    await page.show(three);
    await page.focusToken(5);
    const start = (await page.token(5).boundingBox())!;
    const [, below] = (await press(page, 'ArrowDown')).split('/');
    const box = (await page.token(Number(below)).boundingBox())!;
    assert.ok(box.y > start.y + 10 && box.y < start.y + 40);
    assert.ok(box.x < start.x + start.width + 40 && box.x + box.width > start.x - 40);
    await press(page, 'ArrowUp');
    assert.equal(
      (await page.token(Number((await focused(page)).split('/')[1])).boundingBox())!.y,
      start.y,
    );
    await page.focusToken(63);
    assert.match(await press(page, 'ArrowDown'), /^1\//);
  });

  it('leave one tab stop, at the last token', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.token(20, 1).click();
    assert.equal(await focused(page), '1/20');
    await press(page, 'ArrowRight');
    await press(page, 'Shift+Tab');
    assert.equal(await press(page, 'Tab'), '1/21');
    assert.equal(await page.page.locator('.t[tabindex]').count(), 1);
  });

  it('keep a tab stop when other tokens are shown', async () => {
    const page = await pages.open();
    await page.show(three);
    await page.focusToken(20, 1);
    await page.show({ ...three, document: { ...three.document, uri: 'file:///other' } });
    assert.equal(await page.page.locator('.t[tabindex]').count(), 1);
    assert.equal(await page.card.count(), 0);
    await page.page.getByRole('button', { name: 'Find in Tokens' }).focus();
    assert.equal(await press(page, 'Tab'), '0/0');
  });

  it('scroll to the focused token, clear of the toolbar', async () => {
    const page = await pages.open({ height: 500 });
    await page.show(
      hostNeuron([{ sequences: Array.from({ length: 20 }, (_, i) => proseSequence(i)) }]),
    );
    await page.focusToken(1, 7);
    // The token before it is in the window, but under the toolbar.
    await page.page.evaluate(() => {
      const { y } = document.activeElement!.getBoundingClientRect();
      scrollBy(0, y - 10);
    });
    assert.equal(await press(page, 'ArrowLeft'), '7/0');
    const box = (await page.token(0, 7).boundingBox())!;
    const toolbar = (await page.page.locator('.toolbar').boundingBox())!;
    assert.ok(box.y >= toolbar.y + toolbar.height && box.y + box.height <= 500);
  });
});
