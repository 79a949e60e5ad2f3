import fc from 'fast-check';
import type { Explained } from '../catalog/support/searchCatalog.ts';
import { hostileTexts } from './breakNeuron.ts';

const words = [
  ...[
    'sea',
    'Sea',
    'seas',
    'ship',
    'the',
    'a',
    'é',
    'e\u0301',
    'É',
    'İ',
    'ß',
    'ς',
    'Σ',
    'σας',
    'ﬁ',
  ],
  ...[
    '한',
    '\u1112\u1161\u11ab',
    '😀',
    'x1',
    '0.5',
    '-',
    '--',
    '/',
    '"',
    '\\',
    ':',
    ',',
    '\u0301',
    'K',
  ],
];
const operators = [
  'layer:',
  'neuron:',
  'score:',
  'dir:',
  'is:',
  'verdict:',
  'note:',
  'modified:',
  'LAYER:',
  'x:',
];
const values = [
  ...[
    '3',
    '3-8',
    '1,5-7',
    '>0.5',
    '<=0.25',
    '=0.5',
    'none',
    '-1',
    '−0.5',
    '0',
    '1e400',
    '>',
    '3-',
    ',',
  ],
  ...[
    'starred',
    'right',
    '9'.repeat(400),
    '.5',
    '5.',
    '..',
    '1..2',
    '"',
    '"a b"',
    '/a/',
    'data',
    'nan',
  ],
];

/** Regular expressions of all that they can have, and many that are none. */
export const regularExpression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('a', 's', 'sea', '.', '\\w', '[ab]', '[^a]', '\\b', '^', '$', '\\p{L}', '\\s'),
    fc.constantFrom('\\1', '\\k<n>', '[', '(', ')', '{', '\\', 'é', '\\u{61}', '\\d', '[a-z&&b]'),
    fc
      .tuple(tie('any'), fc.constantFrom('*', '+', '?', '*?', '{2,}', '{0,30}', '{9}', '{1,9999}'))
      .map((parts) => parts.join('')),
    fc.tuple(tie('any'), tie('any')).map((parts) => parts.join('')),
    fc.tuple(tie('any'), tie('any')).map((parts) => parts.join('|')),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?<n>', '(?=', '(?!', '(?<=', '(?<!'), tie('any'))
      .map(([open, inside]) => `${open}${inside})`),
  ),
})).any;
const pattern = regularExpression.map((source) => `/${source}/`);

const term = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => `-${word}`),
  fc
    .tuple(fc.constantFrom(...operators), fc.constantFrom(...values))
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((two) => `"${two.join(' ')}"`),
  pattern,
  pattern.map((source) => `-${source}`),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** What someone may have typed, or pasted. */
export const hostileQuery: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(term, { maxLength: 4 }).map((terms) => terms.join(' ')) },
  { weight: 1, arbitrary: fc.array(term, { maxLength: 4 }).map((terms) => terms.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...words), { minLength: 30, maxLength: 60 })
      .map((all) => all.join(' ')),
  },
);

const explanation = fc.oneof(
  fc
    .array(fc.constantFrom(...words, ' ', 'seasick', ' at sea'), { maxLength: 6 })
    .map((all) => all.join(' ')),
  fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join('')),
  fc.constantFrom(...hostileTexts.map((text) => text.toWellFormed())),
  fc.constantFrom('a'.repeat(60), 'a'.repeat(9000), `${'sea '.repeat(500)}!`),
);
const score = fc.constantFrom(null, NaN, 0, 0.5, 0.25, -0.5, 1, Infinity, -Infinity, 0.504, 0.496);

/** Neurons of which each has some explanations, best first. */
export const explained: fc.Arbitrary<readonly (readonly Explained[])[]> = fc.array(
  fc.array(fc.tuple(explanation, score), { maxLength: 2 }),
  { maxLength: 4 },
);
