import assert from 'node:assert/strict';
import { type Task, WorkQueue } from '../../../src/catalog/build/workQueue.ts';

const keysUpTo = (layer: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${layer}/${i}.jsonl`);

function queueWith(files: Readonly<Record<string, number>>, type: 'provisional' | 'exact') {
  const queue = new WorkQueue();
  for (const [layer, count] of Object.entries(files))
    for (const key of keysUpTo(layer, count)) queue.addFile(type, layer, key);
  return queue;
}

function rest(queue: WorkQueue): Task[] {
  const tasks: Task[] = [];
  for (let task = queue.next(); task; task = queue.next()) tasks.push(task);
  return tasks;
}

const briefly = (tasks: readonly Task[]) => tasks.map((task) => `${task.type} ${task.layerKey}`);

/** Two layers with all there is to do for each. */
function twoLayers(): WorkQueue {
  const queue = new WorkQueue();
  for (const layer of ['5', '6']) {
    queue.addFile('exact', layer, `${layer}/1.jsonl`);
    queue.addFile('provisional', layer, `${layer}/1.jsonl`);
    queue.addList(layer);
  }
  return queue;
}

describe('a queue of work', () => {
  it('lists first, then does cheap work, then the rest', () => {
    assert.deepEqual(briefly(rest(twoLayers())), [
      'list 5',
      'list 6',
      'provisional 5',
      'provisional 6',
      'exact 5',
      'exact 6',
    ]);
  });

  it('prefers a wanted layer', () => {
    const queue = twoLayers();
    queue.want('6');
    assert.deepEqual(briefly(rest(queue)), [
      'list 6',
      'provisional 6',
      'exact 6',
      'list 5',
      'provisional 5',
      'exact 5',
    ]);
  });

  it('prefers the layer that was wanted last', () => {
    const queue = queueWith({ 4: 1, 5: 1, 6: 1 }, 'exact');
    for (const layer of ['5', '6', '5']) queue.want(layer);
    assert.deepEqual(briefly(rest(queue)), ['exact 5', 'exact 6', 'exact 4']);
  });

  it('still prefers a wanted layer when it gets more work', () => {
    const queue = new WorkQueue();
    for (const layer of ['5', '6']) queue.addList(layer);
    queue.want('6');
    assert.deepEqual(queue.next(), { type: 'list', layerKey: '6' });
    // Whoever works beside asks too, while the list of the wanted layer is being made.
    assert.deepEqual(queue.next(), { type: 'list', layerKey: '5' });
    assert.equal(queue.next(), undefined);
    queue.addFile('exact', '5', '5/1.jsonl');
    queue.addFile('provisional', '5', '5/1.jsonl');
    queue.addFile('exact', '6', '6/1.jsonl');
    assert.equal(queue.next()?.layerKey, '6');
  });

  it('returns files in batches of one layer', () => {
    for (const [type, size] of [
      ['provisional', 256],
      ['exact', 64],
    ] as const) {
      const tasks = rest(queueWith({ 5: size * 2 + 1, 6: 1 }, type));
      const files = tasks.map((task) => (task.type === 'list' ? [] : task.keys));
      assert.deepEqual(
        files.map(({ length }) => length),
        [size, size, 1, 1],
      );
      assert.deepEqual(
        files.slice(0, 3).flat(),
        keysUpTo('5', size * 2 + 1),
        'each once, in order',
      );
    }
  });

  it('has no duplicates', () => {
    const queue = twoLayers();
    queue.addList('5');
    queue.addFile('exact', '5', '5/1.jsonl');
    assert.equal(rest(queue).length, 6);
    assert.equal(queue.next(), undefined);
  });

  it('accepts an item again after it was taken', () => {
    const queue = twoLayers();
    rest(queue);
    queue.addFile('exact', '5', '5/1.jsonl');
    assert.deepEqual(rest(queue), [{ type: 'exact', layerKey: '5', keys: ['5/1.jsonl'] }]);
  });

  it('forgets a layer', () => {
    const queue = twoLayers();
    queue.want('5');
    queue.forget('5');
    assert.deepEqual(briefly(rest(queue)), ['list 6', 'provisional 6', 'exact 6']);
    queue.forget('7');
  });

  it('says whether work is left, and whether listings are', () => {
    const queue = new WorkQueue();
    assert.ok(queue.empty);
    queue.addFile('provisional', '5', '5/1.jsonl');
    assert.ok(!queue.empty && !queue.listing);
    queue.addList('5');
    assert.ok(queue.listing);
    queue.next();
    assert.ok(!queue.listing && !queue.empty);
    queue.next();
    assert.ok(queue.empty);
  });
});
