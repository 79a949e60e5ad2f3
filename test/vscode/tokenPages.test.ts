import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import {
  type ExplanationDirectory,
  neuronUri as uriOf,
} from '../../src/catalog/rows/explanationDirectory.ts';
import type { Parts } from '../../src/extension.ts';
import { settings } from '../../src/names.ts';
import type { Requests } from '../../src/neuron/contract/contract.ts';
import type { ActivationsMessage, HostMessage } from '../../src/neuron/contract/protocol.ts';
import { NeuronWebview } from '../../src/neuron/host/neuronWebview.ts';
import type { Asked } from '../../src/panels/contract.ts';
import { activated, eventually, samples } from './support/editor.ts';
import { PlayedWebview } from './support/playedWebview.ts';

describe('what a neuron’s page is told of its tokens', () => {
  let parts: Parts;
  let directory: ExplanationDirectory;
  let webview: PlayedWebview<HostMessage>;
  let view: NeuronWebview;
  const neuron = () => directory.refTo('5/131.jsonl')!;
  const record = () => join(samples().fsPath, 'neurons', '5', '131.json');
  const configuration = () => vscode.workspace.getConfiguration(settings.section);
  const { Global, Workspace } = vscode.ConfigurationTarget;

  async function open(): Promise<void> {
    const extension = vscode.extensions.getExtension('neuron-explanations.neuron-explanations')!;
    const { notes, lookout, reader } = parts;
    const options = { pinned: false, notes, lookout, reader };
    webview = new PlayedWebview<HostMessage>();
    view = new NeuronWebview(webview, extension.extensionUri, neuron(), options);
    await eventually('it is read', () => view.content);
  }

  let lastId = 0;
  async function ask(request: Asked<Requests>): Promise<unknown> {
    const id = ++lastId;
    webview.say({ type: 'request', id, request });
    const reply = () =>
      webview.posted.find((message) => message.type === 'reply' && message.id === id);
    await eventually('it is answered', reply);
    const answered = reply();
    assert.ok(answered?.type === 'reply' && 'ok' in answered.result, JSON.stringify(answered));
    return answered.result.ok;
  }

  const whitespaces = () =>
    webview.posted.flatMap((message) => (message.type === 'whitespace' ? message.whitespace : []));

  before(async () => {
    parts = await activated();
    directory = parts.directories.at(vscode.Uri.joinPath(samples(), 'explanations'));
  });
  beforeEach(open);
  afterEach(async () => {
    view.dispose();
    for (const target of [Global, Workspace])
      await configuration().update(settings.renderWhitespace, undefined, target);
    rmSync(join(samples().fsPath, 'neurons'), { recursive: true, force: true });
  });

  it('has the setting of white space from the start, and each change', async () => {
    const where = { version: null, uri: null, explanation: null, order: 'stored' } as const;
    webview.say({ type: 'ready', ...where });
    await eventually('it is told', () => whitespaces().length > 0);
    assert.deepEqual(whitespaces(), ['boundary']);
    await configuration().update(settings.renderWhitespace, 'all', Global);
    await eventually('it is told again', () => whitespaces().at(-1) === 'all');
    await configuration().update(settings.renderWhitespace, 'every dot', Global);
    await eventually('an invalid one is the default', () => whitespaces().at(-1) === 'boundary');
  });

  it('changes the setting where it is set', async () => {
    const found = () => configuration().inspect(settings.renderWhitespace);
    await ask({ name: 'setWhitespace', argument: { whitespace: 'none' } });
    assert.equal(found()?.globalValue, 'none');
    assert.equal(found()?.workspaceValue, undefined);
    await configuration().update(settings.renderWhitespace, 'boundary', Workspace);
    await ask({ name: 'setWhitespace', argument: { whitespace: 'all' } });
    assert.deepEqual([found()?.globalValue, found()?.workspaceValue], ['none', 'all']);
    await eventually('all pages are told', () => whitespaces().at(-1) === 'all');
  });

  it('counts the activation record if there is one, and reports its changes', async () => {
    const argument = { uri: uriOf(neuron()), explanation: 0 };
    const count = async () =>
      (await ask({ name: 'activations', argument })) as ActivationsMessage | null;
    assert.equal((await count())?.source, 'sequences');
    view.dispose();
    const write = (...activations: number[]) => {
      const random_sample = [{ tokens: activations.map(String), activations }];
      mkdirSync(dirname(record()), { recursive: true });
      writeFileSync(record(), JSON.stringify({ random_sample }));
    };
    write(0, 1, 90);
    await open();
    const recorded = await count();
    assert.deepEqual([recorded?.source, recorded?.total, recorded?.max], ['records', 3, 90]);
    write(0, 1, 2, 95);
    const changed = () => webview.posted.some(({ type }) => type === 'relatedDataChanged');
    await eventually('the page is told', changed);
    assert.equal((await count())?.max, 95);
    writeFileSync(record(), '{');
    assert.equal((await count())?.source, 'sequences', 'it cannot be read');
  });
});
