import assert from 'node:assert/strict';
import { Catalog } from '../../../src/catalog/rows/catalog.ts';
import {
  type CsvCell,
  encodeCsv,
  explanationLines,
  neuronLines,
  plainCsv,
} from '../../../src/catalog/rows/csv.ts';
import { openai } from '../../../src/dialects/openai/dialect.ts';
import { layerOf } from './support/keys.ts';
import { rowFailing, rowWith } from './support/madeRow.ts';

const five = layerOf('05');
const stamp = { size: 1, modified: 1 };

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const csvOf = async (catalog: Catalog) =>
  decoder.decode(await encodeCsv(explanationLines(catalog, catalog.inOrder())));
const line = async (cells: readonly CsvCell[], options = plainCsv) =>
  decoder.decode(await encodeCsv([cells], options));

describe('a line of CSV', () => {
  it('quotes only what needs it', async () => {
    assert.equal(await line(['a', 'a b', "it's", 'é😀', '']), "a,a b,it's,é😀,\r\n");
    assert.equal(await line(['a,b', 'a"b', 'a\nb', 'a\rb']), '"a,b","a""b","a\nb","a\rb"\r\n');
  });

  it('has numbers as they are, null as nothing', async () => {
    assert.equal(
      await line([-0.25, 0, 1e-7, NaN, Infinity, -Infinity, null, undefined]),
      '-0.25,0,1e-7,NaN,Infinity,-Infinity,,\r\n',
    );
  });

  it('has raw text, even if a spreadsheet would run it', async () => {
    for (const text of ['-ing endings of verbs', '@mentions', '=x', '+1', '\t=x', ' -1'])
      assert.equal(await line([text]), `${text}\r\n`);
  });

  const escaping = { ...plainCsv, escapeFormulas: true };
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
    it(`can keep spreadsheets from running text: ${JSON.stringify(text)}`, async () => {
      assert.match(await line([text], escaping), /^"?'/);
      assert.ok((await line([text], escaping)).includes(text));
    });
  }

  it('never changes harmless text or numbers', async () => {
    for (const text of [' a - b', 'a=b', ' (-1)', ' non-English', '5/1.jsonl'])
      assert.equal(await line([text], escaping), `${text}\r\n`);
    assert.equal(await line([-1, 'a'], escaping), '-1,a\r\n');
  });

  it('begins with a byte order mark only on request', async () => {
    assert.equal(await line(['a'], { ...plainCsv, byteOrderMark: true }), '\ufeffa\r\n');
    assert.equal(await line(['a']), 'a\r\n');
  });

  it('has any number of cells', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) => [i]);
    const text = decoder.decode(await encodeCsv(lines));
    assert.equal(text, lines.map(([i]) => `${i}\r\n`).join(''));
  });
});

describe('a catalog as CSV', () => {
  it('has one line per explanation, by layer and neuron', async () => {
    const catalog = new Catalog(openai);
    catalog.set(five, '05/10.jsonl', stamp, rowWith(' ten'), 'exact');
    const row = {
      ...rowWith(' two, "best"', { score: null, rSquared: NaN }),
      problems: ['x'],
      problemCount: 1,
    };
    catalog.set(five, '05/002.jsonl', stamp, row, 'exact');
    assert.equal(
      await csvOf(catalog),
      [
        'layer,neuron,explanation,ev_correlation_score,rsquared_score,absolute_dev_explained_score,sequences,tokens,problem_count,failure,path',
        '5,2," two, ""best""",0.5,0.25,,10,640,1,,05/002.jsonl',
        '5,2, a text,,NaN,,10,640,1,,05/002.jsonl',
        '5,10, ten,0.5,0.25,,10,640,0,,05/10.jsonl',
        '',
      ].join('\r\n'),
    );
  });

  it('has a line for each neuron without explanations, and says why', async () => {
    const catalog = new Catalog(openai);
    catalog.set(five, '05/1.jsonl', stamp, rowWith(), 'exact');
    catalog.set(five, '05/2.jsonl', stamp, rowFailing('it is empty'), 'exact');
    assert.deepEqual((await csvOf(catalog)).split('\r\n').slice(1), [
      '5,1,,,,,0,0,0,,05/1.jsonl',
      '5,2,,,,,0,0,1,it is empty,05/2.jsonl',
      '',
    ]);
  });

  it('has exact rows only, like Parquet', async () => {
    const catalog = new Catalog(openai);
    catalog.list(five, '05/1.jsonl', stamp);
    catalog.set(five, '05/2.jsonl', stamp, rowWith(' a guess'), 'provisional');
    assert.equal((await csvOf(catalog)).split('\r\n').length, 2);
  });

  it('has the requested neurons, in that order', () => {
    const catalog = new Catalog(openai);
    const ids = ['1', '2', '3'].map((name) =>
      catalog.set(five, `05/${name}.jsonl`, stamp, rowWith(name), 'exact'),
    );
    const lines = [...explanationLines(catalog, [ids[2]!, ids[0]!])];
    assert.deepEqual(
      lines.slice(1).map(([, neuron]) => neuron),
      [3, 1],
    );
  });
});

describe('neurons with their best explanations as CSV', () => {
  const textOf = async (catalog: Catalog, ids: number[]) =>
    decoder.decode(await encodeCsv(neuronLines(catalog, ids))).split('\r\n');

  it('have one line each, in the requested order, with full scores', async () => {
    const catalog = new Catalog(openai);
    const best = rowWith({ text: ' a, "b"', score: 0.123456789012345 }, ' worse');
    const ids = [
      catalog.set(five, '05/131.jsonl', stamp, best, 'exact'),
      catalog.set(five, '05/8.jsonl', stamp, rowFailing('it is empty'), 'exact'),
      catalog.set(five, '05/7.jsonl', stamp, rowWith({ score: NaN, rSquared: null }), 'exact'),
    ];
    assert.deepEqual(await textOf(catalog, ids), [
      'layer,neuron,explanation,ev_correlation_score,rsquared_score,absolute_dev_explained_score,explanations,sequences,tokens,modified,problem_count,failure,path',
      '5,131," a, ""b""",0.123456789012345,0.25,,2,10,640,1970-01-01T00:00:00.000Z,0,,05/131.jsonl',
      '5,8,,,,,0,,,1970-01-01T00:00:00.000Z,1,it is empty,05/8.jsonl',
      '5,7, a text,NaN,,,1,10,640,1970-01-01T00:00:00.000Z,0,,05/7.jsonl',
      '',
    ]);
  });

  it('have a line for a pending neuron', async () => {
    const catalog = new Catalog(openai);
    const id = catalog.list(five, '05/4.jsonl', stamp);
    assert.equal(
      (await textOf(catalog, [id]))[1],
      '5,4,,,,,,,,1970-01-01T00:00:00.000Z,,,05/4.jsonl',
    );
  });
});
