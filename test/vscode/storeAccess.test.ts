import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { parseAddress } from '../../src/files/stores/address.ts';
import { StoreSource } from '../../src/files/stores/storeSource.ts';
import { settings } from '../../src/names.ts';
import { StubStore } from '../unit/files/stores/support/stubStore.ts';
import { activated, eventually } from './support/editor.ts';

describe('access to stores', () => {
  const { address } = parseAddress('az://acct/c/x')!;
  const given = { root: 'az://acct/', access: { kind: 'query', query: 'sig=given' } } as const;
  let parts: Parts;
  let stub: StubStore;
  let source: StoreSource;

  const setEndpoints = (value: unknown) =>
    vscode.workspace
      .getConfiguration(settings.section)
      .update(settings.storesEndpoints, value, vscode.ConfigurationTarget.Global);
  /** Resolves when the access of the window has changed by `change`. */
  const changes = async (change: () => PromiseLike<void>) => {
    const changed = new Promise<void>((resolve) => {
      const listener = parts.storeAccess.onDidChange(() => {
        listener.dispose();
        resolve();
      });
    });
    await change();
    await changed;
  };

  before(async () => {
    parts = await activated();
    stub = new StubStore();
    await stub.start();
    stub.blobs.set('acct/c/x', 'content');
    stub.refuses = ({ url }) => (url!.includes('sig=given') ? undefined : 403);
    source = new StoreSource(parts.storeAccess.transport, parts.storeAccess.accessOf);
    await changes(() => setEndpoints({ 'az://': stub.origin }));
  });
  after(async () => {
    await parts.storeAccess.keys.remove(given.root);
    await setEndpoints(undefined);
    stub.stop();
  });

  it('is what the user gave, at the endpoint of the setting, until the user removes it', async () => {
    const { keys, accessOf } = parts.storeAccess;
    await assert.rejects(source.readFile('az://acct/c/x'), { remedy: 'access' });
    await changes(() => keys.add(given));
    assert.deepEqual((await accessOf(address))?.[0], given.access);
    assert.deepEqual(await source.readFile('az://acct/c/x'), new TextEncoder().encode('content'));
    await changes(() => keys.remove(given.root));
    await assert.rejects(source.readFile('az://acct/c/x'), { remedy: 'access' });
  });

  it('is of its account only', async () => {
    const { keys, accessOf } = parts.storeAccess;
    await changes(() => keys.add(given));
    for (const path of ['az://acct2/c/x', 's3://acct/x', 'https://acct/c/x']) {
      const accesses = (await accessOf(parseAddress(path)!.address)) ?? [];
      assert.ok(!accesses.some((each) => each.kind === 'query'), path);
    }
  });

  it('is replaced by a newer one for the same account', async () => {
    const { keys } = parts.storeAccess;
    const newer = { ...given, access: { ...given.access, query: 'sig=newer' } };
    await keys.add(given);
    await keys.add(newer);
    await eventually('there is only the newer one', async () => {
      const all = await keys.all();
      return all.length === 1 && JSON.stringify(all[0]) === JSON.stringify(newer);
    });
  });
});
