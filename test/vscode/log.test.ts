import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { neuronId } from '../../src/catalog/rows/explanationDirectory.ts';
import { commands } from '../../src/names.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  neuronUri,
  samples,
} from './support/editor.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

/** What the output channel has; it is there once it has been shown. */
const logText = () =>
  vscode.workspace.textDocuments
    .filter(({ uri }) => uri.scheme === 'output')
    .map((document) => document.getText())
    .find((content) => content.includes('Neuron Explanations 0.')) ?? '';

describe('the output channel', () => {
  const bad = neuronUri('5', '7002.jsonl');
  let parts: Parts;

  before(async () => (parts = await activated()));
  after(async () => {
    rmSync(bad.fsPath, { force: true });
    await run('workbench.action.closePanel');
    await closeEverything();
  });

  const tells = (pattern: RegExp) =>
    eventually(`the log tells ${pattern}; it has\n${logText()}`, () => pattern.test(logText()));

  it('has the start, the directories and the progress of their catalogs', async () => {
    await parts.catalogs.finished();
    await run(commands.showLog);
    await tells(/\[info\] Neuron Explanations \d+\.\d+\.\d+ in VS Code \d+\.\d+/);
    await tells(/\[info\] Explanation directories: file:.*explanations/);
    await tells(/\[info\] file:.*: the catalog is up to date after \d+ ms: \d+ neurons/);
  });

  it('has files that cannot be read, and why', async () => {
    writeFileSync(bad.fsPath, 'no neuron');
    await tells(/\[warning\] file:.*explanations: 5\/7002\.jsonl could not be read: \S/);
  });

  it('has refused links, on one line whatever they contain', async () => {
    const link = vscode.Uri.parse('vscode://a.b/neuron?file=x%0A%1b[31m[error] forged');
    await parts.links.handleUri(link);
    await tells(/\[warning\] Rejected a link that names no neuron: vscode:.*forged/);
    const address = 'https://account.blob.core.windows.net/c/x?sv=1&sig=hunter2';
    const query = `file=${encodeURIComponent(address)}`;
    await parts.links.handleUri(vscode.Uri.from({ scheme: 'vscode', path: '/neuron', query }));
    await tells(/\[warning\] Rejected a link .*account.*sig…/);
    assert.doesNotMatch(logText(), /hunter2/);
  });
});

describe('going fast', () => {
  let parts: Parts;
  const warnings = () =>
    logText()
      .split('\n')
      .filter((line) => /\[(warning|error)\]/.test(line));

  before(async () => {
    parts = await activated();
    await parts.catalogs.finished();
    await run(commands.showLog);
    await eventually('the log is there', () => logText() !== '');
  });
  after(async () => {
    await run('workbench.action.closePanel');
    await closeEverything();
  });

  it('through 50 neurons gives no warning', async () => {
    const before = warnings();
    await run(commands.openNeuron, await findNode(parts, 'explanations', 'Layer 0', '17'));
    const shown = () => parts.panels.active && neuronId(parts.panels.active.neuron);
    await eventually('a neuron is open', shown);
    // On as soon as a neuron has been read: the page asks for more of it when the next is shown.
    for (let step = 0; step < 50; step++)
      await run(step < 25 ? commands.nextNeuron : commands.previousNeuron);
    // And without waiting for that.
    for (let step = 0; step < 50; step++) {
      const from = shown();
      void run(step < 25 ? commands.nextNeuron : commands.previousNeuron);
      while (shown() === from) await new Promise((next) => setImmediate(next));
    }
    // The page answers this after all that it was told and asked for on the way.
    await vscode.env.clipboard.writeText('');
    await eventually('the page has come to rest', async () => {
      await run(commands.copySequenceText);
      return (await vscode.env.clipboard.readText()) !== '';
    });
    await parts.links.handleUri(vscode.Uri.parse('vscode://a.b/neuron?the-walk-is-over'));
    await eventually('the log is up to date', () => /the-walk-is-over/.test(logText()));
    assert.deepEqual(
      warnings().filter((line) => !line.includes('the-walk-is-over')),
      before,
    );
  });
});

describe('the report of an issue', () => {
  before(activated);
  after(async () => {
    await run('workbench.action.files.revert');
    await closeEverything();
  });

  it('has versions and counts, and neither paths nor data', async () => {
    await run(commands.reportIssue);
    const document = await eventually('it is open', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'untitled'),
    );
    const report = document.getText();
    assert.match(report, /^- Extension: \d+\.\d+\.\d+$/m);
    assert.match(report, /^- VS Code: \d+\.\d+/m);
    assert.match(report, /^- Directory 1: .*\d+ layers, \d+ neurons, \d+ indexed, \d+ unreadable/m);
    assert.ok(!report.includes(samples().fsPath));
    assert.doesNotMatch(report, /samples|explanations\/|file:\/|\/home\/|\/tmp\//);
  });
});
