import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../../src/check/checkFile.ts';
import { findExplanationDirectories } from '../../src/catalog/build/discover.ts';
import { parseQuery } from '../../src/catalog/search/query.ts';
import { searchExplanations } from '../../src/catalog/search/search.ts';
import { FormatError } from '../../src/format/errors.ts';
import { localFileSource } from '../../src/platform/node/localFileSource.ts';
import { decodeNeuronFile, readNeuronFile } from '../../src/format/neuronFile.ts';
import type { WorkerPool } from '../../src/workers/workerPool.ts';
import { NeuronReader, type PagePool } from '../../src/neuron/host/neuronReader.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import { buildExtension } from '../host/build.ts';
import { Held } from '../host/held.ts';
import { neuronText, simpleNeuron } from '../unit/catalog/support/neuronText.ts';
import { located } from '../unit/neuron/support/located.ts';
import { workerPool } from '../unit/workers/support/pool.ts';
import { Window } from '../unit/faults/window.ts';

const place = { layer: 5, neuron: 131 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Case {
  readonly run: () => Promise<string> | string;
  /** What the whole process may take, in MB; an idle one takes about 100. */
  readonly memory: number;
}

const cases: Readonly<Record<string, Case>> = {
  'a file of 2 GB': {
    memory: 400,
    run: async () => {
      const root = temporaryFolder().path;
      mkdirSync(join(root, '5'));
      const path = join(root, '5/131.jsonl');
      writeFileSync(path, '');
      truncateSync(path, 2_000_000_000);
      // One that may still be written is read again later.
      utimesSync(path, 0, 0);
      const message = /larger than 512 MiB, the limit for a neuron file/;
      await assert.rejects(readNeuronFile(localFileSource, path, place), message);
      const { texts } = await build(root);
      assert.match(texts[0] ?? '', message);
      return 'is refused before it is read';
    },
  },
  '10,000 explanations': {
    memory: 700,
    run: () => {
      const sequences = [sequenceOf(['a', 'b'], [0, 1])];
      const scored = { scores: [1], sequences };
      const explanations = Array.from({ length: 10_000 }, (_, i) => ({ ...scored, text: ` ${i}` }));
      return shown(neuronText('5:131', explanations), 10_000);
    },
  },
  'a sequence of 100,000 tokens': {
    memory: 700,
    run: () => {
      const tokens = Array.from({ length: 100_000 }, (_, i) => ` ${i}`);
      const values = tokens.map((_, i) => (i % 100) / 10);
      const sequences = [sequenceOf(tokens, values)];
      return shown(neuronText('5:131', [{ scores: [1], sequences }]), 1);
    },
  },
  'a token of 10 MB': {
    memory: 500,
    run: () => {
      const tokens = ['x'.repeat(10_000_000), 'b'];
      const sequences = [sequenceOf(tokens, [0, 1])];
      return shown(neuronText('5:131', [{ scores: [1], sequences }]), 1);
    },
  },
  'nesting of 100,000 brackets': {
    memory: 300,
    run: () => {
      for (const [open, close] of [
        ['[', ']'],
        ['{"neuron_id":', '}'],
      ] as const) {
        const bytes = bytesOf(`${open.repeat(100_000)}0${close.repeat(100_000)}`);
        assert.throws(() => decodeNeuronFile(bytes, place), FormatError);
        assert.deepEqual(checkFile(bytes, place).counts, { 'nested-too-deep': 1 });
      }
      return 'is refused: nested deeper than 500 levels';
    },
  },
  '200,000 files in one layer': {
    memory: 900,
    run: async () => {
      const root = temporaryFolder().path;
      mkdirSync(join(root, '5'));
      const text = simpleNeuron('5:0', ' the sea', 0.5);
      for (let i = 0; i < 200_000; i++) writeFileSync(join(root, `5/${i}.jsonl`), text);
      const { texts, held } = await build(root);
      assert.equal(texts.length, 200_000);
      return `are read; ${holding(held)}`;
    },
  },
  '300,000 files that come and go': {
    memory: 900,
    run: async () => {
      const root = temporaryFolder().path;
      const text = simpleNeuron('5:0', ' the sea', 0.5);
      const fill = (layer: number, count: number) => {
        mkdirSync(join(root, String(layer)));
        for (let i = 0; i < count; i++) writeFileSync(join(root, `${layer}/${i}.jsonl`), text);
      };
      fill(0, 10_000);
      const pool = workerPool({ idleTime: 1000 });
      const window = new Window(root, temporaryFolder().path, pool);
      let held = 0;
      const settle = async (neurons: number) => {
        // Writing and removing the files here is no work of the extension.
        const watch = new Held();
        await window.refresh();
        for (const layer of await window.directory.layers()) await window.directory.neurons(layer);
        const options = { limit: 100, sort: 'score' } as const;
        const { total } = await searchExplanations([window.directory], parseQuery('sea'), options);
        held = Math.max(held, await watch.stop());
        assert.equal(total, neurons);
      };
      await window.keeper.open();
      await settle(10_000);
      const before = await standing(pool);
      for (let layer = 1; layer <= 6; layer++) fill(layer, 50_000);
      await settle(310_000);
      const there = await standing(pool);
      for (let layer = 1; layer <= 6; layer++)
        rmSync(join(root, String(layer)), { recursive: true });
      await settle(10_000);
      const after = await standing(pool);
      window.keeper.dispose();
      pool.dispose();
      const story = `${mb(before.used)} of memory in use, ${mb(there.used)}, ${mb(after.used)} (resident ${mb(before.resident)}, ${mb(there.resident)}, ${mb(after.resident)})`;
      assert.ok(after.used < 1.2 * before.used, story);
      return `leave nothing: ${story}; ${holding(held)}`;
    },
  },
  'a path of 4,000 characters': {
    memory: 300,
    run: async () => {
      const root = temporaryFolder().path;
      const part = 'x'.repeat(200);
      let path = root;
      while (path.length + part.length + 20 < 4000) path = join(path, part);
      path = join(path, 'y'.repeat(4000 - path.length - '//5/131.jsonl'.length));
      mkdirSync(join(path, '5'), { recursive: true });
      writeFileSync(join(path, '5/131.jsonl'), simpleNeuron('5:131', ' the sea', 0.5));
      const limits = { depth: 30, folders: 100 };
      assert.deepEqual(await findExplanationDirectories(localFileSource, root, limits), [path]);
      assert.deepEqual((await build(path)).texts, [' the sea']);
      const longer = join(path, part, part, '5', '131.jsonl');
      const why = /its path is too long/;
      await assert.rejects(readNeuronFile(localFileSource, longer, place), why);
      assert.equal(join(path, '5/131.jsonl').length, 4000);
      return 'is read, one beyond what the system takes is refused';
    },
  },
};

/** One that is simulated as it is. */
function sequenceOf(tokens: readonly string[], actual: readonly number[]) {
  return { tokens, actual, simulated: actual, scores: [1], values: [], probabilities: [] };
}

/** All that a worker thread of the product makes of a neuron for its page. */
async function shown(text: string, explanations: number): Promise<string> {
  const bytes = bytesOf(text);
  const path = join(temporaryFolder().path, '131.jsonl');
  writeFileSync(path, bytes);
  assert.deepEqual(checkFile(bytes, place).counts, {});
  const pool: PagePool = workerPool({ size: 1 });
  const watch = new Held();
  const open = await new NeuronReader(pool).open(
    localFileSource,
    path,
    located('5/131.jsonl', { path }),
  );
  assert.equal(open.document.explanations.length, explanations);
  assert.ok(open.first && open.first.sequences.length > 0);
  const { key } = open;
  assert.ok(await open.ask({ type: 'analysis', key, explanation: explanations - 1 }));
  const held = await watch.stop();
  pool.dispose();
  return `is shown (${(bytes.length / 1e6).toFixed(0)} MB); ${holding(held)}`;
}

/** The longest time, in milliseconds, that anything else may have to wait. */
const longest = 100;

function holding(held: number): string {
  assert.ok(held <= longest, `the host was held up for ${held.toFixed(0)} ms`);
  return `the host is held up for ${held.toFixed(0)} ms at most`;
}

/** What is in use once garbage is collected and idle threads have ended, in bytes. */
async function standing(pool: WorkerPool): Promise<{ used: number; resident: number }> {
  while (pool.threads > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(globalThis.gc, 'it needs --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: heapUsed + external, resident: rss };
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** What the catalog says of each neuron of a directory. */
async function build(root: string) {
  const pool = workerPool();
  const window = new Window(root, temporaryFolder().path, pool);
  const watch = new Held();
  await window.keeper.open();
  await window.keeper.finished();
  const held = await watch.stop();
  const { catalog } = window.directory;
  const texts = [...catalog.inOrder()].map((id) => {
    const row = catalog.row(id);
    return row?.failure ?? row?.explanations[0]?.text;
  });
  window.keeper.dispose();
  pool.dispose();
  return { texts, held };
}

/** `big`: each size in a process of its own, whose memory is bounded. */
export async function run([name]: readonly string[]): Promise<boolean> {
  const only = name === undefined ? undefined : cases[name];
  if (only) {
    const said = await only.run();
    const memory = process.resourceUsage().maxRSS / 1000;
    assert.ok(memory < only.memory, `${memory.toFixed(0)} MB, of at most ${only.memory}`);
    console.log(`${name} ${said}; ${memory.toFixed(0)} MB at most`);
    return true;
  }
  await buildExtension();
  const main = join(import.meta.dirname, 'main.ts');
  const failed = Object.keys(cases).filter((each) => {
    const options = { stdio: 'inherit', timeout: 600_000 } as const;
    return spawnSync(process.execPath, ['--expose-gc', main, 'big', each], options).status !== 0;
  });
  for (const each of failed) console.log(`FAILED ${each}`);
  return failed.length === 0;
}
