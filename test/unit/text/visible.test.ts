import assert from 'node:assert/strict';
import { visible } from '../../../src/text/display.ts';

describe('a text made visible', () => {
  it('escapes characters with effects', () => {
    const hidden: Record<string, string> = {
      'red \u001b[31m': 'red \\x1b[31m',
      'a\u202ebc\u202c': 'a\\u202ebc\\u202c',
      '\u2067a\u2069\u061c\u200e': '\\u2067a\\u2069\\u061c\\u200e',
      'line\nbreak\r\ttab\u2028': 'line\\nbreak\\r\\ttab\\u2028',
      '\u0000\u0007\u009b': '\\x00\\x07\\u009b',
      'zero\u200bwidth\ufeff': 'zero\\u200bwidth\\ufeff',
      'half \ud83d': 'half \\ud83d',
      'no character \ufffe\u{1ffff}': 'no character \\ufffe\\u{1ffff}',
    };
    for (const [text, shown] of Object.entries(hidden)) assert.equal(visible(text), shown);
  });

  it('is unchanged if everything in it is visible, in any script', () => {
    const plain = [
      '',
      'ship, harbour',
      'café 漢字',
      'שלום',
      'नमस्ते क्‍ष',
      '👩‍🚀 ❤️',
      '<img> $(bug) \\n',
    ];
    for (const text of plain) assert.equal(visible(text), text);
  });
});
