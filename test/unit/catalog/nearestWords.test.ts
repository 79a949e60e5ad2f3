import assert from 'node:assert/strict';
import { nearestWords, suggestedWords, wordsOf } from '../../../src/catalog/search/nearestWords.ts';
import { catalogued } from './support/searchCatalog.ts';

const known = [
  catalogued([[[' The Canada,'], ['canals']], [['cities']]]),
  catalogued([[['references (sea) été']]]),
];
const nearest = async (...texts: string[]) => {
  const found = nearestWords(texts, await wordsOf(known.map(({ catalog }) => catalog)));
  return found && Object.fromEntries(found);
};

describe('the nearest words', () => {
  it('are those with one error in a short word, two in a long one', async () => {
    assert.deepEqual(await nearest('caanda'), { caanda: 'canada' });
    assert.deepEqual(await nearest('canda'), { canda: 'canada' });
    assert.deepEqual(await nearest('refrence'), { refrence: 'references' });
    assert.deepEqual(await nearest('see'), { see: 'sea' });
    assert.equal(await nearest('xyz'), undefined);
    assert.equal(await nearest('sae'), undefined);
    assert.equal(await nearest('rfrnces'), undefined);
  });

  it('are only for words that do not occur', async () => {
    assert.deepEqual(await nearest('citys', 'canad'), { citys: 'cities' });
    assert.equal(await nearest('cities', 'ana'), undefined);
    assert.equal(await nearest('the sea shore'), undefined);
  });

  it('are none if one word has none or is too short', async () => {
    assert.equal(await nearest('canda', 'xyzzy'), undefined);
    assert.equal(await nearest('te'), undefined);
  });

  it('work in any script', async () => {
    assert.deepEqual(await nearest('étê'), { étê: 'été' });
  });

  it('are not from removed explanations', async () => {
    const directory = catalogued([[['canada']], [['cities']]]);
    const words = () => wordsOf([directory.catalog]);
    assert.deepEqual(nearestWords(['canda'], await words()), new Map([['canda', 'canada']]));
    directory.catalog.remove('0/0.jsonl');
    assert.equal(nearestWords(['canda'], await words()), undefined);
    assert.equal(nearestWords(['cities'], await words()), undefined);
  });
});

describe('suggested words', () => {
  const suggested = async (...texts: string[]) =>
    Object.fromEntries(suggestedWords(texts, await wordsOf(known.map(({ catalog }) => catalog))));

  it('are less near than those that are used at once, nearest first', async () => {
    assert.deepEqual(await suggested('cnad'), { cnad: ['canada'] });
    assert.deepEqual(await suggested('canadals'), { canadals: ['canada', 'canals'] });
    assert.deepEqual(await suggested('rfrnces'), { rfrnces: ['references'] });
  });

  it('are none for words that occur, are too short or are like no other', async () => {
    // Half of the letters are right, and yet it is another word.
    assert.deepEqual(await suggested('soexya'), {});
    assert.deepEqual(await suggested('canad', 'xy', 'zzzzzz', 'the seas'), {});
  });
});
