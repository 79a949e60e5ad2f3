import assert from 'node:assert/strict';
import { Catalog } from '../../../src/catalog/catalog.ts';
import { catalogCsv, line } from '../../../src/catalog/csv.ts';
import { rowFailing, rowWith } from './support/madeRow.ts';

const five = { layer: 5, name: '05' };
const stamp = { size: 1, modified: 1 };

const csvOf = (catalog: Catalog) => [...catalogCsv(catalog, catalog.inOrder())].join('');

describe('a line of CSV', () => {
  it('quotes what needs it, and nothing else', () => {
    assert.equal(line(['a', 'a b', "it's", 'é😀', '']), "a,a b,it's,é😀,\r\n");
    assert.equal(line(['a,b', 'a"b', 'a\nb', 'a\rb']), '"a,b","a""b","a\nb","a\rb"\r\n');
  });

  it('has numbers as they are, null as nothing', () => {
    assert.equal(
      line([-0.25, 0, 1e-7, NaN, Infinity, -Infinity, null]),
      '-0.25,0,1e-7,NaN,Infinity,-Infinity,\r\n',
    );
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '\u00a0=1',
    ' \t-1',
    '\ufeff=1',
  ];
  for (const text of formulas) {
    it(`has text that a spreadsheet would run as text: ${JSON.stringify(text)}`, () => {
      assert.match(line([text]), /^"?'/);
      assert.ok(line([text]).includes(text));
    });
  }

  it('leaves text that none would run', () => {
    for (const text of [' a - b', 'a=b', ' (-1)', ' non-English', '5/1.jsonl'])
      assert.equal(line([text]), `${text}\r\n`);
  });
});

describe('a catalog as CSV', () => {
  it('has one line an explanation, by layer and neuron', () => {
    const catalog = new Catalog();
    catalog.set(five, '10.jsonl', stamp, rowWith(' ten'), 'exact');
    const row = {
      ...rowWith(' two, "best"', { score: null, rSquared: NaN }),
      problems: ['x'],
      problemCount: 1,
    };
    catalog.set(five, '002.jsonl', stamp, row, 'exact');
    assert.equal(
      csvOf(catalog),
      [
        'layer,neuron,explanation,ev_correlation_score,rsquared_score,absolute_dev_explained_score,sequences,tokens,problem_count,failure,path',
        '5,2," two, ""best""",0.5,0.25,,10,640,1,,05/002.jsonl',
        '5,2, a text,,NaN,,10,640,1,,05/002.jsonl',
        '5,10, ten,0.5,0.25,,10,640,0,,05/10.jsonl',
        '',
      ].join('\r\n'),
    );
  });

  it('has a line for each neuron without explanations, and says why', () => {
    const catalog = new Catalog();
    catalog.set(five, '1.jsonl', stamp, rowWith(), 'exact');
    catalog.set(five, '2.jsonl', stamp, rowFailing('it is empty'), 'exact');
    assert.deepEqual(csvOf(catalog).split('\r\n').slice(1), [
      '5,1,,,,,0,0,0,,05/1.jsonl',
      '5,2,,,,,0,0,1,it is empty,05/2.jsonl',
      '',
    ]);
  });

  it('has what has been read, as Parquet has, and no guesses', () => {
    const catalog = new Catalog();
    catalog.list(five, '1.jsonl', stamp);
    catalog.set(five, '2.jsonl', stamp, rowWith(' a guess'), 'provisional');
    assert.equal(csvOf(catalog).split('\r\n').length, 2);
  });

  it('has the neurons that are asked for, in that order', () => {
    const catalog = new Catalog();
    const ids = ['1', '2', '3'].map((name) =>
      catalog.set(five, `${name}.jsonl`, stamp, rowWith(name), 'exact'),
    );
    const lines = [...catalogCsv(catalog, [ids[2]!, ids[0]!])];
    assert.deepEqual(
      lines.slice(1).map((each) => each.split(',')[1]),
      ['3', '1'],
    );
  });
});
