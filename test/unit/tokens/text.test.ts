import assert from 'node:assert/strict';
import { escapeCharacter } from '../../../src/text/display.ts';
import { pieces } from '../../../src/tokens/text/pieces.ts';
import { longToken, remark, say, shorten, spell } from '../../../src/tokens/text/spell.ts';

const kinds = (token: string) => pieces(token).map(({ kind, raw }) => [kind, raw]);
const marks = (token: string) => pieces(token).map(({ mark, raw }) => mark || raw);
const spelled = (token: string) =>
  spell(token)
    .map(({ text }) => text)
    .join('');

describe('pieces', () => {
  it('preserve the token', () => {
    const tokens = [
      ' ship',
      'a\tb\n',
      '\r\n',
      '\u200b\u200b',
      'é ü',
      '👩‍💻!',
      '\ud83d',
      'a\u0000b',
      '',
    ];
    for (const token of tokens) {
      assert.equal(
        pieces(token)
          .map(({ raw }) => raw)
          .join(''),
        token,
      );
    }
  });

  it('keep ordinary text in one piece', () => {
    assert.deepEqual(kinds('ship'), [['text', 'ship']]);
    assert.deepEqual(kinds('naïve—日本語'), [['text', 'naïve—日本語']]);
  });

  it('separate white space: successive spaces as one, each line break alone', () => {
    assert.deepEqual(kinds('  ship '), [
      ['space', '  '],
      ['text', 'ship'],
      ['space', ' '],
    ]);
    assert.deepEqual(kinds('\t\n\n'), [
      ['tab', '\t'],
      ['newline', '\n'],
      ['newline', '\n'],
    ]);
    assert.deepEqual(marks(' '), ['·']);
  });

  it('escape invisible characters', () => {
    const escapes: Readonly<Record<string, string>> = {
      '\r': '\\r',
      '\u0000': '\\x00',
      '\u007f': '\\x7f',
      '\u00a0': '\\u00a0',
      '\u00ad': '\\u00ad',
      '\u200b': '\\u200b',
      '\u200d': '\\u200d',
      '\u202e': '\\u202e',
      '\u2028': '\\u2028',
      '\u2066': '\\u2066',
      '\u3000': '\\u3000',
      '\ufeff': '\\ufeff',
      '\ud83d': '\\ud83d',
      '\ufffe': '\\ufffe',
      '\u{e0041}': '\\u{e0041}',
    };
    for (const [raw, mark] of Object.entries(escapes)) {
      assert.deepEqual(pieces(raw), [{ kind: 'escape', raw, mark }]);
      assert.deepEqual(marks(`a${raw}b`), ['a', mark, 'b']);
    }
  });

  it('keep emoji together, with their joiners', () => {
    for (const emoji of ['👩‍💻', '👨‍👩‍👧', '❤️', '👍🏽', '🏴󠁧󠁢󠁥󠁮󠁧󠁿']) {
      assert.deepEqual(kinds(emoji), [['text', emoji]]);
    }
  });
});

describe('escapeCharacter', () => {
  it('writes a character as an escape', () => {
    assert.deepEqual(['\n', '\t', '\u001b', '\ufffd'].map(escapeCharacter), [
      '\\n',
      '\\t',
      '\\x1b',
      '\\ufffd',
    ]);
  });
});

describe('shorten', () => {
  it('keeps tokens of usual length, and truncates others', () => {
    assert.deepEqual(shorten('x'.repeat(longToken)), { shown: 'x'.repeat(longToken), hidden: 0 });
    const { shown, hidden } = shorten('x'.repeat(10_000));
    assert.ok(shown.length < longToken);
    assert.equal(shown.length + hidden, 10_000);
  });

  it('truncates between characters', () => {
    const { shown } = shorten('x' + '😀'.repeat(200));
    assert.ok(!/\p{Cs}/u.test(shown));
  });
});

describe('spell', () => {
  it('writes a token out', () => {
    assert.equal(spelled(' ship'), '·ship');
    assert.equal(spelled('a\n\tb'), 'a\\n\\tb');
    assert.equal(spelled('\ufffdx\u00a0'), '\\ufffdx\\u00a0');
    assert.deepEqual(spell('\ufffd'), [{ kind: 'escape', text: '\\ufffd' }]);
    assert.equal(spelled(''), '');
  });

  it('shortens a long token, and its remark has the full length', () => {
    assert.ok(spelled('x'.repeat(10_000)).endsWith('x…'));
    assert.equal(remark('x'.repeat(10_000)), '10,000 characters, the first 96 shown');
    assert.equal(remark(''), 'empty token');
    assert.equal(remark(' ship'), '');
  });
});

describe('say', () => {
  it('has names for silent characters', () => {
    assert.equal(say(' ship'), 'ship');
    assert.equal(say('\n'), 'line break');
    assert.equal(say('   '), '3 spaces');
    assert.equal(say(''), 'empty token');
    assert.equal(say('a\u200bb'), 'a zero-width space b');
    assert.equal(say('\u202e'), '\\u202e');
  });
});
