import assert from 'node:assert/strict';
import { nearestWords, wordsOf } from '../../../src/catalog/nearestWords.ts';
import { catalogued } from './support/searchCatalog.ts';

const known = [
  catalogued([[[' The Canada,'], ['canals']], [['cities']]]),
  catalogued([[['references (sea) été']]]),
];
const nearest = (...texts: string[]) => {
  const found = nearestWords(texts, wordsOf(known.map(({ catalog }) => catalog)));
  return found && Object.fromEntries(found);
};

describe('the nearest words', () => {
  it('are those with one error in a short word, two in a long one', () => {
    assert.deepEqual(nearest('caanda'), { caanda: 'canada' });
    assert.deepEqual(nearest('canda'), { canda: 'canada' });
    assert.deepEqual(nearest('refrence'), { refrence: 'references' });
    assert.deepEqual(nearest('see'), { see: 'sea' });
    assert.equal(nearest('xyz'), undefined);
    assert.equal(nearest('sae'), undefined);
    assert.equal(nearest('rfrnces'), undefined);
  });

  it('are asked for words only that occur nowhere', () => {
    assert.deepEqual(nearest('citys', 'canad'), { citys: 'cities' });
    assert.equal(nearest('cities', 'ana'), undefined);
    assert.equal(nearest('the sea shore'), undefined);
  });

  it('are none where one word has none, or is too short to tell', () => {
    assert.equal(nearest('canda', 'xyzzy'), undefined);
    assert.equal(nearest('te'), undefined);
  });

  it('are of any script', () => {
    assert.deepEqual(nearest('étê'), { étê: 'été' });
  });

  it('are none that only explanations had which are gone', () => {
    const directory = catalogued([[['canada']], [['cities']]]);
    const words = () => wordsOf([directory.catalog]);
    assert.deepEqual(nearestWords(['canda'], words()), new Map([['canda', 'canada']]));
    directory.catalog.remove('0', '0.jsonl');
    assert.equal(nearestWords(['canda'], words()), undefined);
    assert.equal(nearestWords(['cities'], words()), undefined);
  });
});
