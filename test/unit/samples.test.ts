import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localFileSource } from '../../src/platform/node/localFileSource.ts';
import { readNeuronFile } from '../../src/format/neuronFile.ts';
import { parsePythonJson } from '../../src/format/pythonJson.ts';
import { computeScores } from '../../src/format/scores.ts';
import { generateSamples } from '../samples/generate.ts';

/** The fields as the files have them: the scores are checked without help of the decoder. */
interface Scores {
  readonly ev_correlation_score: number | null;
  readonly rsquared_score: number | null;
  readonly absolute_dev_explained_score: number | null;
}
interface Simulation {
  readonly tokens: string[];
  readonly expected_activations: number[];
  readonly activation_scale: string;
  readonly distribution_values: number[][];
  readonly distribution_probabilities: number[][];
  readonly uncalibrated_simulation: Simulation | null;
}
interface Sequence extends Scores {
  readonly simulation?: Simulation;
  readonly sequence_simulation?: Simulation;
  readonly true_activations: number[];
}
interface Results {
  readonly neuron_id: { readonly layer_index: number; readonly neuron_index: number };
  readonly scored_explanations: {
    readonly explanation: string;
    readonly scored_simulation: Scores & { readonly scored_sequence_simulations: Sequence[] };
  }[];
}

const folder = join(import.meta.dirname, '../../samples');
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const neuronPaths = paths.filter((path) => path.endsWith('.jsonl'));

const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
const resultsOf = (path: string) => parsePythonJson(textOf(path)) as Results;
const neuron = (name: string) => resultsOf(`explanations/${name}.jsonl`);
const explanationsOf = (results: Results) =>
  results.scored_explanations.map((explanation) => explanation.scored_simulation);
const sequencesOf = (results: Results) =>
  explanationsOf(results).flatMap((simulation) => simulation.scored_sequence_simulations);
const simulationOf = (sequence: Sequence) => sequence.simulation ?? sequence.sequence_simulation!;
const activationsOf = (results: Results) =>
  sequencesOf(results).flatMap((sequence) => sequence.true_activations);

describe('the samples', () => {
  it('equal the output of the script, byte for byte', () => {
    const files = generateSamples();
    assert.deepEqual(paths, [...files.keys()].sort(), 'run: npm run samples');
    for (const [path, text] of files) {
      // Not assert.equal, whose message would hold both texts.
      assert.ok(
        readFileSync(join(folder, path)).equals(Buffer.from(text)),
        `npm run samples: ${path}`,
      );
    }
  }).timeout(20_000);

  it('are small', () => {
    const bytes = paths.reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
    assert.ok(bytes < 3_000_000, `${bytes} bytes`);
  });

  it('have layers whose numerical and lexical order differ', () => {
    const layers = [...new Set(neuronPaths.map((path) => path.split('/')[1]))];
    assert.deepEqual(layers, ['0', '11', '47', '5']);
  });

  for (const path of neuronPaths) {
    describe(path, () => {
      const results = resultsOf(path);

      it('has scores by the project’s own formulas', () => {
        const digits = path.endsWith('/5/1377.jsonl') || path.endsWith('/47/1377.jsonl') ? 4 : 17;
        for (const simulation of explanationsOf(results)) {
          const sequences = simulation.scored_sequence_simulations;
          const expectedOf = (s: Sequence) => simulationOf(s).expected_activations;
          for (const s of sequences) assertScores(s, s.true_activations, expectedOf(s), digits);
          const actual = sequences.flatMap((s) => s.true_activations);
          assertScores(simulation, actual, sequences.flatMap(expectedOf), digits);
        }
      });

      it('is consistent', () => {
        for (const sequence of sequencesOf(results)) {
          assert.equal(sequence.true_activations.length, 64);
          const simulation = simulationOf(sequence);
          assertSimulation(simulation);
          const inner = simulation.uncalibrated_simulation;
          const scale = inner ? 'neuron_activations' : 'simulated_normalized_activations';
          assert.equal(simulation.activation_scale, scale);
          if (inner) assertSimulation(inner);
        }
      });

      it('begins with the top-activating sequences', () => {
        for (const { scored_sequence_simulations: sequences } of explanationsOf(results)) {
          const peaks = sequences.map((sequence) => Math.max(...sequence.true_activations));
          const half = peaks.length / 2;
          assert.ok(Math.min(...peaks.slice(0, half)) >= Math.max(...peaks.slice(half)));
        }
      });

      it('is read without a problem', async () => {
        const [, layer, file] = path.split('/');
        const place = { layer: Number(layer), neuron: parseInt(file!, 10) };
        const { problems } = await readNeuronFile(localFileSource, join(folder, path), place);
        assert.deepEqual(problems, []);
      });
    });
  }
});

