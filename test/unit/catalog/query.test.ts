import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/catalog/search/query.ts';
import { searchExplanations } from '../../../src/catalog/search/search.ts';
import { catalogued, setNeuron } from './support/searchCatalog.ts';

interface Candidate {
  readonly text?: string;
  readonly score?: number | null;
  readonly layer?: number;
  readonly neuron?: number;
  readonly path?: string;
}

/** Whether an explanation is what the query asks for. */
async function finds(query: string, candidate: Candidate): Promise<boolean> {
  const {
    text = '',
    score = 0.5,
    layer = 5,
    neuron = 131,
    path = '/data/explanations',
  } = candidate;
  const directory = catalogued([], path);
  setNeuron(directory.catalog, `${layer}:${neuron}`, [[text, score]]);
  const options = { limit: 1, sort: 'relevance' } as const;
  return (await searchExplanations([directory], parseQuery(query), options)).total === 1;
}

const texts = (query: string) => parseQuery(query).texts;

describe('a query', () => {
  it('has words, quoted phrases, or nothing', () => {
    assert.deepEqual(texts('  The SEA\tand '), ['the', 'sea', 'and']);
    assert.deepEqual(texts('"The sea" and'), ['the sea', 'and']);
    assert.deepEqual(texts('and "the sea'), ['and', 'the sea']);
    assert.deepEqual(texts('"a"b'), ['a', 'b']);
    for (const empty of ['', '  ', '"', '""', '" "']) assert.deepEqual(texts(empty), []);
  });

  it('reads what only looks like syntax as words', () => {
    for (const word of ['-', '/and', 'and/or', 're:', 'foo:3', 'http://a', 'a"b', '/a/b', 'c++'])
      assert.deepEqual(texts(word), [word]);
  });

  it('excludes words, phrases and patterns after a minus', async () => {
    assert.ok(await finds('sea -ship', { text: ' the sea' }));
    assert.ok(!(await finds('sea -ship', { text: ' the sea, Ships' })));
    assert.ok(!(await finds('-"the sea"', { text: ' The Sea' })));
    assert.ok(await finds('-"the sea"', { text: ' sea, the' }));
    assert.ok(!(await finds('-/s.a/', { text: ' the sea' })));
    assert.deepEqual(texts('well-known'), ['well-known']);
  });

  it('takes regular expressions between slashes', async () => {
    assert.ok(await finds('/^ the \\w+$/', { text: ' The sea' }));
    assert.ok(!(await finds('/^the/', { text: ' The sea' })));
    assert.ok(await finds('/a\\/b c/ x', { text: 'x a/b c' }));
    assert.ok(await finds('/\\p{Lu}/', { text: 'a' }), 'upper and lower case do not matter');
  });

  const numbers: [query: string, holds: number[], fails: number[]][] = [
    ['3', [3], [2, 4, 30]],
    ['3-8', [3, 5, 8], [2, 9]],
    ['8-3', [3, 5, 8], [2, 9]],
    ['3..8', [3, 5, 8], [2, 9]],
    ['1,5-7', [1, 5, 7], [2, 4, 8]],
    ['>3', [4], [3, 2]],
    ['>=3', [3, 4], [2]],
    ['<3', [2], [3]],
    ['<=3', [3], [4]],
    ['=3', [3], [4]],
  ];
  for (const [range, holds, fails] of numbers) {
    it(`compares layers and neurons: ${range}`, async () => {
      for (const value of [...holds, ...fails]) {
        assert.equal(await finds(`layer:${range}`, { layer: value }), holds.includes(value));
        assert.equal(await finds(`-NEURON:${range}`, { neuron: value }), fails.includes(value));
      }
    });
  }

  const scores: [query: string, holds: (number | null)[], fails: (number | null)[]][] = [
    ['>0.5', [0.51, 1], [0.5, -1, null, NaN]],
    ['<=0', [0, -0.2], [0.01, null, NaN]],
    ['<-.1', [-0.2], [-0.1, 0.2, null, NaN]],
    ['-0.2-0.3', [-0.2, 0, 0.3], [-0.3, 0.4, null, NaN]],
    ['0.89', [0.89, 0.8901, 0.885], [0.8949999 + 0.001, 0.88, null, NaN]],
    ['\u22120.13', [-0.131], [0.131]],
    ['none', [null, NaN], [0, 0.5]],
  ];
  for (const [range, holds, fails] of scores) {
    it(`compares scores: ${range}`, async () => {
      for (const score of [...holds, ...fails]) {
        assert.equal(
          await finds(`score:${range}`, { score }),
          holds.includes(score),
          String(score),
        );
        assert.equal(
          await finds(`-score:${range}`, { score }),
          fails.includes(score),
          `not ${score}`,
        );
      }
    });
  }

  it('matches a directory by a part of its path', async () => {
    assert.ok(await finds('dir:XL', { path: '/data/gpt2-xl' }));
    assert.ok(!(await finds('dir:xl', { path: '/data/small' })));
    assert.ok(!(await finds('-dir:xl', { path: '/data/gpt2-xl' })));
    assert.ok(await finds('dir:/gpt2/', { path: '/data/gpt2/x' }));
    assert.ok(!(await finds('dir:/gpt2/', { path: '/data/gpt2-xl/x' })));
    assert.ok(await finds('dir:"my run" sea', { path: '/my run/x', text: 'sea' }));
  });

  it('reports what is invalid, and ignores it', async () => {
    const problems: [query: string, problem: RegExp][] = [
      ['sea layer:', /number or a range, as in layer:3 .*Found nothing/],
      ['sea layer:a', /layer:3-8\. Found “a”/],
      ['sea neuron:3-', /as in neuron:3 .*Found “3-”/],
      ['sea score:>', /score:>0\.5.*Found “>”/],
      ['sea score:high', /Found “high”/],
      ['sea dir:', /as in dir:name/],
      ['sea /(/', /[Rr]egular expression/],
      ['sea /(?=a)b/', /\(\?=…\) is not supported: .*lookahead/],
      ['sea /(a)\\1/', /\\1 is not supported: .*backreferences/],
      ['sea /a{1001}/', /too large/],
      ['sea layer:1,', /Found “1,”/],
    ];
    for (const [query, problem] of problems) {
      assert.match(parseQuery(query).problems.join('\n'), problem, query);
      assert.ok(await finds(query, { text: ' the sea' }), query);
    }
    assert.deepEqual(parseQuery('sea layer:3 score:none -/a/').problems, []);
  });
});
