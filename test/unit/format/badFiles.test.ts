import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFileSource } from '../../../src/platform/node/localFileSource.ts';
import { readNeuronFile } from '../../../src/format/neuronFile.ts';
import { formatPath } from '../../../src/format/problem.ts';
import { skip } from '../../host/skip.ts';
import { unprivileged } from '../../host/unprivileged.ts';

/** The directory whose README says what each file is. */
const folder = join(import.meta.dirname, '../../fixtures/bad');

const read = (layer: number, neuron: number) =>
  readNeuronFile(localFileSource, join(folder, `${layer}/${neuron}.jsonl`), { layer, neuron });

/** Why there is no neuron in a file, by the part of its reason that matters. */
const errors: Record<string, string | RegExp> = {
  '0/0': 'it is empty (0 bytes)',
  '0/1': 'it contains only white space',
  '0/2': /^invalid JSON at line 1, column 1001: .* the file may be truncated$/,
  '0/4': /compressed by gzip/,
  '0/5': /byte order mark/,
  '0/6': 'it is not UTF-8 text',
  '0/7': /^invalid JSON at line 1, column 1: expected a value/,
  '0/8': /found a list of 1$/,
  '0/9': /found explanations of an attention head/,
  '0/10': /found a NeuronRecord$/,
};

/** How many sequences each explanation of a file has, and where its problems are. */
const readable: Record<string, { sequences: number[]; problems: string[] }> = {
  '0/3': { sequences: [2], problems: [''] },
  '0/11': { sequences: [2], problems: [''] },
  '1/0': { sequences: [2], problems: [] },
  '1/1': {
    sequences: [1, 2, 0],
    problems: [
      'E0S0.simulation.activation_scale',
      'E0S0.simulation.distribution_values',
      'E0S0.simulation.distribution_probabilities',
      'E0S0.true_activations',
      'E0S0.ev_correlation_score',
      'scored_explanations[1].explanation',
      'scored_explanations[2].scored_simulation',
    ],
  },
  '1/2': { sequences: [2], problems: ['neuron_id'] },
  '1/3': {
    sequences: [2],
    problems: [
      'scored_explanations[0].explanation',
      'E0S0.simulation.tokens[1]',
      'E0S0.simulation.expected_activations[1]',
      'E0S0.simulation.activation_scale',
      'E0S0.simulation.distribution_values',
      'E0S0.simulation.distribution_probabilities',
      'E0S0.true_activations[1]',
      'E0S0.ev_correlation_score',
      'scored_explanations[0].scored_simulation.rsquared_score',
    ],
  },
  '1/4': {
    sequences: [2],
    problems: ['E0S1.simulation', 'E0S2.simulation.tokens', 'E0S3', 'E0S4.true_activations'],
  },
  '1/5': {
    sequences: [2],
    problems: [
      'E0S0.true_activations',
      'E0S1.simulation.expected_activations',
      'E0S1.simulation.distribution_values',
    ],
  },
  '1/6': {
    sequences: [2],
    problems: ['scored_explanations[0].dataclass_name', 'scored_explanations[0].author', 'comment'],
  },
  '1/7': {
    sequences: [1],
    problems: [
      '',
      'neuron_id',
      'scored_explanations[0]',
      'scored_explanations[1].explanation',
      'E1S0',
      'E1S1.simulation',
      'E1S2.simulation.expected_activations',
      'E1S2.simulation.uncalibrated_simulation.tokens',
      'E1S2.simulation.uncalibrated_simulation.activation_scale',
      'E1S2.simulation.colour',
      'E1S2.true_activations[1]',
      'E1S2.rsquared_score',
      'scored_explanations[1].scored_simulation.ev_correlation_score',
      'scored_explanations[1].scored_simulation.dataclass_name',
      'dataclass_name',
      'comment',
      'E1S2.true_activations',
    ],
  },
  '1/8': {
    sequences: [1],
    problems: [
      'neuron_id.layer',
      'scored_explanation_or_baseline_list[0]',
      'scored_explanation_or_baseline_list[1].explanation_or_baseline',
      'F1S0.sequence_simulation.unit',
      'F1S0.true_activations',
    ],
  },
  '1/9': { sequences: [1], problems: [] },
};

/** `E1S2`: explanation 1's sequence 2; `F1S2` the same in a file of the second generation. */
function expand(path: string): string {
  return path.replace(/^([EF])(\d+)S(\d+)/, (_, generation: string, e: string, s: string) => {
    const list = generation === 'E' ? 'scored_explanations' : 'scored_explanation_or_baseline_list';
    return `${list}[${e}].scored_simulation.scored_sequence_simulations[${s}]`;
  });
}

const numbers = (key: string) => key.split('/').map(Number) as [number, number];

describe('bad files in test/fixtures/bad', () => {
  it('are all tested', async () => {
    const listed = [...Object.keys(errors), ...Object.keys(readable)].map((key) => `${key}.jsonl`);
    const found = await readdir(folder, { recursive: true });
    const files = found.filter((name) => name.endsWith('.jsonl'));
    assert.deepEqual(files.sort(), listed.sort());
  });

  for (const [key, reason] of Object.entries(errors)) {
    it(`${key}.jsonl gives an error that names it and says why`, async () => {
      const file = join(folder, `${key}.jsonl`);
      await assert.rejects(read(...numbers(key)), { name: 'FormatError', reason, file });
    });
  }

  for (const [key, { sequences, problems }] of Object.entries(readable)) {
    it(`${key}.jsonl gives its valid part and ${problems.length} problems`, async () => {
      const decoded = await read(...numbers(key));
      assert.deepEqual(
        decoded.problems.map(({ path }) => formatPath(path)),
        problems.map(expand),
      );
      assert.deepEqual(
        decoded.neuron.scoredExplanations.map(
          ({ scoredSimulation }) => scoredSimulation.scoredSequenceSimulations.length,
        ),
        sequences,
      );
    });
  }
});

describe('a path without a neuron’s file', () => {
  let root: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'bad-files-'));
  });
  after(() => rm(root, { recursive: true }));

  const place = { layer: 0, neuron: 0 };

  it('gives an error if it does not exist', async () => {
    const path = join(root, '0.jsonl');
    await assert.rejects(readNeuronFile(localFileSource, path, place), {
      name: 'FileError',
      message: `${path}: no such file`,
    });
  });

  it('gives an error if it is a folder', async () => {
    const path = join(root, '1.jsonl');
    await mkdir(path);
    await assert.rejects(readNeuronFile(localFileSource, path, place), {
      name: 'FileError',
      message: `${path}: it is a folder, not a file`,
    });
  });

  it('gives an error if reading it is not permitted', async function () {
    if (process.platform === 'win32') skip(this, 'Windows has other permissions');
    const path = join(root, '2.jsonl');
    await writeFile(path, '{}');
    await chmod(root, 0o755);
    await chmod(path, 0);
    await unprivileged(() =>
      assert.rejects(readNeuronFile(localFileSource, path, place), {
        name: 'FileError',
        message: `${path}: permission denied`,
      }),
    );
  });
});
