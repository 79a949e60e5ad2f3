import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Redraws } from '../../../src/sidebar/redraws.ts';

describe('redraws', () => {
  let drawn: string[][];
  let redraws: Redraws<{ name: string }>;
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  let now = 0;

  beforeEach(() => {
    now = 0;
    drawn = [];
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(performance, 'now', () => now);
    redraws = new Redraws((things) => drawn.push(things.map(({ name }) => name)));
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  /** Lets time pass, a millisecond at a time. */
  const pass = (ms: number) => {
    for (let i = 0; i < ms; i++) {
      now++;
      mock.timers.tick(1);
    }
  };

  it('are soon, several at once', () => {
    redraws.note(a);
    redraws.note(b);
    redraws.note(a);
    assert.deepEqual(drawn, []);
    pass(100);
    assert.deepEqual(drawn, [['a', 'b']]);
  });

  it('are once a second for constant changes', () => {
    for (let i = 0; i < 500; i++) {
      redraws.note(a);
      pass(10);
    }
    assert.equal(drawn.length, 5);
    // The last change is drawn, too.
    pass(1100);
    assert.equal(drawn.length, 6);
    pass(5000);
    assert.equal(drawn.length, 6);
  });

  it('are rarer for large subtrees, without delaying others', () => {
    for (let i = 0; i < 500; i++) {
      redraws.note(a, 6400);
      redraws.note(b);
      pass(10);
    }
    const times = (name: string) => drawn.filter((names) => names.includes(name)).length;
    assert.deepEqual([times('a'), times('b')], [2, 5]);
  });

  it('are cancelled by clear', () => {
    redraws.note(a);
    redraws.clear();
    pass(2000);
    assert.deepEqual(drawn, []);
    redraws.note(b);
    pass(100);
    assert.deepEqual(drawn, [['b']]);
  });
});
