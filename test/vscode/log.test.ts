import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { activated, closeEverything, eventually, neuronUri, samples } from './support/editor.ts';

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(command, ...args);

describe('what is told in the output channel', () => {
  const bad = neuronUri('5', '7002.jsonl');
  let parts: Parts;

  before(async () => (parts = await activated()));
  after(async () => {
    rmSync(bad.fsPath, { force: true });
    await run('workbench.action.closePanel');
    await closeEverything();
  });

  const text = () =>
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === 'output')
      .map((document) => document.getText())
      .find((content) => content.includes('Neuron Explanations 0.')) ?? '';
  const tells = (pattern: RegExp) =>
    eventually(`the log tells ${pattern}; it has\n${text()}`, () => pattern.test(text()));

  it('is when it began, which directories there are, and how far their catalogs are', async () => {
    await parts.catalogs.finished();
    await run(commands.showLog);
    await tells(/\[info\] Neuron Explanations \d+\.\d+\.\d+ in VS Code \d+\.\d+/);
    await tells(/\[info\] Explanation directories: file:.*explanations/);
    await tells(/\[info\] file:.*: the catalog is up to date after \d+ ms: \d+ neurons/);
  });

  it('is which file cannot be read, and why', async () => {
    writeFileSync(bad.fsPath, 'no neuron');
    await tells(/\[warning\] file:.*explanations: 5\/7002\.jsonl cannot be read: \S/);
  });

  it('is a link that is refused, on one line whatever it holds', async () => {
    const link = vscode.Uri.parse('vscode://a.b/neuron?file=x%0A%1b[31m[error] forged');
    await parts.links.handleUri(link);
    await tells(/\[warning\] Refused a link that names no neuron: vscode:.*forged/);
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
    assert.match(report, /^- Directory 1: .*\d+ layers, \d+ neurons, \d+ read, \d+ unreadable/m);
    assert.ok(!report.includes(samples().fsPath));
    assert.doesNotMatch(report, /samples|explanations\/|file:\/|\/home\/|\/tmp\//);
  });
});
