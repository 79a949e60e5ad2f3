import assert from 'node:assert/strict';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Report } from '../../src/check/report.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { root } from '../host/paths.ts';
import { activated, eventually, neuronUri, samples } from './support/editor.ts';

const wrongScores = join(root, 'test/fixtures/cases/wrong-scores/explanations/5');
const codes = (uri: vscode.Uri) =>
  vscode.languages
    .getDiagnostics(uri)
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
const hasOnly = (uri: vscode.Uri, ...wanted: string[]) =>
  eventually(
    `${uri.path} has ${wanted.join() || 'no problem'}`,
    () => codes(uri).join() === wanted.join(),
  );

describe('the problems of files', () => {
  let parts: Parts;
  const uri = neuronUri('5', '7001.jsonl');
  const good = neuronUri('5', '131.jsonl').fsPath;

  before(async () => (parts = await activated()));
  beforeEach(() => writeFileSync(uri.fsPath, '{"neuron_id": 🚢}'));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(uri.fsPath, { force: true });
  });

  const checkAll = async () => {
    const known = parts.directories.all.find(({ directory }) =>
      uri.toString().startsWith(`${directory.uri}/`),
    );
    return vscode.commands.executeCommand<Report>(commands.checkDirectory, { known });
  };

  it('are told while it is open as text, at their place, with a code that is explained', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await hasOnly(uri, 'malformed-json');
    const [diagnostic] = vscode.languages.getDiagnostics(uri);
    assert.equal(document.getText(diagnostic!.range), '🚢'.slice(0, 1));
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Error);
    const { target } = diagnostic!.code as { target: vscode.Uri };
    assert.match(target.toString(), /^https:.*#malformed-json$/);
    copyFileSync(good, uri.fsPath);
    await hasOnly(uri, 'id-differs');
    rmSync(uri.fsPath);
    await hasOnly(uri);
  });

  it('are told while it is open as a neuron, and no longer', async () => {
    await vscode.commands.executeCommand(commands.openNeuron, uri);
    await hasOnly(uri, 'malformed-json');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await hasOnly(uri);
  });

  it('are told of scores that the tokens do not give, with both numbers', async () => {
    copyFileSync(join(wrongScores, '131.jsonl'), uri.fsPath);
    await vscode.commands.executeCommand(commands.openNeuron, uri);
    await hasOnly(uri, 'id-differs', 'score-disagrees', 'score-disagrees', 'score-disagrees');
    const messages = () => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    assert.match(
      messages()[1]!,
      /^Stored 0\.63; these 640 tokens give 0\.83\. It equals the mean of the scores of the 10 sequences\./,
    );
    copyFileSync(join(wrongScores, '132.jsonl'), uri.fsPath);
    await hasOnly(uri, 'id-differs', 'score-unexplained');
    assert.match(
      messages()[1]!,
      /^Stored 0\.99; these 640 tokens give 0\.83\. The stored score may cover more sequences\./,
    );
  });

  it('are not told of files that lie in no explanation directory', async () => {
    const elsewhere = vscode.Uri.joinPath(samples(), 'elsewhere', 'x', '1.jsonl');
    await vscode.workspace.fs.writeFile(elsewhere, new TextEncoder().encode('{'));
    await vscode.window.showTextDocument(elsewhere);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    await hasOnly(uri, 'malformed-json');
    assert.deepEqual(codes(elsewhere), []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(samples(), 'elsewhere'), {
      recursive: true,
    });
  });

  it('are all found by the command, which ends in a report', async () => {
    const report = await checkAll();
    assert.equal(report.counts.error, 1);
    assert.deepEqual(report.problems.find(({ counts }) => counts.error > 0)?.path, '5/7001.jsonl');
    assert.deepEqual(codes(uri), ['malformed-json']);
    const shown = vscode.window.activeTextEditor!.document;
    assert.match(shown.getText(), /5\/7001\.jsonl:1:15: error malformed-json/);
    rmSync(uri.fsPath);
    assert.equal((await checkAll()).counts.error, 0);
    assert.deepEqual(codes(uri), []);
    const now = () => vscode.window.activeTextEditor!.document.getText();
    await eventually('the report is the new one', () => !now().includes('7001'));
  });
});
