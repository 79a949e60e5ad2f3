import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/names.ts';
import { activated, samples } from './support/editor.ts';

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