describe('the unusual neurons among the samples', () => {
  it('are listed in the README', () => {
    const listed = [...textOf('README.md').matchAll(/^- `(explanations\/.+?)`/gm)];
    assert.ok(listed.length >= 12);
    for (const [, path] of listed) assert.ok(neuronPaths.includes(path!), path);
  });

  it('0/3552 is dead', () => {
    const results = neuron('0/3552');
    assert.ok(activationsOf(results).every((activation) => activation === 0));
    for (const scores of explanationsOf(results)) {
      assert.equal(scores.ev_correlation_score, null);
      assert.equal(scores.rsquared_score, null);
      assert.equal(scores.absolute_dev_explained_score, null);
    }
  });

  it('5/5820 has a null correlation, since its simulation is constant', () => {
    const results = neuron('5/5820');
    assert.equal(explanationsOf(results)[0]?.ev_correlation_score, null);
    assert.ok(new Set(activationsOf(results)).size > 1);
    const expected = sequencesOf(results).flatMap((s) => simulationOf(s).expected_activations);
    assert.equal(new Set(expected).size, 1);
  });

  it('0/2602 is below zero throughout', () => {
    assert.ok(activationsOf(neuron('0/2602')).every((activation) => activation < 0));
  });

  it('0/6399 has odd tokens', () => {
    const tokens = simulationOf(sequencesOf(neuron('0/6399'))[0]!).tokens;
    const wanted = ['', '\t', '\u00a0', '\u200b', '\u202e', '\ufffd', '\\', '\r\n'];
    for (const token of [...wanted, '<script>alert(1)</script>']) {
      assert.ok(tokens.includes(token), JSON.stringify(token));
    }
    assert.ok(tokens.some((token) => token.length === 300));
  });

  it('11/4870 has tokens that the simulator skipped', () => {
    for (const sequence of sequencesOf(neuron('11/4870'))) {
      const inner = simulationOf(sequence).uncalibrated_simulation!;
      const skipped = inner.distribution_values.flatMap((row, i) => (row.length === 0 ? [i] : []));
      for (const i of skipped) assert.equal(inner.expected_activations[i], 0);
      assert.ok(skipped.length < inner.tokens.length);
    }
    const rows = sequencesOf(neuron('11/4870')).flatMap((s) => simulationOf(s).distribution_values);
    assert.ok(rows.some((row) => row.length === 0));
  });

  it('11/742 is of the second generation', () => {
    for (const sequence of sequencesOf(neuron('11/742'))) {
      assert.ok(sequence.sequence_simulation);
      assert.equal(sequence.simulation, undefined);
    }
  });

  it('5/1377 is written as the public files are', () => {
    const text = textOf('explanations/5/1377.jsonl');
    assert.ok(text.startsWith('{"dataclass_name": "NeuronSimulationResults", "neuron_id": {'));
    assert.match(text, /\\u2014/);
    assert.doesNotMatch(text, /[^ -~]/);
    assert.doesNotMatch(text, /\.\d{5}/);
  });

  it('the others are written as the released serialiser does', () => {
    const text = textOf('explanations/11/131.jsonl');
    assert.ok(
      text.startsWith('{"neuron_id":{"layer_index":11,"neuron_index":131,"dataclass_name"'),
    );
    assert.ok(text.endsWith('"dataclass_name":"NeuronSimulationResults"}\n'));
    assert.ok(text.includes('は'));
  });

  it('11/1377 has bare NaN', () => {
    const text = textOf('explanations/11/1377.jsonl');
    assert.match(text, /"ev_correlation_score": NaN, /);
    assert.throws(() => JSON.parse(text) as unknown, SyntaxError);
  });

  it('47/131 has distributions of up to 11 values', () => {
    const rows = sequencesOf(neuron('47/131')).flatMap((s) => simulationOf(s).distribution_values);
    assert.equal(Math.max(...rows.map((row) => row.length)), 11);
  });

  it('47/942 has a negative score', () => {
    assert.ok(explanationsOf(neuron('47/942'))[1]!.ev_correlation_score! < -0.2);
  });

  it('5/17 and 47/2211 have several explanations, the best of which is not the first', () => {
    for (const name of ['5/17', '47/2211']) {
      const scores = explanationsOf(neuron(name)).map((s) => s.ev_correlation_score!);
      assert.ok(scores.length >= 3);
      assert.ok(Math.max(...scores) > scores[0]!);
    }
  });
});

function assertScores(
  stored: Scores,
  actual: readonly number[],
  expected: readonly number[],
  digits: number,
): void {
  const { evCorrelation, rSquared, absoluteDevExplained } = computeScores(actual, expected);
  const pairs: [number | null, number][] = [
    [stored.ev_correlation_score, evCorrelation],
    [stored.rsquared_score, rSquared],
    [stored.absolute_dev_explained_score, absoluteDevExplained],
  ];
  for (const [score, computed] of pairs) {
    if (!Number.isFinite(computed)) assert.ok(score === null || Number.isNaN(score));
    else if (digits === 17) assert.equal(score, computed);
    else assert.ok(Math.abs(score! - computed) <= 0.5 * 10 ** -digits + Number.EPSILON * 10);
  }
}

function assertSimulation(simulation: Simulation): void {
  assert.equal(simulation.tokens.length, 64);
  assert.equal(simulation.expected_activations.length, 64);
  assert.equal(simulation.distribution_values.length, 64);
  assert.equal(simulation.distribution_probabilities.length, 64);
  for (const [i, row] of simulation.distribution_probabilities.entries()) {
    assert.equal(row.length, simulation.distribution_values[i]!.length);
    assert.ok(row.reduce((sum, probability) => sum + probability, 0) <= 1);
    assert.deepEqual(
      row,
      row.toSorted((a, b) => b - a),
    );
  }
}
