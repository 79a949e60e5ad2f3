import assert from 'node:assert/strict';
import { Catalog } from '../../../src/catalog/rows/catalog.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { type FileStamp, unreadable } from '../../../src/files/fileSource.ts';
import { exactTime } from '../../../src/text/time.ts';
import { layerOf, unitOf } from './support/keys.ts';
import { rowFailing, rowWith } from './support/madeRow.ts';

const five = layerOf('5');
const stamp = { size: 100, modified: 1_700_000_000_123_456 };
const later = { size: 100, modified: 1_700_000_000_123_457 };

const keysInOrder = (catalog: Catalog) => [...catalog.inOrder()].map((id) => catalog.key(id));

describe('a catalog', () => {
  it('has only key and stamp of a listed neuron', () => {
    const catalog = new Catalog(openai);
    const id = catalog.list(five, '5/131.jsonl', stamp);
    assert.equal(catalog.find('5/131.jsonl'), id);
    assert.deepEqual(catalog.layer(id), five);
    assert.deepEqual(catalog.unit(id), { key: '5/131.jsonl', number: 131, label: '131' });
    assert.equal(catalog.key(id), '5/131.jsonl');
    assert.equal(catalog.number(id), 131);
    assert.deepEqual(catalog.stamp(id), stamp);
    assert.equal(catalog.state(id), 'listed');
    assert.equal(catalog.row(id), undefined);
    assert.equal(catalog.best(id), undefined);
    assert.equal(catalog.find('5/132.jsonl'), undefined);
    assert.equal(catalog.find('6/131.jsonl'), undefined);
  });

  it('returns the row that was set, and its best explanation', () => {
    const catalog = new Catalog(openai);
    const row = rowWith(' best', { text: ' other', score: null, rSquared: NaN });
    const id = catalog.set(five, '5/131.jsonl', stamp, row, 'exact');
    assert.deepEqual(catalog.row(id), row);
    assert.equal(catalog.explanations.texts[catalog.best(id)!], ' best');
    assert.equal(catalog.explanations.owners[catalog.best(id)!], id);
    assert.ok(!catalog.failed(id));
    assert.ok(!catalog.faulty(id));
  });

  it('distinguishes failed files from those with problems', () => {
    const catalog = new Catalog(openai);
    const broken = catalog.set(five, '5/1.jsonl', stamp, rowFailing('it is empty'), 'exact');
    const problems = ['warning: one'];
    const odd = { ...rowWith(' odd'), problems, problemCount: 9 };
    const faulty = catalog.set(five, '5/2.jsonl', stamp, odd, 'exact');
    assert.deepEqual(
      [broken, faulty].map((id) => catalog.failed(id)),
      [true, false],
    );
    assert.deepEqual(
      [broken, faulty].map((id) => catalog.faulty(id)),
      [true, true],
    );
    assert.deepEqual(catalog.row(broken), rowFailing('it is empty'));
    assert.deepEqual(catalog.row(faulty), odd);
    assert.equal(catalog.best(broken), undefined);
    catalog.set(five, '5/2.jsonl', later, rowWith(' good'), 'exact');
    assert.ok(!catalog.faulty(faulty));
  });

  it('distinguishes files and folders with the same number', () => {
    const catalog = new Catalog(openai);
    const keys = ['7/7.jsonl', '7/007.jsonl', '007/7.jsonl', '007/007.jsonl'];
    const ids = keys.map((key) =>
      catalog.set(unitOf(key).group, key, stamp, rowWith(key), 'exact'),
    );
    assert.equal(new Set(ids).size, 4);
    for (const [i, key] of keys.entries()) {
      assert.equal(catalog.find(key), ids[i]);
      assert.deepEqual(catalog.layer(ids[i]!), unitOf(key).group);
      assert.deepEqual(catalog.unit(ids[i]!), { key, number: 7, label: '7' });
      assert.equal(catalog.row(ids[i]!)?.explanations[0]?.text, key);
    }
  });

  it('has neurons of any number', () => {
    const catalog = new Catalog(openai);
    const names = ['1073741823', '1073741824', '999999999999999', '9'.repeat(40)];
    for (const name of names) {
      const key = `5/${name}.jsonl`;
      const id = catalog.list(five, key, stamp);
      const number = Number(name);
      assert.deepEqual(catalog.unit(id), { key, number, label: String(number) });
      assert.equal(catalog.find(key), id);
    }
    assert.equal(catalog.size, 4);
  });

  it('has layers and neurons in numerical order', () => {
    const catalog = new Catalog(openai);
    for (const key of ['47', '5', '11', '005']) catalog.addLayer(layerOf(key));
    assert.deepEqual(
      catalog.layers.map(({ key }) => key),
      ['005', '5', '11', '47'],
    );
    for (const file of ['10', '9', '007', '7', '100']) catalog.list(five, `5/${file}.jsonl`, stamp);
    catalog.list(layerOf('11'), '11/2.jsonl', stamp);
    assert.deepEqual(
      keysInOrder(catalog),
      ['5/007', '5/7', '5/9', '5/10', '5/100', '11/2'].map((path) => `${path}.jsonl`),
    );
  });

  it('counts the neurons of a listed layer', () => {
    const catalog = new Catalog(openai);
    assert.equal(catalog.countOf('5'), undefined);
    catalog.addLayer(five);
    assert.equal(catalog.countOf('5'), 0);
    const id = catalog.list(five, '5/1.jsonl', stamp);
    assert.equal(catalog.countOf('5'), 1);
    assert.deepEqual([...catalog.neuronsOf('5')], [id]);
    assert.deepEqual([...catalog.neuronsOf('6')], []);
  });
});

