import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Report } from '../../src/check/report.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { activated, eventually, neuronUri, samples } from './support/editor.ts';

/** What the tests change in a neuron's file. */
interface Stored {
  readonly scored_explanations: readonly {
    readonly scored_simulation: {
      ev_correlation_score: number;
      readonly scored_sequence_simulations: readonly { readonly ev_correlation_score: number }[];
    };
  }[];
}

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

  it('are shown while a file is open as text, at their position, with a documented code', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await hasOnly(uri, 'malformed-json');
    const [diagnostic] = vscode.languages.getDiagnostics(uri);
    assert.equal(document.getText(diagnostic!.range), '🚢'.slice(0, 1));
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Error);
    const { target } = diagnostic!.code as { target: vscode.Uri };
    assert.match(target.toString(), /^https:.*\/docs\/problems\.md#malformed-json$/);
    copyFileSync(good, uri.fsPath);
    await hasOnly(uri, 'id-differs');
    rmSync(uri.fsPath);
    await hasOnly(uri);
  });

  it('are shown while a file is open as a neuron, and no longer', async () => {
    await vscode.commands.executeCommand(commands.openNeuron, uri);
    await hasOnly(uri, 'malformed-json');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await hasOnly(uri);
  });

  it('are where Open JSON goes from a page without a neuron', async () => {
    await vscode.commands.executeCommand(commands.openNeuron, uri);
    await eventually('the page has it', () => parts.panels.active?.content?.kind === 'failure');
    await vscode.commands.executeCommand(commands.openJson);
    const editor = await eventually('the text is open', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), uri.toString());
    const { line, character } = editor.selection.start;
    assert.deepEqual([line, character], [0, 14]);
  });

  it('are shown for scores that differ from the tokens, with both numbers', async () => {
    const { scored_explanations: all } = JSON.parse(readFileSync(good, 'utf8')) as Stored;
    const whole = all[0]!.scored_simulation;
    const own = whole.scored_sequence_simulations.map((each) => each.ev_correlation_score);
    const put = (score: number) => {
      whole.ev_correlation_score = score;
      const id = { layer_index: 5, neuron_index: 7001 };
      writeFileSync(uri.fsPath, JSON.stringify({ neuron_id: id, scored_explanations: all }));
    };
    put(own.reduce((sum, score) => sum + score, 0) / own.length);
    await vscode.commands.executeCommand(commands.openNeuron, uri);
    await hasOnly(uri, 'score-disagrees');
    const message = () => vscode.languages.getDiagnostics(uri)[0]!.message;
    assert.match(
      message(),
      /^EV correlation: stored 0\.\d+\. These \d+ tokens give 0\.\d+\. The stored value equals the mean of the sequence scores\./,
    );
    put(0.99);
    await hasOnly(uri, 'score-unexplained');
    const [{ severity }] = vscode.languages.getDiagnostics(uri) as [vscode.Diagnostic];
    assert.equal(severity, vscode.DiagnosticSeverity.Information);
    assert.match(
      message(),
      /^EV correlation: stored 0\.99\. These \d+ tokens give 0\.\d+\. The stored score may cover more sequences\./,
    );
  });

  it('are not shown for files outside explanation directories', async () => {
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

  it('are all found by the command, which shows a report', async () => {
    const report = await checkAll();
    assert.equal(report.counts.error, 1);
    assert.deepEqual(report.problems.find(({ counts }) => counts.error > 0)?.path, '5/7001.jsonl');
    assert.deepEqual(codes(uri), ['malformed-json']);
    const shown = vscode.window.activeTextEditor!.document;
    assert.match(shown.getText(), /5\/7001\.jsonl:1:15: error malformed-json/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      shown.uri,
    );
    const link = links.find(({ range }) => shown.getText(range) === '5/7001.jsonl:1:15');
    // Its place is that of the problem: line and column count from 1 in links.
    assert.equal(link?.target?.toString(true), `${uri.toString(true)}#L1,15`);
    rmSync(uri.fsPath);
    assert.equal((await checkAll()).counts.error, 0);
    assert.deepEqual(codes(uri), []);
    const now = () => vscode.window.activeTextEditor!.document.getText();
    await eventually('the report is the new one', () => !now().includes('7001'));
  });
});
