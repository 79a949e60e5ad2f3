import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import {
  type ExplanationDirectory,
  neuronUri as uriOf,
} from '../../src/catalog/rows/explanationDirectory.ts';
import { isNoted } from '../../src/catalog/rows/neuronNotes.ts';
import type { Parts } from '../../src/extension.ts';
import type { NeuronReader } from '../../src/neuron/host/neuronReader.ts';
import { NeuronWebview } from '../../src/neuron/host/neuronWebview.ts';
import type { Requests } from '../../src/neuron/contract/contract.ts';
import type { HostMessage } from '../../src/neuron/contract/protocol.ts';
import type { Asked } from '../../src/panels/contract.ts';
import { log } from '../../src/workspace/tell.ts';
import { activated, eventually, samples } from './support/editor.ts';
import { PlayedWebview } from './support/playedWebview.ts';

describe('a page that is about to show another neuron', () => {
  const warned: string[] = [];
  const { warn } = log;
  let parts: Parts;
  let directory: ExplanationDirectory;
  let held: Promise<void> | undefined;
  const neuron = (number: number) => directory.refTo(`5/${number}.jsonl`)!;

  before(async () => {
    parts = await activated();
    directory = parts.directories.at(vscode.Uri.joinPath(samples(), 'explanations'));
    Object.assign(log, { warn: (text: string) => warned.push(text) });
  });
  after(() => Object.assign(log, { warn }));

  const opened = () => {
    const webview = new PlayedWebview<HostMessage>();
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations')!;
    const { notes, lookout, reader } = parts;
    const open: NeuronReader['open'] = async (...args) => {
      await held;
      return reader.open(...args);
    };
    const view = new NeuronWebview(webview, extension.extensionUri, neuron(131), {
      pinned: false,
      notes,
      lookout,
      reader: { open, relatedData: reader.relatedData.bind(reader) } as NeuronReader,
    });
    const repliesOf = async (requests: readonly Asked<Requests>[]) => {
      requests.forEach((request, id) => webview.say({ type: 'request', id, request }));
      const replies = () => webview.posted.filter((message) => message.type === 'reply');
      await eventually('all are answered', () => replies().length === requests.length);
      return replies()
        .toSorted((a, b) => a.id - b.id)
        .map(({ result }) => result);
    };
    return { view, webview, repliesOf };
  };

  it('sets verdicts, stars and notes of the visible neuron', async () => {
    const { view, webview, repliesOf } = opened();
    await eventually('it is read', () => view.content);
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    const showing = view.show(neuron(742));
    assert.equal(view.shown.unit.number, 131);
    const uri = uriOf(neuron(131));
    const results = await repliesOf([
      { name: 'setVerdict', argument: { uri, verdict: 'wrong' } },
      { name: 'command', argument: { uri, command: 'star' } },
      { name: 'setVerdict', argument: { uri: uriOf(neuron(17)), verdict: 'right' } },
    ]);
    assert.deepEqual(
      results.map((result) => 'error' in result),
      [false, false, true],
    );
    const { verdict, starred } = parts.notes.of(neuron(131));
    assert.deepEqual({ verdict, starred }, { verdict: 'wrong', starred: true });
    for (const other of [742, 17]) assert.ok(!isNoted(parts.notes.of(neuron(other))));
    const told = webview.posted.filter((message) => message.type === 'note').at(-1);
    assert.equal(told?.uri, uri);
    release();
    held = undefined;
    await showing;
    assert.equal(view.shown.unit.number, 742);
    view.dispose();
    await parts.notes.change(neuron(131), { verdict: null, starred: false });
  });

  it('gets answers about the previous one, without a warning in the log', async () => {
    const { view, repliesOf } = opened();
    await view.show(neuron(742));
    const uri = uriOf(neuron(131));
    const results = await repliesOf([
      { name: 'analysis', argument: { uri, explanation: 0 } },
      { name: 'sequences', argument: { uri, explanation: 0, order: 'stored', from: 0 } },
      {
        name: 'find',
        argument: {
          uri,
          explanation: 0,
          order: 'stored',
          text: 'sea',
          matchCase: false,
          regex: false,
        },
      },
      { name: 'distribution', argument: { uri, explanation: 0, sequence: 0, token: 0 } },
      { name: 'relatedData', argument: { uri, kind: 'records' } },
    ]);
    for (const result of results)
      assert.ok('error' in result && result.superseded, JSON.stringify(result));
    assert.deepEqual(warned, []);
    view.dispose();
  });
});
