import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { MemoryFileSystem } from './support/memoryFileSystem.ts';
import { activated, eventually, neuronUri, samples } from './support/editor.ts';

describe('a file system that does not answer', () => {
  const files = new MemoryFileSystem('silent');
  const run = vscode.Uri.parse('silent:/run');
  const extra = vscode.Uri.joinPath(samples(), 'extra');
  let parts: Parts;

  const knows = (uri: string) =>
    parts.directories.all.find(({ directory }) => directory.uri === uri);

  before(async () => {
    parts = await activated();
    files.register();
    const content = readFileSync(neuronUri('5', '131.jsonl').fsPath);
    files.write('/run/explanations/7/5.jsonl', content);
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: run, name: 'silent' });
    await eventually('its directory is there', () => knows('silent:/run/explanations'));
    await parts.catalogs.finished();
    files.isSilent = true;
  });
  after(async () => {
    const at = vscode.workspace.workspaceFolders?.findIndex(({ name }) => name === 'silent');
    vscode.workspace.updateWorkspaceFolders(at!, 1);
    await eventually('it is gone', () => !knows('silent:/run/explanations'));
    files.dispose();
    rmSync(extra.fsPath, { recursive: true, force: true });
    await vscode.commands.executeCommand(commands.refresh);
    await eventually('the other one is gone', () => !knows(extra.toString()));
  });

  it('is named by Refresh, which updates others and keeps its data', async () => {
    mkdirSync(extra.fsPath);
    cpSync(neuronUri('5').fsPath, vscode.Uri.joinPath(extra, '5').fsPath, { recursive: true });
    await vscode.commands.executeCommand(commands.refresh);
    assert.ok(knows(extra.toString()));
    assert.ok(knows('silent:/run/explanations'));
    assert.deepEqual(parts.directories.silent, ['silent:/run']);
  });

  it('does not stop the comparison of others with the disk', async () => {
    for (let i = 0; i < 3; i++)
      await new Promise((resolve) => parts.catalogs.onDidCompare(resolve));
  });
});
