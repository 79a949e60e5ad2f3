import assert from 'node:assert/strict';
import type {
  ExplanationSummary,
  HostMessage,
  NeuronContent,
} from '../../../../src/neuron/contract/protocol.ts';
import type { Sequence, SequencePage, Order } from '../../../../src/tokens/contract.ts';
import { identity } from '../../../../src/analysis/calibration.ts';
import { Model } from '../../../../src/neuron/page/model.ts';
import { SavedState } from '../../../../src/ui/savedState.ts';
import { initialState } from '../../../../src/neuron/page/state.ts';
import { noScores } from '../../support/scores.ts';
import { heldRpc } from './support/heldRpc.ts';

function sequence(index: number): Sequence {
  const values = Float64Array.of(index);
  return {
    index,
    tokens: ['a'],
    actual: values,
    simulated: values,
    uncalibrated: null,
    predicted: null,
    scores: noScores,
  };
}

function page(
  explanation: number,
  from: number,
  count: number,
  total: number,
  order: Order = 'stored',
): SequencePage {
  return {
    explanation,
    order,
    from,
    total,
    sequences: Array.from({ length: count }, (_, i) => sequence(from + i)),
  };
}

function summary(index: number): ExplanationSummary {
  return {
    index,
    text: `explanation ${index}`,
    scores: noScores,
    tokenCount: 3,
    sequenceCount: 3,
    scale: {
      simulatedUnits: 'neuron',
      actual: null,
      simulated: null,
      difference: { by: 'own', map: identity, extent: null },
      uncalibrated: null,
    },
    groups: null,
  };
}

function neuron(uri: string, order = [4, 2]): NeuronContent {
  const place = { uri, title: '5:131', layer: '5', neuron: '131', path: '5/131.jsonl' };
  const explanations = order.map(summary);
  return { kind: 'neuron', ...place, explanations, problems: [], moreProblems: 0 };
}

function show(content: NeuronContent, first: SequencePage | null) {
  return { type: 'show', version: 1, content, first, pinned: false } satisfies HostMessage;
}

