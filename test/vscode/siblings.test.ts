import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { NeuronRef } from '../../src/catalog/rows/explanationDirectory.ts';
import type { Parts } from '../../src/extension.ts';
import {
  findRelatedData,
  loadRelatedData,
  openConnected,
} from '../../src/neuron/host/relatedData.ts';
import type { Look } from '../../src/workspace/lookout.ts';
import { RelatedDataWatch } from '../../src/neuron/host/relatedDataWatch.ts';
import {
  activated,
  closeEverything,
  eventually,
  findNode,
  samples,
  tabs,
} from './support/editor.ts';

describe('what lies beside a neuron', () => {
  let parts: Parts;
  let neuron: NeuronRef;
  const path = () => join(samples().fsPath, 'related-neurons', 'weight-based', '5', '131.json');

  before(async () => {
    parts = await activated();
    const node = await findNode(parts, 'explanations', 'Layer 5', '131');
    assert.ok(node.kind === 'neuron');
    neuron = node.neuron;
    mkdirSync(dirname(path()), { recursive: true });
    const side = {
      top_positive_neurons: ['11_742', '11_999999', '../../../etc_1'],
      top_positive_weights: [3, 2, 1],
      top_negative_neurons: [],
      top_negative_weights: [],
    };
    writeFileSync(path(), JSON.stringify({ c_fc: null, c_proj: side }));
  });
  beforeEach(closeEverything);
  after(async () => {
    rmSync(join(samples().fsPath, 'related-neurons'), { recursive: true });
    await closeEverything();
  });

  it('is found in the folders beside the explanations', async () => {
    assert.deepEqual(await findRelatedData(neuron), {
      found: ['connections'],
      missing: [
        'collated-activations/5/131.json',
        'neurons/5/131.json',
        'related-tokens/activation-based/5/131.json',
        'related-tokens/weight-based/5/131.json',
      ],
    });
  });

  it('leads to the neurons that the directory has', async () => {
    const data = await loadRelatedData(neuron, 'connections', parts.reader);
    assert.ok(data.kind === 'connections');
    assert.deepEqual(
      data.downstream?.positive.map(({ place }) => place),
      [{ layer: 11, neuron: 742 }, null, null],
    );
    await openConnected(neuron, { layer: 11, neuron: 742 });
    await eventually(
      'it is open',
      () =>
        tabs()
          .map(({ label }) => label)
          .join() === '11:742',
    );
  });

  it('leads nowhere else', async () => {
    const nowhere = { layer: 11, neuron: 999999 };
    await assert.rejects(
      openConnected(neuron, nowhere),
      /Neuron 11:999999 is not in this directory/,
    );
    assert.equal(tabs().length, 0);
  });

  it('is not read where it is gone', async () => {
    await assert.rejects(loadRelatedData(neuron, 'records', parts.reader), /file was deleted/);
  });

  // VS Code misses changes in nested folders of the workspace that were created a moment ago.
  it('is followed once it was looked at, until another neuron is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'siblings-'));
    const directory = parts.directories.at(vscode.Uri.file(join(folder, 'explanations')));
    const connections = join(folder, 'related-neurons', 'weight-based', '5', '131.json');
    const records = join(folder, 'neurons', '5', '131.json');
    for (const each of [connections, records]) mkdirSync(dirname(each), { recursive: true });
    const changes: string[] = [];
    const looking = new vscode.EventEmitter<Look>();
    const watch = new RelatedDataWatch({ onLook: looking.event }, (kind) => changes.push(kind));
    // A watcher is there a while after it was asked for.
    let written = 0;
    const toldOf = (kind: string) =>
      eventually(`a change of ${kind} is told`, () => {
        if (written++ % 20 === 0)
          for (const each of [connections, records]) writeFileSync(each, `${written}`);
        return changes.includes(kind);
      });
    await watch.follow(directory.refTo('5/131.jsonl')!, 'connections');
    await toldOf('connections');
    assert.ok(!changes.includes('records'));
    watch.clear();
    changes.length = 0;
    await watch.follow(directory.refTo('5/131.jsonl')!, 'records');
    await toldOf('records');
    assert.ok(!changes.includes('connections'));
    watch.dispose();
    looking.dispose();
    rmSync(folder, { recursive: true });
  });
});
