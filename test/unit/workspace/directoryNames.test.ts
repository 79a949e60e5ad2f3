import assert from 'node:assert/strict';
import {
  type DirectoryPlace,
  nameDirectories,
  shortestEnds,
} from '../../../src/workspace/directoryNames.ts';

const uriOf = (path: string) => `file://${path.split('/').map(encodeURIComponent).join('/')}`;
/** A directory below a workspace folder. */
const within = (folder: string, below = '', name = folder.split('/').at(-1)!): DirectoryPlace => {
  const path = below ? `${folder}/${below}` : folder;
  return { uri: uriOf(path), path, folder: { uri: uriOf(folder), name } };
};
/** A directory that was added from elsewhere. */
const outside = (path: string): DirectoryPlace => ({ uri: uriOf(path), path });

const name = (...places: DirectoryPlace[]) =>
  nameDirectories(places, new Set(places.map(({ folder }) => folder?.uri)).size > 1);
const names = (...places: DirectoryPlace[]) => name(...places).map(({ name }) => name);

describe('the names of directories', () => {
  it('are the path below the folder, where there is one directory', () => {
    assert.deepEqual(name(within('/w/run', 'data/explanations')), [
      { label: 'data/explanations', description: '', name: 'data/explanations' },
    ]);
    assert.deepEqual(name(within('/w/run')), [{ label: 'run', description: '', name: 'run' }]);
  });

  it('say the folder, where two have directories of one name', () => {
    assert.deepEqual(
      name(within('/w/gpt2-small', 'explanations'), within('/w/gpt2-xl', 'explanations')),
      [
        { label: 'explanations', description: 'gpt2-small', name: 'gpt2-small' },
        { label: 'explanations', description: 'gpt2-xl', name: 'gpt2-xl' },
      ],
    );
  });

  it('say more of the path, where the folders have one name', () => {
    const below = [within('/w/a/model', 'explanations'), within('/w/b/model', 'explanations')];
    assert.deepEqual(name(...below), [
      { label: 'explanations', description: 'a/model', name: 'a/model' },
      { label: 'explanations', description: 'b/model', name: 'b/model' },
    ]);
  });

  it('say more of the path, where the folders themselves are directories of one name', () => {
    const [a, b] = name(within('/w/a/model'), within('/w/b/model'));
    assert.deepEqual(a, { label: 'model', description: 'a', name: 'a/model' });
    assert.deepEqual(b, { label: 'model', description: 'b', name: 'b/model' });
  });

  it('say the folder as the workspace names it', () => {
    const small = within('/w/1/data', 'explanations', 'Small');
    const large = within('/w/2/data', 'explanations', 'Large');
    assert.deepEqual(names(small, large), ['Small', 'Large']);
  });

  it('tell three apart that share different parts', () => {
    assert.deepEqual(
      names(
        within('/w/a/m', 'explanations'),
        within('/w/b/m', 'explanations'),
        within('/w/b/n', 'explanations'),
      ),
      ['a/m', 'b/m', 'n'],
    );
  });

  it('tell nested ones and their parents apart', () => {
    assert.deepEqual(
      names(
        within('/w/run', 'explanations'),
        within('/w/run', 'old/explanations'),
        within('/w/run/old/again', 'explanations'),
      ),
      ['run', 'old/explanations', 'again'],
    );
  });

  it('tell an added one from those of the workspace, by the least that does', () => {
    const [own, added] = name(
      within('/w/gpt2-small', 'explanations'),
      outside('/data/gpt2-small/explanations'),
    );
    assert.deepEqual([own!.name, added!.name], ['w/gpt2-small', 'data/gpt2-small']);
    assert.equal(added!.description, 'data/gpt2-small');
  });

  it('say the full path of an added one that has a label of its own', () => {
    const sample = outside('/home/me/.vscode/extensions/x-1.0.0/samples/explanations');
    assert.deepEqual(name(within('/w/run', 'data/explanations'), sample)[1], {
      label: 'explanations',
      description: sample.path,
      name: 'explanations',
    });
    assert.deepEqual(names(within('/w/run', 'explanations'), sample), ['run', 'samples']);
  });

  it('say folder and path, where the folder has several that others have, too', () => {
    assert.deepEqual(
      names(within('/w/A', 'x'), within('/w/A', 'y'), within('/w/B', 'x'), within('/w/C', 'y')),
      ['A/x', 'A/y', 'B/x', 'C/y'],
    );
  });

  it('say a name that means something beside the folder', () => {
    assert.deepEqual(names(within('/w/a', 'model'), within('/w/b', 'model')), [
      'a/model',
      'b/model',
    ]);
  });

  it('tell file systems apart, and ends of paths from whole paths', () => {
    assert.deepEqual(
      names(
        { uri: 'file:///m/explanations', path: '/m/explanations' },
        { uri: 'file:///a/m/explanations', path: '/a/m/explanations' },
        { uri: 'vscode-vfs://github/m/explanations', path: 'vscode-vfs://github/m/explanations' },
      ),
      ['/m', 'a/m', 'vscode-vfs:github/m'],
    );
  });

  it('are unique, whatever the paths', () => {
    const parts = ['a', 'b', 'model', 'explanations'];
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const path = () => Array.from({ length: 1 + random(4) }, () => parts[random(4)]!).join('/');
      const paths = new Set(Array.from({ length: 2 + random(6) }, path));
      const places = [...paths].map((each) => {
        const depth = 1 + random(each.split('/').length);
        const split = each.split('/');
        if (random(3) === 0) return outside(`/${each}`);
        return within(`/${split.slice(0, depth).join('/')}`, split.slice(depth).join('/'));
      });
      const all = names(...places);
      assert.equal(new Set(all).size, all.length, `${[...paths].join(' ')} → ${all.join(' ')}`);
      const rows = name(...places).map((each) => `${each.label}|${each.description}`);
      assert.equal(new Set(rows).size, rows.length, rows.join(' '));
    }
  });

  it('show characters that would act', () => {
    const [only] = name(within('/w/run', 'a\u202eb'));
    assert.equal(only!.label, 'a\\u202eb');
  });
});

describe('the shortest ends of paths', () => {
  it('are none for two that are the same', () => {
    assert.deepEqual(shortestEnds([['a'], ['a'], ['b']]), [undefined, undefined, 'b']);
  });
});
