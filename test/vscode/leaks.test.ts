import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { listAll } from '../../src/catalog/rows/neighbours.ts';
import { parseQuery } from '../../src/catalog/search/query.ts';
import { searchForgivingly } from '../../src/catalog/search/nearestWords.ts';
import type { Parts } from '../../src/extension.ts';
import { commands } from '../../src/names.ts';
import { activated, closeEverything, eventually, tabs } from './support/editor.ts';

/** How many neurons are opened; the nightly script says more. */
const neurons = Number(process.env['NEURON_EXPLANATIONS_LEAKS'] ?? 12);
const searches = 2 * neurons;
/** Heap growth without a leak, in MB, by VS Code's caches. A leak would be 0.3 MB per neuron. */
const spare = 2.5;

interface Standing {
  /** MB. */
  readonly heap: number;
  /** By name: what is under way or open. */
  readonly handles: readonly string[];
  /** Of all events in the extension host. */
  readonly listeners: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function standing(): Promise<Standing> {
  for (let i = 0; i < 3; i++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    heap: process.memoryUsage().heapUsed / 1e6,
    handles: handles(),
    listeners: listeners(),
  };
}

/** What VS Code holds a listener of an event in, by which they can be counted. */
const holder = listenerHolder();

function listenerHolder(): () => unknown {
  const emitter = new vscode.EventEmitter<void>();
  const listener = () => undefined;
  emitter.event(listener);
  const held = Object.values(emitter).find(
    (each: unknown): each is object =>
      typeof each === 'object' && each !== null && Object.values(each).includes(listener),
  );
  assert.ok(held, 'VS Code holds listeners in another way: count them in that');
  return held.constructor as () => unknown;
}

function listeners(): number {
  return queryObjects(holder, { format: 'count' });
}

function handles(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name !== 'Timeout');
}

describe('nothing leaks', () => {
  let parts: Parts;
  before(async () => {
    parts = await activated();
    await parts.catalogs.finished();
  });

  const openAndClose = async (count: number) => {
    const all = await listAll(parts.directories.all.map(({ directory }) => directory));
    for (let i = 0; i < count; i++) {
      await vscode.commands.executeCommand(commands.openNeuron, all[i % all.length]);
      await eventually('it is open', () => tabs().length === 1);
      await closeEverything();
    }
  };
  const expandAndCollapse = async (times: number) => {
    for (let i = 0; i < times; i++)
      for (const directory of await parts.tree.getChildren())
        for (const layer of await parts.tree.getChildren(directory))
          for (const node of await parts.tree.getChildren(layer)) parts.tree.getTreeItem(node);
  };
  const search = async (times: number) => {
    const directories = parts.directories.all.map(({ directory }) => directory);
    for (let i = 0; i < times; i++)
      await searchForgivingly(directories, parseQuery(`word${i} the sea`), {
        limit: 100,
        sort: 'relevance',
      });
  };

  it(`after ${neurons} neurons opened and closed, all layers, ${searches} searches`, async function () {
    this.timeout(neurons * 5_000 + 60_000);
    const figures: Record<string, unknown> = {};
    for (const [what, run, count] of [
      ['neurons opened and closed', openAndClose, neurons],
      ['times that all layers were expanded', expandAndCollapse, neurons],
      ['searches', search, searches],
    ] as const) {
      await run(Math.ceil(count / 4));
      const before = await standing();
      await run(count);
      // What VS Code reads on its own account comes and goes: what leaks stays.
      await eventually(
        () =>
          `handles as before, which were ${before.handles.join(', ')}, and are ${handles().join(', ')}`,
        () => handles().length <= before.handles.length + 1,
      );
      const after = await standing();
      figures[what] = {
        count,
        before: { ...before, handles: before.handles.length },
        after: { ...after, handles: after.handles.length },
      };
      assert.ok(
        after.listeners <= before.listeners + 1,
        `${what}: ${before.listeners} listeners, then ${after.listeners}`,
      );
      assert.ok(after.heap - before.heap < spare, `${what}: ${before.heap} MB, then ${after.heap}`);
    }
    const file = process.env['NEURON_EXPLANATIONS_FIGURES'];
    if (file) writeFileSync(file, JSON.stringify(figures));
  });
});
