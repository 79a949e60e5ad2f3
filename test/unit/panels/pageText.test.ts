import assert from 'node:assert/strict';
import { embed, pageText, parseEmbedded } from '../../../src/panels/pageText.ts';

describe('a message in the page’s HTML', () => {
  const message = {
    text: '</script><!-- \u2028 & "quoted"',
    actual: Float64Array.of(0.1, NaN, Infinity, -Infinity, 1e300),
    predicted: Uint8Array.of(0, 1),
    nothing: null,
    lists: [[1], []],
  };

  it('is read as it was written, with typed arrays and NaN', () => {
    assert.deepEqual(parseEmbedded(embed(message)), message);
  });

  it('cannot end its element', () => {
    assert.doesNotMatch(embed(message), /</);
  });
});

describe('a page’s text', () => {
  const page = {
    title: 'Neuron',
    language: 'en',
    script: 'run()',
    style: 'a{color:red}',
    files: 'https://files.example/view',
    nonce: 'abc',
    ownImages: false,
  };

  it('has script and style, with the nonce of its policy', () => {
    const text = pageText(page);
    assert.match(text, /<script nonce="abc">run\(\)<\/script>/);
    assert.match(text, /<style nonce="abc">/);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1];
    assert.equal(
      policy,
      "default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
  });

  it('refuses a script or style that would end its own element', () => {
    for (const part of [
      { script: '"</SCRIPT>"' },
      { script: '"<!--"' },
      { style: 'a::after{content:"</style>"}' },
    ])
      assert.throws(() => pageText({ ...page, ...part }), /hold the end of an element/);
  });
});