describe('a file in a catalog', () => {
  it('is kept while unchanged, and provisional after a change', () => {
    const catalog = new Catalog(openai);
    const row = rowWith(' a');
    const id = catalog.set(five, '5/1.jsonl', stamp, row, 'exact');
    assert.equal(catalog.list(five, '5/1.jsonl', stamp), id);
    assert.equal(catalog.state(id), 'exact');
    catalog.list(five, '5/1.jsonl', later);
    assert.equal(catalog.state(id), 'provisional');
    assert.deepEqual(catalog.stamp(id), later);
    assert.deepEqual(catalog.row(id), row, 'shown until it is read again');
  });

  it('changes with the size alone', () => {
    const catalog = new Catalog(openai);
    const id = catalog.set(five, '5/1.jsonl', stamp, rowWith(' a'), 'exact');
    catalog.list(five, '5/1.jsonl', { ...stamp, size: 101 });
    assert.equal(catalog.state(id), 'provisional');
  });

  it('is unchanged if only its time was unknown, and has that time then', () => {
    const catalog = new Catalog(openai);
    const unknown = { ...stamp, modified: 0 };
    const id = catalog.set(five, '5/1.jsonl', unknown, rowWith(' a'), 'exact');
    const { version } = catalog;
    catalog.list(five, '5/1.jsonl', stamp);
    assert.equal(catalog.state(id), 'exact');
    assert.deepEqual(catalog.stamp(id), stamp);
    assert.ok(catalog.version > version, 'the time is shown');
    catalog.list(five, '5/1.jsonl', later);
    assert.equal(catalog.state(id), 'provisional');
    // A file that cannot be read has no time either. It differs from any other.
    const other = catalog.set(five, '5/2.jsonl', unknown, rowWith(' a'), 'exact');
    catalog.list(five, '5/2.jsonl', unreadable);
    assert.equal(catalog.state(other), 'provisional');
  });

  it('has a time only if it can be shown', () => {
    const catalog = new Catalog(openai);
    const latest = 8.64e18;
    const times: [stamp: FileStamp, known: number][] = [
      [stamp, stamp.modified],
      [{ size: 1, modified: -1 }, -1],
      [{ size: 1, modified: latest }, latest],
      [{ size: 1, modified: latest + 2048 }, NaN],
      [{ size: 1, modified: -latest - 2048 }, NaN],
      [{ size: 1, modified: 0 }, NaN],
      [unreadable, NaN],
    ];
    for (const [each, known] of times) {
      const id = catalog.list(five, '5/131.jsonl', each);
      assert.equal(catalog.modified(id), known);
      assert.deepEqual(catalog.stamp(id), each);
      if (!Number.isNaN(known)) exactTime(known / 1000, 'en');
    }
  });

  it('is replaced as a whole, and its old explanations have no owner', () => {
    const catalog = new Catalog(openai);
    const id = catalog.set(five, '5/1.jsonl', stamp, rowWith(' a', ' b'), 'provisional');
    const former = catalog.best(id)!;
    assert.equal(catalog.set(five, '5/1.jsonl', stamp, rowWith(' c'), 'exact'), id);
    assert.deepEqual(catalog.row(id), rowWith(' c'));
    const { owners, texts, length } = catalog.explanations;
    assert.deepEqual([...owners.subarray(0, length)], [-1, -1, id]);
    assert.deepEqual(texts, ['', '', ' c']);
    assert.notEqual(catalog.best(id), former, 'no id is given twice');
    catalog.set(five, '5/1.jsonl', stamp, rowFailing('gone bad'), 'exact');
    assert.equal(catalog.best(id), undefined);
  });

  it('is removed with the file', () => {
    const catalog = new Catalog(openai);
    const id = catalog.set(five, '5/1.jsonl', stamp, rowWith(' a'), 'exact');
    catalog.remove('5/1.jsonl');
    assert.equal(catalog.find('5/1.jsonl'), undefined);
    assert.equal(catalog.size, 0);
    assert.equal(catalog.countOf('5'), 0);
    assert.equal(catalog.row(id), undefined);
    assert.equal(catalog.best(id), undefined);
    assert.deepEqual(keysInOrder(catalog), []);
    assert.ok(catalog.explanations.owners[0]! < 0);
    const again = catalog.list(five, '5/1.jsonl', stamp);
    assert.notEqual(again, id);
    assert.equal(catalog.state(again), 'listed');
  });

  it('is removed with the layer', async () => {
    const catalog = new Catalog(openai);
    catalog.set(five, '5/1.jsonl', stamp, rowWith(' a'), 'exact');
    catalog.set(five, '5/2.jsonl', stamp, rowWith(' b'), 'provisional');
    const other = catalog.set(layerOf('6'), '6/1.jsonl', stamp, rowWith(' c'), 'exact');
    await catalog.removeLayer('5');
    assert.deepEqual(keysInOrder(catalog), ['6/1.jsonl']);
    assert.deepEqual(catalog.row(other), rowWith(' c'));
    assert.equal(catalog.countOf('5'), undefined);
    assert.deepEqual([catalog.tally('exact'), catalog.tally('provisional')], [1, 0]);
  });
});

