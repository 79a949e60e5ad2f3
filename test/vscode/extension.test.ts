import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/names.ts';
import { activated, samples } from './support/editor.ts';

/** On a desktop without a remote, VS Code calls its only host that of the user interface. */
const kindHere = vscode.env.remoteName ? vscode.ExtensionKind.Workspace : vscode.ExtensionKind.UI;

describe('the extension', () => {
  it('is installed, and has the samples', () => {
    assert.ok(vscode.extensions.getExtension('neuron-explanations.neuron-explanations'));
    assert.ok(samples());
  });

  it('activates when a command is run', async () => {
    await vscode.commands.executeCommand(commands.refresh);
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations');
    assert.ok(extension?.isActive);
  });

  it('runs in Node where the files of the workspace are, though it could in a browser', async () => {
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations')!;
    const { main, browser } = extension.packageJSON as Record<string, string>;
    assert.ok(main && browser);
    // Another process has no part of it.
    const { directories } = await activated();
    const { source } = directories.all[0]!.directory;
    assert.ok(source.onDisk);
    assert.equal(extension.extensionKind, kindHere);
  });

  it('activates, and registers all of its commands', async () => {
    await activated();
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = Object.values(commands).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('has found the directories of the workspace when it is active', async () => {
    const { directories } = await activated();
    assert.notEqual(directories.all.length, 0);
  });
});
