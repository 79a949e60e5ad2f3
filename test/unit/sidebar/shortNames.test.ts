import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shortNames } from '../../../src/sidebar/shortNames.ts';

describe('long names of directories', () => {
  const cases: [what: string, names: string[], short: string[]][] = [
    ['that fit stay', ['samples', 'a/model'], ['samples', 'a/model']],
    [
      'are shortened to what differs',
      ['runs/2024-01-01/gpt2-small/explanations', 'runs/2024-01-02/gpt2-small/explanations'],
      ['2024-01-01', '2024-01-02'],
    ],
    [
      'are shortened between the parts that differ together',
      [
        'left/shared-by-all/one/explanations',
        'left/shared-by-all/two/explanations',
        'right/shared-by-all/one/explanations',
        'right/shared-by-all/two/explanations',
        'explanations',
      ],
      ['left/…/one', 'left/…/two', 'right/…/one', 'right/…/two', 'explanations'],
    ],
    [
      'keep both ends if nothing differs',
      ['data/gpt2-xl-paper/explanations'],
      ['data/…/explanations'],
    ],
    [
      'lose the middle of long parts',
      ['sweep-of-prompts-with-four-examples', 'other'],
      ['sweep-of…xamples', 'other'],
    ],
    [
      'keep what differs of long parts',
      [
        'runs/2024-01-01-gpt4-few-shot/gpt2-xl/explanations',
        'runs/2024-01-02-gpt4-few-shot/gpt2-xl/explanations',
      ],
      ['2024-01-01-gpt4…', '2024-01-02-gpt4…'],
    ],
    [
      'keep what differs far behind',
      ['sweep-of-prompts-a-with-four-examples', 'sweep-of-prompts-b-with-four-examples'],
      ['…rompts-a-with-…', '…rompts-b-with-…'],
    ],
  ];
  for (const [what, names, short] of cases)
    it(what, () => assert.deepEqual(shortNames(names), short));

  it('are unique, whatever they are', () => {
    const part = fc.stringMatching(/^[ab-]{1,20}$/);
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
        assert.equal(new Set(shortNames(names)).size, names.length);
      }),
    );
  });
});