describe('the version of a catalog', () => {
  it('changes with each change, and the one of exact rows with each of theirs', async () => {
    const catalog = new Catalog(openai);
    const changes: [change: () => unknown, any: boolean, exact: boolean][] = [
      [() => catalog.addLayer(five), true, false],
      [() => catalog.addLayer(five), false, false],
      [() => catalog.list(five, '5/1.jsonl', stamp), true, false],
      [() => catalog.list(five, '5/1.jsonl', stamp), false, false],
      [() => catalog.set(five, '5/1.jsonl', stamp, rowWith(' a'), 'provisional'), true, false],
      [() => catalog.set(five, '5/1.jsonl', stamp, rowWith(' a'), 'exact'), true, true],
      [() => catalog.set(five, '5/1.jsonl', stamp, rowWith(' b'), 'exact'), true, true],
      [() => catalog.list(five, '5/1.jsonl', later), true, true],
      [() => catalog.list(five, '5/1.jsonl', stamp), true, false],
      [() => catalog.set(five, '5/1.jsonl', stamp, rowWith(' b'), 'exact'), true, true],
      [() => catalog.remove('5/2.jsonl'), false, false],
      [() => catalog.remove('6/1.jsonl'), false, false],
      [() => catalog.remove('5/1.jsonl'), true, true],
      [() => catalog.list(five, '5/1.jsonl', stamp), true, false],
      [() => catalog.removeLayer('5'), true, false],
      [() => catalog.removeLayer('5'), false, false],
    ];
    for (const [i, [change, any, exact]] of changes.entries()) {
      const before = [catalog.version, catalog.exactVersion];
      await change();
      assert.equal(catalog.version !== before[0], any, `version at ${i}`);
      assert.equal(catalog.exactVersion !== before[1], exact, `exactVersion at ${i}`);
    }
  });
});
