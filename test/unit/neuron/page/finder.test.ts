import assert from 'node:assert/strict';
import type { Match } from '../../../../src/neuron/contract/protocol.ts';
import { Finder, type Finding } from '../../../../src/neuron/page/finder.ts';
import { emptyRun } from '../../../../src/tokens/sequenceRun.ts';
import { heldRpc } from './support/heldRpc.ts';

const matches: Match[] = [0, 1, 2].map((sequence) => ({ sequence, from: 0, to: 0 }));
const plain = (text: string) => ({ text, matchCase: false, regex: false });
const settled = () => new Promise((done) => setImmediate(done));

function setUp() {
  const { rpc, asked } = heldRpc();
  const visited: number[] = [];
  let last: Finding | undefined;
  const finder = new Finder(
    rpc,
    (finding) => (last = finding),
    ({ sequence }) => visited.push(sequence),
  );
  finder.setSequences('a', emptyRun(4, 3, 'stored'));
  return { finder, asked, visited, last: () => last! };
}

describe('Finder', () => {
  it('moves in both directions, and wraps around', async () => {
    const { finder, asked, visited } = setUp();
    finder.search(plain('x'));
    asked[0]!.answer({ total: 3, matches });
    await settled();
    for (const by of [1, 1, 1, 1, -1, -1]) finder.step(by);
    assert.deepEqual(visited, [0, 1, 2, 0, 2, 1]);
  });

  it('starts at the last match if moved back first', async () => {
    const { finder, asked, visited } = setUp();
    finder.search(plain('x'));
    asked[0]!.answer({ total: 3, matches });
    await settled();
    finder.step(-1);
    assert.deepEqual(visited, [2]);
  });

  it('keeps a step that was made before the answer', async () => {
    const { finder, asked, visited } = setUp();
    finder.search(plain('x'));
    finder.step(1);
    assert.deepEqual(visited, []);
    asked[0]!.answer({ total: 3, matches });
    await settled();
    assert.deepEqual(visited, [0]);
  });

  it('ignores outdated answers', async () => {
    const { finder, asked, last } = setUp();
    finder.search(plain('x'));
    finder.search(plain('xy'));
    asked[1]!.answer({ total: 0, matches: [] });
    asked[0]!.answer({ total: 3, matches });
    await settled();
    assert.deepEqual([last().text, last().found?.total], ['xy', 0]);
    finder.step(1);
    assert.equal(last().at, -1);
  });

  it('searches again only in other sequences', () => {
    const { finder, asked } = setUp();
    finder.search(plain('x'));
    finder.setSequences('a', emptyRun(4, 9, 'stored'));
    assert.equal(asked.length, 1);
    finder.setSequences('a', emptyRun(4, 3, 'miss'));
    const request = {
      name: 'find',
      argument: { uri: 'a', explanation: 4, order: 'miss', ...plain('x') },
    };
    assert.deepEqual(asked[1]!.request, request);
    finder.search(plain(''));
    finder.setSequences('b', emptyRun(4, 3, 'miss'));
    assert.equal(asked.length, 2);
  });

  it('reports failures', async () => {
    const { finder, asked, last } = setUp();
    finder.search(plain('x'));
    asked[0]!.answer(null);
    await settled();
    assert.match(last().error!, /Unexpected answer/);
  });
});
