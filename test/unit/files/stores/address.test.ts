import assert from 'node:assert/strict';
import {
  type Address,
  addressText,
  joinAddress,
  parseAddress,
  prefixOf,
} from '../../../../src/files/stores/address.ts';

const address = (path: string): Address => parseAddress(path)!.address;
const join = (path: string, ...names: string[]) => addressText(joinAddress(address(path), names));
const azure = 'https://acct.blob.core.windows.net';

describe('the address of a store', () => {
  it('has one spelling', () => {
    for (const [path, text] of [
      ['az://acct/c/a/b', 'az://acct/c/a/b'],
      [`${azure}/c/a/b`, 'az://acct/c/a/b'],
      ['http://ACCT.blob.core.windows.net/c/a', 'az://acct/c/a'],
      [`${azure}:443/$web/a`, 'az://acct/$web/a'],
      ['az://acct/c', 'az://acct/c/'],
      ['HTTPS://acct.blob.core.windows.net/c/a', 'az://acct/c/a'],
      ['AZ://acct/c/a', 'az://acct/c/a'],
      ['gs://bucket', 'gs://bucket/'],
      ['gs://my_bucket.org/a/b', 'gs://my_bucket.org/a/b'],
      ['s3://bucket/a', 's3://bucket/a'],
      ['https://EXAMPLE.org:443/a b#part', 'https://example.org/a%20b'],
      ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
      [
        'https://acct.blob.core.windows.net.evil.org/c/a',
        'https://acct.blob.core.windows.net.evil.org/c/a',
      ],
    ] as const) {
      assert.equal(addressText(address(path)), text);
      assert.equal(addressText(address(text)), text);
    }
  });

  it('keeps a name as it is', () => {
    for (const rest of ['a%20b', 'a?b=c', 'a#b', 'a//b', '/a', 'a/', 'ü &', 'x?sigma=1', 'a/../b'])
      for (const root of ['az://acct/c/', 'gs://bucket/', 's3://bucket/']) {
        assert.deepEqual(parseAddress(root + rest), {
          address: { ...address(root), rest },
          query: undefined,
        });
      }
    assert.equal(address(`${azure}/c/a%20b?c#d`).rest, 'a%20b?c#d');
  });

  it('contains no signature, and no query of a web server', () => {
    for (const [path, text, query] of [
      [`${azure}/c/a?sv=2024&sig=x/y%3D`, 'az://acct/c/a', 'sv=2024&sig=x/y%3D'],
      [`${azure}/c?sig=x&se=1`, 'az://acct/c/', 'sig=x&se=1'],
      ['az://acct/c/a?b?sv=1&sig=x', 'az://acct/c/a?b', 'sv=1&sig=x'],
      ['https://example.org/a?token=x#y', 'https://example.org/a', 'token=x'],
    ] as const) {
      const parsed = parseAddress(path)!;
      assert.deepEqual([addressText(parsed.address), parsed.query], [text, query]);
    }
  });

  it('is undefined for a path of the disk and for other schemes', () => {
    for (const path of ['/a/b', 'a', '', 'C:\\a', 'file:///a', 'az:/a/b', 'ftp://a/b'])
      assert.equal(parseAddress(path), undefined);
  });

  it('is refused if it names no container, or could lead to another host', () => {
    for (const path of [
      ...['az://', 'az://acct', 'az://acct/', 'az://evil.org#/c/a', 'az://evil.org/c/a'],
      ...[
        'az://user@acct/c/a',
        'az://acct/../a',
        'az://acct/./a',
        'az://acct/c/..',
        'az://acct/C/a',
      ],
      ...['https://.blob.core.windows.net/c/a', 'https://a@b.blob.core.windows.net/c/a'],
      ...[azure, 'gs://', 'gs:///a', 'gs://../a', 's3://a@b/c', 'https://', 'gs://b/\ud800'],
    ])
      assert.throws(() => parseAddress(path), { name: 'FileError', message: /: expected / }, path);
  });

  it('shows nothing secret if it is refused', () => {
    for (const path of [
      'https://me:hunter2@example.org/a?hunter2#hunter2',
      'az://acct?sv=1&sig=hunter2',
      'https://me:hunter2@acct.blob.core.windows.net/c/a',
    ])
      assert.throws(
        () => parseAddress(path),
        ({ message }: Error) => !message.includes('hunter2'),
      );
  });
});

describe('joining names to an address', () => {
  it('is that of blobfile', () => {
    for (const [folder, name, joined] of [
      ['az://a/c', 'b', 'az://a/c/b'],
      ['az://a/c/b', 'x', 'az://a/c/b/x'],
      ['az://a/c/b/', 'x', 'az://a/c/b/x'],
      ['az://a/c/b/', 'x/', 'az://a/c/b/x/'],
      ['az://a/c/b/', '/x/', 'az://a/c/x/'],
      ['az://a/c/b/', '../x', 'az://a/c/x'],
      ['az://a/c/b/', '../../x/', 'az://a/c/x/'],
      ['az://a/c/b/d', '..', 'az://a/c/b/'],
      ['az://a/c/b', './x', 'az://a/c/b/x'],
      ['az://a/c/b', '', 'az://a/c/b/'],
      ['az://a/c/b//d', 'x//y', 'az://a/c/b/d/x/y'],
      [`${azure}/c/b`, '5', 'az://acct/c/b/5'],
      ['gs://a', 'b', 'gs://a/b'],
      ['gs://a/b', 'c%#?', 'gs://a/b/c%#?'],
      ['s3://a/b/', '/c/', 's3://a/c/'],
    ] as const)
      assert.equal(join(folder, name), joined);
  });

  it('never leaves the root', () => {
    for (const root of ['az://a/c', 'gs://b', 'https://example.org'])
      for (const names of [['..', 'x'], ['../../x'], ['/../x']])
        assert.equal(join(root, ...names), `${root}/x`);
  });

  it('encodes names for a web server', () => {
    assert.equal(
      join('https://h.org/a%20b', 'c d', '1#?%.json'),
      'https://h.org/a%20b/c%20d/1%23%3F%25.json',
    );
    assert.equal(join('https://h.org/a/b', '..', 'neurons'), 'https://h.org/a/neurons');
  });

  it('takes several names in turn', () => {
    assert.equal(
      join('az://a/c/d', '..', 'related-tokens', '5', '1.json'),
      'az://a/c/related-tokens/5/1.json',
    );
  });
});

describe('the prefix of a folder', () => {
  it('ends in one slash more than its name', () => {
    for (const [path, prefix] of [
      ['az://a/c', ''],
      ['az://a/c/', ''],
      ['az://a/c/b', 'b/'],
      ['az://a/c/b/', 'b/'],
      ['az://a/c/b//', 'b//'],
    ] as const)
      assert.equal(prefixOf(address(path)), prefix);
  });
});
