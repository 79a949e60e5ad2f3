import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textPattern } from '../../../src/catalog/search/textPattern.ts';
import { regularExpression } from '../hostility/hostileQueries.ts';

const texts = [
  ...['', 'a', 'the sea', 'Sea-sick at sea', 'sea\nsea', 'x\u2028y', 'a\r\nb', 'tab\there'],
  ...['É', 'e\u0301té', '\u212a', 'ſ', 'ß', 'ΣΊΣΥΦΟΣ', 'a b\u00a0c', '\ufeff', '😀 😀', '0.5 [a]'],
  ...['\u0001', '\ud83d', '\\', '/', '-', 'ab ba aab', '\u2003x', '_x1'],
];

const matchesOf = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ 0: { length }, index }) => [index, index + length]);

/** Those of JavaScript that it does not have, and those that cost too much. */
const notSupported = /is not supported|is too large/;

function assertAsInJavaScript(source: string, ranges = true): boolean {
  let ours;
  let theirs;
  try {
    theirs = new RegExp(source, 'giu');
    theirs.test('');
  } catch {
    assert.throws(() => textPattern(source), /[Rr]egular expression/);
    return false;
  }
  try {
    ours = textPattern(source);
  } catch (error) {
    assert.match((error as Error).message, notSupported);
    return false;
  }
  for (const text of texts) {
    // For RE2 these two letters, which fold to s and k, do not belong to words where one ends.
    if (/\\b/i.test(source) && /[ſ\u212a]/.test(text)) continue;
    const wanted = matchesOf(text, theirs);
    assert.equal(ours.test(text), wanted.length > 0, `/${source}/ in ${JSON.stringify(text)}`);
    // Another engine tries long texts. With more repetitions, JavaScript could take for ever.
    if ((source.match(/[()*+?{]/g)?.length ?? 0) < 2) {
      const long = text + ' '.repeat(1000);
      assert.equal(ours.test(long), new RegExp(source, 'iu').test(long), `/${source}/, long`);
    }
    if (ranges)
      assert.deepEqual(ours.rangesIn(text), wanted, `/${source}/ in ${JSON.stringify(text)}`);
  }
  return true;
}

describe('a regular expression of a search', () => {
  const sources = [
    ...['sea', 'SEA', '^sea', 'sea$', '\\bsea\\b', '\\Bsea', 's.a', '.', '.*', '.+?', 'sea|ship'],
    ...[
      '[^a]',
      '[a-c]',
      '[\\w-]',
      '[\\s,]',
      '[^\\s]',
      '[\\S]',
      '\\s',
      '\\S+',
      '\\d',
      '\\D',
      '\\w+',
    ],
    ...['\\W', '[]', '[^]', '[\\b]', '[[]', '[\\]]', '\\/', '\\\\', '\\.', '\\t', '\\n', '\\r\\n'],
    ...[
      '\\u0061',
      '\\u{61}',
      '\\u{1f600}',
      '\\ud83d\\ude00',
      '\\x61',
      '\\cA',
      '\\0',
      '😀+',
      '[😀a]',
    ],
    ...[
      '\\p{L}',
      '\\P{L}',
      '\\p{Lu}',
      '\\p{Script=Greek}',
      '\\p{sc=Greek}',
      '\\p{gc=Nd}',
      '[\\p{L}x]',
    ],
    ...[
      '(a)(b)',
      '(?:ab)+',
      '(?<n>a)b',
      '(?<$é>a)',
      '(?i:A)',
      'a{2}',
      'a{1,}',
      'a{0,2}?',
      '(a|ab)b',
    ],
    ...[
      'é',
      'σ',
      'ς',
      'k',
      's',
      '(a*)*',
      '(x+x+)+y',
      '()',
      '(?:)',
      'a||b',
      '(?:|a)',
      '^',
      '$',
      '^$',
    ],
  ];
  for (const source of sources) {
    it(`means what JavaScript means: /${source}/iu`, () => {
      assert.ok(assertAsInJavaScript(source));
    });
  }

  it('matches where JavaScript matches, whatever it is', () => {
    // Which part of a text matches differs where something empty is repeated, such as in (^|a)*.
    const property = fc.property(
      regularExpression,
      (source) => void assertAsInJavaScript(source, false),
    );
    fc.assert(property, { numRuns: 2000 });
  });

  const refused: [source: string, why: RegExp][] = [
    ['(?=a)b', /^\(\?=…\) is not supported: .*To exclude matches, add a term such as -/],
    ['(?!a)b', /^\(\?!…\) is not supported/],
    ['(?<=a)b', /^\(\?<=…\) is not supported/],
    ['(?<!a)b', /^\(\?<!…\) is not supported/],
    ['(a)\\1', /^\\1 is not supported: .*backreferences\. Repeat the pattern instead/],
    ['(?<n>a)\\k<n>', /^\\k<n> is not supported/],
    ['(?s:.)', /^\(\?s:…\) is not supported/],
    ['\\p{Script_Extensions=Greek}', /Use a general category such as/],
    ['a{1001}', /is too large\. Use fewer repetitions, or \* or \+/],
    ['(?:a{100}){100}', /is too large/],
    ['(', /Unterminated group/],
  ];
  for (const [source, why] of refused) {
    it(`says what is unsupported, and what to do: ${source}`, () => {
      assert.throws(() => textPattern(source), { message: why });
    });
  }

  it('searches as much of a text as its size allows, and says how much', () => {
    const { test, longest } = textPattern('sea$');
    assert.ok(longest >= 10_000);
    assert.ok(test(`${' '.repeat(longest - 3)}sea`));
    assert.ok(!test(`${' '.repeat(longest)}sea`));
    assert.ok(textPattern('(?:.{0,30}){0,30}').longest < longest);
  });

  it('has a limited number of ranges', () => {
    assert.equal(textPattern('.').rangesIn('x'.repeat(100_000)).length, 100);
  });
});
