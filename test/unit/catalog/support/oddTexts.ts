/** Spellings that a file may have, and some that it must not. */

export const legalNumbers = [
  ...['0', '1', '0.5', '-0.25', '10', '3.1416', '-0.0001', '0.12345678901234567', '2.5e-05'],
  ...[
    '-1.25e-07',
    '1e5',
    '1E5',
    '1E+05',
    '12e-1',
    '-0',
    '-0.0',
    '0e0',
    '0.0e-00',
    '1e-5',
    '1e-005',
  ],
  ...['123456789012345678901234567890', '1e999', '-1e999', '5e-324', '0.1e-10'],
];

export const noNumbers = ['null', 'NaN', 'Infinity', '-Infinity'];

export const illegalNumbers = [
  ...[
    '01',
    '-01',
    '00',
    '-00',
    '1.',
    '-1.',
    '.5',
    '-.5',
    '-',
    '--1',
    '+1',
    '1e',
    '1e+',
    '1e-',
    '1E',
  ],
  ...['1e5e5', '1e-05e-05', '1.2.3', '1..2', '1e5.5', '1e-05.5', '1.5e-05.2', '1-1', '1-', '1e--5'],
  ...['0x1', '1_0', '1 2', '5%', '5n', '5/2', '2;', '2:1', "2'", '#', '1e-0a', '1e-050', '1.e-05'],
  ...['10e-0501', '0e-01.5', '-e-05', 'e-05', 'nan', 'inf', 'nul', 'nulll', '-NaN', '+Infinity'],
  ...[
    '-null',
    'infinity',
    'Infinity1',
    'NaN1',
    '"nan"',
    'true',
    'false',
    '{}',
    '"1"',
    '',
    '1\u00a0',
    '\u0661',
  ],
];

/** What may come out of place in a list of rows. */
export const outOfPlace = [
  ...[
    '[]',
    '[',
    ']',
    '][',
    '],[',
    '], [',
    '],  [',
    '],,[',
    '],',
    ',[',
    ',',
    ',,',
    '],2',
    '], 2',
    '2,[',
    '2, [',
  ],
  ...[
    ']2,[',
    ']2, [',
    ']2',
    ']2,',
    '],2,[',
    ']]',
    '[[',
    '],[[',
    ']],[',
    ']] ,[',
    ']\t,[',
    '[ 1',
    '1 ,2',
    '1,\t2',
  ],
  ...[
    '1,\n2',
    ' ',
    '  ',
    '] ,[',
    '[],[],[]',
    '[], [], []',
    '[[]]',
    '[,',
    '[-',
    '-]',
    '.]',
    ']-',
    ']0',
    ']00',
    ']e',
  ],
];

export const pieces = [
  ...[
    '',
    ' ships',
    'a',
    '"',
    '\\',
    '/',
    ',',
    '{',
    '}',
    '[',
    ']',
    ':',
    'é',
    '—',
    '😀',
    '한',
    '\ufeff',
    '\u2028',
  ],
  ...[
    '\ue000',
    '\uffff',
    '\u{10ffff}',
    '\u0080',
    '\u07ff',
    '\u0800',
    '\ud7ff',
    '\u{10000}',
    '\u007f',
  ],
  ...[
    '"explanation":" x"',
    '","scored_simulation":',
    'sixteen bytes ...',
    'x'.repeat(15),
    'y'.repeat(33),
  ],
];

/** As they stand in the file. */
export const escapes = [
  ...['\\n', '\\"', '\\\\', '\\/', '\\b', '\\f', '\\r', '\\t', '\\u0000', '\\u00e9', '\\u00E9'],
  ...['\\ud83d\\ude00', '\\ud800', '\\udfff', '\\uD800x', '\\\\u'],
];

export const illegalEscapes = [
  ...[
    '\\',
    '\\x',
    '\\u12',
    '\\u12g4',
    '\\U00e9',
    '\\u 123',
    '\\u@@@@',
    '\\uGGGG',
    '\\u00`0',
    '\\1',
    "\\'",
  ],
  ...['\t', '\n', '\r', '\u0000', '\u001f', '"', '\\u00:0', '\\u/000'],
];

/** Bytes that are no UTF-8: cut, overlong, surrogates, beyond the last character, no first byte. */
export const illegalBytes = [
  ...[[0x80], [0xbf], [0xc3], [0xc0, 0xaf], [0xc1, 0xbf], [0xe9], [0xe0, 0x9f, 0xbf], [0xe2, 0x82]],
  ...[
    [0xed, 0xa0, 0x80],
    [0xed, 0xbf, 0xbf],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xf0, 0x9f, 0x98],
  ],
  ...[
    [0xf4, 0x90, 0x80, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0xff],
    [0xfe],
    [0xc3, 0x41],
    [0xc3, 0xc0],
  ],
  ...[
    [0xe2, 0x28, 0xa1],
    [0xe2, 0x82, 0x28],
    [0xf0, 0x9f, 0x98, 0x28],
    [0xf0, 0x9f, 0xc8, 0x80],
  ],
  ...[
    [0xf0, 0x28, 0x98, 0x80],
    [0xe1, 0x7f, 0x80],
    [0xe1, 0xc0, 0x80],
    [0xc2, 0x7f],
  ],
];

/** Bytes that change what a file says, wherever they come. */
export const structural = [...'{}[]",:\\ \n\t\r-+.eE019nN\u0000é'];
