import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExplanationDirectory, NeuronRef } from '../../src/catalog/explanationDirectory.ts';
import { neuronUri as uriOf } from '../../src/catalog/explanationDirectory.ts';
import type { Parts } from '../../src/extension.ts';
import { NeuronWebview } from '../../src/neuron/neuronWebview.ts';
import type { HostMessage, PageRequest } from '../../src/neuron/protocol.ts';
import { log } from '../../src/workspace/log.ts';
import { activated, eventually, samples } from './support/editor.ts';

/** A webview whose page the test plays. */
class PlayedWebview implements vscode.Webview {
  readonly #received = new vscode.EventEmitter<unknown>();
  readonly posted: HostMessage[] = [];
  readonly onDidReceiveMessage = this.#received.event;
  readonly cspSource = '';
  options = {};
  html = '';

  asWebviewUri(uri: vscode.Uri): vscode.Uri {
    return uri;
  }

  postMessage(message: HostMessage): Thenable<boolean> {
    this.posted.push(message);
    return Promise.resolve(true);
  }

  say(message: unknown): void {
    this.#received.fire(message);
  }
}

describe('a page that asks for a neuron that is no longer shown', () => {
  const warned: string[] = [];
  const { warn } = log;
  let parts: Parts;
  let directory: ExplanationDirectory;
  const neuron = (id: number): NeuronRef => ({
    directory,
    layer: { layer: 5, name: '5' },
    file: { neuron: id, name: `${id}.jsonl` },
  });

  before(async () => {
    parts = await activated();
    directory = parts.directories.at(vscode.Uri.joinPath(samples(), 'explanations'));
    Object.assign(log, { warn: (text: string) => warned.push(text) });
  });
  after(() => Object.assign(log, { warn }));

  it('is answered, and the log has no warning of it', async () => {
    const webview = new PlayedWebview();
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations')!;
    const view = new NeuronWebview(webview, extension.extensionUri, neuron(131), {
      kept: false,
      notes: parts.notes,
      lookout: parts.lookout,
      reader: parts.reader,
    });
    await view.show(neuron(742));
    const uri = uriOf(neuron(131));
    const requests: PageRequest[] = [
      { type: 'analysis', uri, explanation: 0 },
      { type: 'sequences', uri, explanation: 0, order: 'stored', from: 0 },
      { type: 'find', uri, explanation: 0, order: 'stored', text: 'sea' },
      { type: 'distribution', uri, explanation: 0, sequence: 0, token: 0 },
      { type: 'sibling', uri, kind: 'records' },
    ];
    requests.forEach((request, id) => webview.say({ type: 'request', id, request }));
    const replies = () => webview.posted.filter((message) => message.type === 'reply');
    await eventually('all are answered', () => replies().length === requests.length);
    for (const { result } of replies())
      assert.ok('error' in result && result.superseded, JSON.stringify(result));
    assert.deepEqual(warned, []);
    view.dispose();
  });
});
