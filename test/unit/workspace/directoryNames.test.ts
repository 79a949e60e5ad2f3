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
  it('are the path below the folder if there is one directory', () => {
    assert.deepEqual(name(within('/w/run', 'data/explanations')), [
      { label: 'data/explanations', description: '', name: 'data/explanations' },
    ]);
    assert.deepEqual(name(within('/w/run')), [{ label: 'run', description: '', name: 'run' }]);
  });

  it('are a name of its own, wherever the directory is', () => {
    const sample = { ...outside('/ext/samples/explanations'), label: 'Sample' };
    const [named] = name(sample, within('/w/run', 'explanations'));
    assert.deepEqual(named, { label: 'Sample', description: '', name: 'Sample' });
    assert.deepEqual(names(sample, within('/w/Sample')), ['samples/Sample', 'w/Sample']);
  });

  it('include the folder if two have directories of the same name', () => {
    assert.deepEqual(
      name(within('/w/gpt2-small', 'explanations'), within('/w/gpt2-xl', 'explanations')),
      [
        { label: 'explanations', description: 'gpt2-small', name: 'gpt2-small' },
        { label: 'explanations', description: 'gpt2-xl', name: 'gpt2-xl' },
      ],
    );
  });

  it('include more of the path if the folders have the same name', () => {
    const below = [within('/w/a/model', 'explanations'), within('/w/b/model', 'explanations')];
    assert.deepEqual(name(...below), [
      { label: 'explanations', description: 'a/model', name: 'a/model' },
      { label: 'explanations', description: 'b/model', name: 'b/model' },
    ]);
  });

  it('include more of the path if the folders are directories of the same name', () => {
    const [a, b] = name(within('/w/a/model'), within('/w/b/model'));
    assert.deepEqual(a, { label: 'model', description: 'a', name: 'a/model' });
    assert.deepEqual(b, { label: 'model', description: 'b', name: 'b/model' });
  });

  it('use the workspace’s name of the folder', () => {
    const small = within('/w/1/data', 'explanations', 'Small');
    const large = within('/w/2/data', 'explanations', 'Large');
    assert.deepEqual(names(small, large), ['Small', 'Large']);
  });

  it('distinguish three that share different parts', () => {
    assert.deepEqual(
      names(
        within('/w/a/m', 'explanations'),
        within('/w/b/m', 'explanations'),
        within('/w/b/n', 'explanations'),
      ),
      ['a/m', 'b/m', 'n'],
    );
  });

  it('distinguish nested ones from their parents', () => {
    assert.deepEqual(
      names(
        within('/w/run', 'explanations'),
        within('/w/run', 'old/explanations'),
        within('/w/run/old/again', 'explanations'),
      ),
      ['run', 'old/explanations', 'again'],
    );
  });

  it('distinguish an added one from those of the workspace, as briefly as possible', () => {
    const [own, added] = name(
      within('/w/gpt2-small', 'explanations'),
      outside('/data/gpt2-small/explanations'),
    );
    assert.deepEqual([own!.name, added!.name], ['w/gpt2-small', 'data/gpt2-small']);
    assert.equal(added!.description, 'data/gpt2-small');
  });

  it('have the full path of an added one with its own label', () => {
    const sample = outside('/home/me/.vscode/extensions/x-1.0.0/samples/explanations');
    assert.deepEqual(name(within('/w/run', 'data/explanations'), sample)[1], {
      label: 'explanations',
      description: sample.path,
      name: 'explanations',
    });
    assert.deepEqual(names(within('/w/run', 'explanations'), sample), ['run', 'samples']);
  });

  it('include folder and path if the folder has several that others have, too', () => {
    assert.deepEqual(
      names(within('/w/A', 'x'), within('/w/A', 'y'), within('/w/B', 'x'), within('/w/C', 'y')),
      ['A/x', 'A/y', 'B/x', 'C/y'],
    );
  });

  it('include a meaningful name beside the folder', () => {
    assert.deepEqual(names(within('/w/a', 'model'), within('/w/b', 'model')), [
      'a/model',
      'b/model',
    ]);
  });

  it('distinguish file systems, and ends of paths from whole paths', () => {
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

  it('show characters with effects', () => {
    const [only] = name(within('/w/run', 'a\u202eb'));
    assert.equal(only!.label, 'a\\u202eb');
  });
});

describe('the shortest ends of paths', () => {
  it('do not exist for equal paths', () => {
    assert.deepEqual(shortestEnds([['a'], ['a'], ['b']]), [undefined, undefined, 'b']);
  });
});
