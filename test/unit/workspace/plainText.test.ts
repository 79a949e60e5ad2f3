import assert from 'node:assert/strict';
import { plainLabel, withoutLinks } from '../../../src/workspace/plainText.ts';

describe('untrusted text', () => {
  it('makes no icon in a label', () => {
    assert.equal(plainLabel('$(bug) $(sync~spin)'), '\\$(bug) \\$(sync~spin)');
    assert.equal(plainLabel('$5 (five)'), '$5 (five)');
  });

  it('has no control or direction characters', () => {
    for (const shown of [plainLabel, withoutLinks])
      assert.equal(shown('\u001b[2K\u202e gnp.\n'), '\\x1b[2K\\u202e gnp.\\n');
  });

  it('makes no link in a notification', () => {
    // What VS Code takes for one: words in brackets, and an address right after them.
    const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/;
    const hostile = '5/[x](command:workbench.action.quit) [y](https://example.com)';
    assert.match(hostile, link);
    assert.doesNotMatch(withoutLinks(hostile), link);
    assert.equal(withoutLinks(hostile).replaceAll('\u200b', ''), hostile);
    assert.equal(withoutLinks('explanations (2)'), 'explanations (2)');
  });
});