/** A model with a host whose answers the test gives by hand. */
function setUp(later?: (run: () => void) => void) {
  const { rpc, asked } = heldRpc();
  const saved = new SavedState(initialState, () => undefined);
  return { model: new Model(rpc, saved, later), saved, asked };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('Model', () => {
  it('shows the best explanation of a neuron, with its first sequences', () => {
    const { model, asked } = setUp();
    model.show(show(neuron('a'), page(4, 0, 2, 3)));
    assert.equal(model.snapshot.chosen?.index, 4);
    assert.equal(model.snapshot.run?.sequences.length, 2);
    assert.equal(asked.length, 0);
  });

  describe('with more tokens than are visible at once', () => {
    /** 300 sequences of one token each. */
    const many = page(4, 0, 300, 300);

    it('shows the first ones, and the others later without a request', () => {
      const waiting: (() => void)[] = [];
      const { model, asked } = setUp((run) => waiting.push(run));
      model.show(show(neuron('a'), many));
      const { run } = model.snapshot;
      assert.ok(run && run.sequences.length > 0 && run.sequences.length < 300);
      model.loadMore();
      assert.equal(asked.length, 0);
      for (const finish of waiting) finish();
      assert.deepEqual(model.snapshot.run?.sequences, many.sequences);
      assert.equal(model.snapshot.run?.loading, false);
    });

    it('does not add them to another neuron shown meanwhile', () => {
      const waiting: (() => void)[] = [];
      const { model } = setUp((run) => waiting.push(run));
      model.show(show(neuron('a'), many));
      model.show(show(neuron('b'), page(4, 0, 3, 3)));
      for (const finish of waiting) finish();
      assert.equal(model.snapshot.run?.sequences.length, 3);
    });

    it('shows all at once to restore a scroll position', () => {
      const { model, saved } = setUp(() => assert.fail('nothing is to wait'));
      saved.set({ uri: 'a', scroll: 300 });
      model.show(show(neuron('a'), many));
      assert.equal(model.snapshot.run?.sequences.length, 300);
    });
  });

  it('keeps the explanation and the scroll position when the same neuron is shown again', () => {
    const { model, saved } = setUp();
    model.show(show(neuron('a'), page(4, 0, 3, 3)));
    model.choose(2);
    saved.setScroll(() => ({ place: null, scroll: 300 }));
    model.show(show(neuron('a'), page(2, 0, 3, 3)));
    assert.equal(model.snapshot.chosen?.index, 2);
    assert.equal(saved.state.scroll, 300);
  });

  it('starts with the best explanation of another neuron, in the same mode', () => {
    const { model, saved } = setUp();
    model.show(show(neuron('a'), page(4, 0, 3, 3)));
    model.choose(2);
    model.setMode('actual');
    saved.setScroll(() => ({ place: null, scroll: 300 }));
    model.show(show(neuron('b'), page(4, 0, 3, 3)));
    assert.equal(model.snapshot.chosen?.index, 4);
    assert.deepEqual(saved.state, { ...initialState, uri: 'b', mode: 'actual' });
  });

  it('falls back to the best if the selected explanation no longer exists', () => {
    const { model } = setUp();
    model.show(show(neuron('a'), page(4, 0, 3, 3)));
    model.choose(2);
    model.show(show(neuron('a', [7]), page(7, 0, 3, 3)));
    assert.equal(model.snapshot.chosen?.index, 7);
  });

  it('requests missing sequences, and keeps those of an explanation that it has', async () => {
    const { model, asked } = setUp();
    model.show(show(neuron('a'), page(4, 0, 3, 3)));
    model.choose(2);
    assert.deepEqual(asked[0]?.request, {
      name: 'sequences',
      argument: { uri: 'a', explanation: 2, order: 'stored', from: 0 },
    });
    asked[0].answer(page(2, 0, 1, 3));
    await settled();
    model.loadMore();
    model.loadMore();
    assert.equal(asked.length, 2);
    asked[1]?.answer(page(2, 1, 2, 3));
    await settled();
    assert.deepEqual(
      model.snapshot.run?.sequences.map(({ index }) => index),
      [0, 1, 2],
    );
    model.loadMore();
    model.choose(4);
    model.choose(2);
    assert.equal(asked.length, 2);
  });

  it('starts again in another order, and ignores sequences of the old order', async () => {
    const { model, asked, saved } = setUp();
    model.show(show(neuron('a'), page(4, 0, 1, 3)));
    model.loadMore();
    model.setChoices({ order: 'miss' });
    assert.deepEqual(model.snapshot.run?.sequences, []);
    asked[0]?.answer(page(4, 1, 2, 3));
    const argument = { uri: 'a', explanation: 4, order: 'miss', from: 0 };
    assert.deepEqual(asked[1]?.request, { name: 'sequences', argument });
    asked[1].answer(page(4, 0, 3, 3, 'miss'));
    await settled();
    assert.equal(model.snapshot.run?.sequences.length, 3);
    // What the host sends in another order than is shown is asked for again.
    model.show(show(neuron('b'), page(4, 0, 3, 3)));
    assert.deepEqual(asked[2]?.request.argument, { ...argument, uri: 'b' });
    assert.equal(saved.state.order, 'miss');
  });

  it('shows an error, and retries', async () => {
    const { model, asked } = setUp();
    model.show(show(neuron('a'), null));
    asked[0]?.fail(new Error('the file is gone'));
    await settled();
    assert.equal(model.snapshot.run?.error, 'the file is gone');
    model.loadMore();
    assert.equal(model.snapshot.run?.error, null);
    asked[1]?.answer(page(4, 0, 3, 3));
    await settled();
    assert.equal(model.snapshot.run?.sequences.length, 3);
  });

  it('treats unexpected and empty pages as errors, to avoid endless requests', async () => {
    for (const answer of [page(4, 2, 1, 3), page(2, 0, 1, 3), page(4, 0, 0, 3)]) {
      const { model, asked } = setUp();
      model.show(show(neuron('a'), null));
      asked[0]?.answer(answer);
      await settled();
      assert.match(model.snapshot.run?.error ?? '', /Unexpected answer/);
    }
  });

  it('ignores an answer that arrives after another neuron', async () => {
    const { model, asked } = setUp();
    model.show(show(neuron('a'), null));
    model.show(show(neuron('b'), page(4, 0, 1, 3)));
    asked[0]?.answer(page(4, 0, 3, 3));
    await settled();
    assert.equal(model.snapshot.run?.sequences.length, 1);
  });

  it('reports a failed command', async () => {
    const { model, asked } = setUp();
    model.show(show(neuron('a'), page(4, 0, 3, 3)));
    const done = model.command('nextNeuron');
    asked[0]?.fail(new Error('This is the last neuron.'));
    assert.equal(await done, false);
    assert.equal(model.snapshot.notice, 'This is the last neuron.');
    model.dismissNotice();
    assert.equal(model.snapshot.notice, null);
  });

  it('has nothing to select in a failure or in a file without explanations', () => {
    const { model, asked } = setUp();
    const { uri, title, path } = { uri: 'a', title: '5:9', path: '5/9.jsonl' };
    const failure = {
      kind: 'failure',
      uri,
      title,
      path,
      reason: '',
      detail: '',
      canOpenText: true,
    } as const;
    model.show(show(failure, null));
    assert.equal(model.snapshot.chosen, null);
    model.show(show(neuron('b', []), null));
    assert.deepEqual([model.snapshot.chosen, model.snapshot.run], [null, null]);
    assert.equal(asked.length, 0);
  });
});
