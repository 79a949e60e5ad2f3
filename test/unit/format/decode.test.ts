import assert from 'node:assert/strict';
import { decodeNeuron } from '../../../src/format/decode.ts';
import { FormatError } from '../../../src/format/errors.ts';
import { loads } from '../../../src/format/loads.ts';
import { formatPath } from '../../../src/format/problem.ts';
import { NeuronSimulationResults } from '../../../src/format/schema.ts';
import { decodeFile, decodeText, linesOf } from './decodeText.ts';
import * as raw from './rawNeuron.ts';

const firstSequence = 'scored_explanations[0].scored_simulation.scored_sequence_simulations[0]';

describe('decodeNeuron, on a valid file', () => {
  it('equals loads, without problems', () => {
    const text = JSON.stringify(raw.neuron());
    const { neuron, problems } = decodeText(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(neuron, loads(text));
  });

  it('uses camel case, with the uncalibrated simulation inside', () => {
    const { neuron } = decodeFile(raw.neuron());
    assert.deepEqual(neuron.neuronId, {
      dataclassName: 'NeuronId',
      layerIndex: 3,
      neuronIndex: 14,
    });
    const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
    assert.deepEqual(first, {
      dataclassName: 'ScoredSequenceSimulation',
      simulation: {
        dataclassName: 'SequenceSimulation',
        tokens: [' a', ' b'],
        expectedActivations: [0.25, 1.25],
        activationScale: 'neuron_activations',
        distributionValues: [
          [0, 0.5],
          [1, 1.5],
        ],
        distributionProbabilities: [
          [0.5, 0.5],
          [0.75, 0.25],
        ],
        uncalibratedSimulation: {
          dataclassName: 'SequenceSimulation',
          tokens: [' a', ' b'],
          expectedActivations: [1, 5],
          activationScale: 'simulated_normalized_activations',
          distributionValues: [
            [0, 2],
            [4, 6],
          ],
          distributionProbabilities: [
            [0.5, 0.5],
            [0.75, 0.25],
          ],
          uncalibratedSimulation: null,
        },
      },
      trueActivations: [0.5, 1.5],
      evCorrelationScore: 0.7,
      rsquaredScore: 0.6,
      absoluteDevExplainedScore: 0.3,
    });
  });

  it('needs no class names, whatever the order of fields', () => {
    const anonymous = JSON.stringify(raw.neuron(), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([key]) => key !== 'dataclass_name')
              .reverse(),
          )
        : value,
    );
    assert.ok(!anonymous.includes('dataclass_name'));
    const { neuron, problems } = decodeText(anonymous);
    assert.deepEqual(problems, []);
    assert.deepEqual(neuron, decodeFile(raw.neuron()).neuron);
  });

  it('reads scores that are null, NaN, infinite or absent', () => {
    const scored = raw.scoredSimulation({
      ev_correlation_score: undefined,
      rsquared_score: undefined,
      absolute_dev_explained_score: null,
      scored_sequence_simulations: [
        raw.sequence({ ev_correlation_score: 'NaN', rsquared_score: '-Infinity' }),
        raw.sequence({ ev_correlation_score: null, absolute_dev_explained_score: undefined }),
      ],
    });
    const text = JSON.stringify(raw.neuronOfSimulation(scored));
    const { neuron, problems } = decodeText(text.replace(/"(NaN|-Infinity)"/g, '$1'));
    assert.deepEqual(problems, []);
    const { scoredSimulation } = neuron.scoredExplanations[0]!;
    assert.equal(scoredSimulation.evCorrelationScore, null);
    assert.equal(scoredSimulation.rsquaredScore, null);
    assert.equal(scoredSimulation.absoluteDevExplainedScore, null);
    const [first, second] = scoredSimulation.scoredSequenceSimulations;
    assert.equal(first!.evCorrelationScore, NaN);
    assert.equal(first!.rsquaredScore, -Infinity);
    assert.equal(second!.evCorrelationScore, null);
    assert.equal(second!.absoluteDevExplainedScore, null);
  });

  it('reads null in lists of numbers as NaN', () => {
    const changed = raw.simulation({
      expected_activations: [null, 1.25],
      distribution_values: [[null, 1], []],
      distribution_probabilities: [[], [null]],
    });
    const { neuron, problems } = decodeFile(
      raw.neuronOfSequence(raw.sequence({ simulation: changed, true_activations: [1, null] })),
    );
    assert.deepEqual(problems, []);
    const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
    assert.deepEqual(first!.simulation.expectedActivations, [NaN, 1.25]);
    assert.deepEqual(first!.simulation.distributionValues, [[NaN, 1], []]);
    assert.deepEqual(first!.simulation.distributionProbabilities, [[], [NaN]]);
    assert.deepEqual(first!.trueActivations, [1, NaN]);
  });

  it('reads empty lists of explanations, sequences, tokens and distributions', () => {
    const empty = raw.sequence({
      true_activations: [],
      simulation: raw.simulation({
        tokens: [],
        expected_activations: [],
        distribution_values: [],
        distribution_probabilities: [],
      }),
    });
    const noDistributions = raw.sequence({
      simulation: raw.simulation({ distribution_values: [], distribution_probabilities: [] }),
    });
    for (const good of [
      raw.neuron({ scored_explanations: [] }),
      raw.neuronOfSimulation(raw.scoredSimulation({ scored_sequence_simulations: [] })),
      raw.neuronOfSequence(empty),
      raw.neuronOfSequence(noDistributions),
    ]) {
      assert.deepEqual(decodeFile(good).problems, []);
    }
  });

  it('keeps any text of explanations and tokens', () => {
    const tokens = ['', '\ufffd', 'bytes:\\xe2', '\n', '\t', '\u00a0', '\u200b', 'שלום', '🚢'];
    const texts = [' spaced ', '', 'two\nlines', '<script>alert(1)</script>', 'x'.repeat(10_000)];
    for (const text of texts) {
      const changed = raw.simulation({
        tokens: [...tokens, text],
        expected_activations: Array(10).fill(1),
        distribution_values: [],
      });
      const first = raw.explanation({
        explanation: text,
        scored_simulation: raw.scoredSimulation({
          scored_sequence_simulations: [
            raw.sequence({ simulation: changed, true_activations: Array(10).fill(1) }),
          ],
        }),
      });
      const { neuron, problems } = decodeFile(raw.neuron({ scored_explanations: [first] }));
      assert.deepEqual(problems, []);
      const [explanation] = neuron.scoredExplanations;
      assert.equal(explanation!.explanation, text);
      const [decoded] = explanation!.scoredSimulation.scoredSequenceSimulations;
      assert.deepEqual(decoded!.simulation.tokens, [...tokens, text]);
    }
  });
});

describe('decodeNeuron, on values of a wrong type', () => {
  /** A wrong value counts as another, and the rest of the neuron is decoded as if it were there. */
  interface Field {
    path: string;
    with: (value: unknown) => unknown;
    wrong: unknown[];
    countsAs: unknown;
    /** Whether the file may leave the field out. */
    optional?: boolean;
  }
  const id = (changes: object) =>
    raw.neuron({ neuron_id: { layer_index: 3, neuron_index: 14, ...changes } });
  const ofExplanation = (changes: Record<string, unknown>) =>
    raw.neuron({ scored_explanations: [raw.explanation(changes), raw.explanation()] });
  const ofScored = (changes: Record<string, unknown>) =>
    raw.neuronOfSimulation(raw.scoredSimulation(changes));
  const ofSequence = (changes: Record<string, unknown>) =>
    raw.neuronOfSequence(raw.sequence(changes));
  const ofSimulation = (changes: Record<string, unknown>) =>
    ofSequence({ simulation: raw.simulation(changes) });

  const notText = [null, 5, true, [], {}];
  const notIndex = [null, '3', 1.5, true, [], {}];
  const notScore = ['0.5', 'none', '', true, [], [1], {}];
  const notList = [null, 'x', 5, true, {}];
  const notObject = ['x', 5, true, [], [{}]];
  const scored = 'scored_explanations[0].scored_simulation';
  const simulation = `${firstSequence}.simulation`;

  const fields: Field[] = [
    {
      path: 'neuron_id',
      with: (value) => raw.neuron({ neuron_id: value }),
      wrong: [...notObject, null],
      countsAs: { layer_index: NaN, neuron_index: NaN },
    },
    {
      path: 'neuron_id.layer_index',
      with: (value) => id({ layer_index: value }),
      wrong: notIndex,
      countsAs: NaN,
    },
    {
      path: 'neuron_id.neuron_index',
      with: (value) => id({ neuron_index: value }),
      wrong: notIndex,
      countsAs: NaN,
    },
    {
      path: 'scored_explanations',
      with: (value) => raw.neuron({ scored_explanations: value }),
      wrong: notList,
      countsAs: [],
    },
    {
      path: 'scored_explanations[0].explanation',
      with: (value) => ofExplanation({ explanation: value }),
      wrong: notText,
      countsAs: '',
    },
    {
      path: scored,
      with: (value) => ofExplanation({ scored_simulation: value }),
      wrong: [...notObject, null],
      countsAs: { scored_sequence_simulations: [] },
    },
    {
      path: `${scored}.scored_sequence_simulations`,
      with: (value) => ofScored({ scored_sequence_simulations: value }),
      wrong: notList,
      countsAs: [],
    },
    ...['ev_correlation_score', 'rsquared_score', 'absolute_dev_explained_score'].flatMap(
      (score): Field[] => [
        {
          path: `${scored}.${score}`,
          with: (value) => ofScored({ [score]: value }),
          wrong: notScore,
          countsAs: null,
          optional: true,
        },
        {
          path: `${firstSequence}.${score}`,
          with: (value) => ofSequence({ [score]: value }),
          wrong: notScore,
          countsAs: null,
          optional: score !== 'ev_correlation_score',
        },
      ],
    ),
    {
      path: `${firstSequence}.true_activations`,
      with: (value) => ofSequence({ true_activations: value }),
      wrong: notList,
      countsAs: [],
    },
    {
      path: `${simulation}.expected_activations`,
      with: (value) => ofSimulation({ expected_activations: value }),
      wrong: notList,
      countsAs: [],
    },
    {
      path: `${simulation}.activation_scale`,
      with: (value) => ofSimulation({ activation_scale: value }),
      wrong: [...notText, 'volts', 'toString'],
      countsAs: 'simulated_normalized_activations',
    },
    ...['distribution_values', 'distribution_probabilities'].map((field) => ({
      path: `${simulation}.${field}`,
      with: (value: unknown) => ofSimulation({ [field]: value }),
      wrong: notList,
      countsAs: [],
    })),
    {
      path: `${simulation}.uncalibrated_simulation`,
      with: (value) => ofSimulation({ uncalibrated_simulation: value }),
      wrong: notObject,
      countsAs: null,
      optional: true,
    },
  ];

  for (const field of fields) {
    it(`reports ${field.path}, and keeps the rest`, () => {
      if (field.optional) {
        const { neuron, problems } = decodeFile(field.with(undefined));
        assert.deepEqual(problems, []);
        assert.deepEqual(neuron, decodeFile(field.with(field.countsAs)).neuron);
      }
      const wrong = field.optional ? field.wrong : [...field.wrong, undefined];
      for (const value of wrong) {
        const { neuron, problems } = decodeFile(field.with(value));
        const shown = JSON.stringify(value);
        assert.equal(problems.length, 1, `${shown}: ${linesOf({ problems }).join('\n')}`);
        assert.equal(formatPath(problems[0]!.path), field.path, shown);
        assert.equal(problems[0]!.severity, 'warning', shown);
        const asIf = decodeNeuron(structuredClone(field.with(field.countsAs)));
        assert.deepEqual(neuron, asIf.neuron, shown);
      }
    });
  }

  it('reports what was expected, found and done', () => {
    const changes = { explanation: null, scored_simulation: 'none' };
    const lines = linesOf(
      decodeFile(raw.neuron({ scored_explanations: [raw.explanation(changes)] })),
    );
    assert.deepEqual(lines, [
      'warning scored_explanations[0].explanation: Expected a string, found null. Shown as missing.',
      `warning ${scored}: Expected a ScoredSimulation, found the string "none". Shown as missing.`,
    ]);
  });

  it('reports how an unknown activation scale is read', () => {
    const [line] = linesOf(decodeFile(ofSimulation({ activation_scale: 'volts' })));
    assert.match(
      line!,
      /found the string "volts"\. 'simulated_normalized_activations' is assumed\.$/,
    );
  });

  it('reports what each kind of field expects', () => {
    const expected: [unknown, string][] = [
      [id({ layer_index: 1.5 }), 'a whole number'],
      [ofSequence({ rsquared_score: true }), 'a number or null'],
      [raw.neuron({ scored_explanations: null }), 'a list of scored explanations'],
      [ofScored({ scored_sequence_simulations: {} }), 'a list of scored sequence simulations'],
      [ofSimulation({ tokens: {} }), 'a list where each item is a string'],
      [
        ofSimulation({ distribution_values: 'x' }),
        'a list where each item is a list of numbers only',
      ],
      [ofSimulation({ uncalibrated_simulation: [] }), 'a SequenceSimulation'],
      [
        ofSimulation({ activation_scale: 1 }),
        "an activation scale: 'neuron_activations', 'simulated_normalized_activations' or 'human_predicted_activations'",
      ],
    ];
    for (const [file, words] of expected) {
      const [line] = linesOf(decodeFile(file));
      assert.ok(line!.includes(`: Expected ${words}, found `), line);
    }
  });

  it('reads each activation scale', () => {
    for (const scale of [
      'neuron_activations',
      'simulated_normalized_activations',
      'human_predicted_activations',
    ]) {
      const { neuron, problems } = decodeFile(ofSimulation({ activation_scale: scale }));
      assert.deepEqual(problems, []);
      const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
      assert.equal(first!.simulation.activationScale, scale);
    }
  });

  it('distinguishes missing from null', () => {
    const [missing] = linesOf(decodeFile(ofExplanation({ explanation: undefined })));
    assert.match(missing!, /Expected a string, found nothing\./);
  });

  it('replaces the wrong values of a list only, with one problem for all of them', () => {
    const { neuron, problems } = decodeFile(
      raw.neuronOfSequence(
        raw.sequence({
          simulation: raw.simulation({
            tokens: [null, ' b'],
            expected_activations: [0.25, 'x'],
            distribution_values: [[0, '1', 2, {}], [1]],
            distribution_probabilities: [0.5, null],
          }),
          true_activations: [true, [3]],
        }),
      ),
    );
    assert.deepEqual(linesOf({ problems }), [
      `warning ${simulation}.tokens[0]: Expected a string, found null. Shown as missing.`,
      `warning ${simulation}.expected_activations[1]: Expected a number, found the string "x". Shown as missing.`,
      `warning ${simulation}.distribution_values[0]: Expected a list of numbers only, found a list of 4. Shown as missing.`,
      `warning ${simulation}.distribution_probabilities[0]: Expected a list of numbers only, found 0.5 (2 values of this list are wrong). Shown as missing.`,
      `warning ${firstSequence}.true_activations[0]: Expected a number, found true (2 values of this list are wrong). Shown as missing.`,
    ]);
    const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
    assert.deepEqual(first!.simulation.tokens, ['', ' b']);
    assert.deepEqual(first!.simulation.expectedActivations, [0.25, NaN]);
    assert.deepEqual(first!.simulation.distributionValues, [[0, NaN, 2, NaN], [1]]);
    assert.deepEqual(first!.simulation.distributionProbabilities, [[], []]);
    assert.deepEqual(first!.trueActivations, [NaN, NaN]);
  });

  it('does not report the length of a replaced list', () => {
    const lines = linesOf(decodeFile(ofSequence({ true_activations: 'none' })));
    assert.deepEqual(lines, [
      `warning ${firstSequence}.true_activations: Expected a list where each item is a number, found the string "none". Shown as missing.`,
    ]);
  });

  it('drops the uncalibrated simulation only if it is broken', () => {
    const broken = ofSimulation({
      uncalibrated_simulation: raw.uncalibrated({ tokens: undefined }),
    });
    const { neuron, problems } = decodeFile(broken);
    assert.deepEqual(linesOf({ problems }), [
      `warning ${simulation}.uncalibrated_simulation.tokens: Expected a list where each item is a string, found nothing. Shown as missing.`,
    ]);
    const without = decodeFile(ofSimulation({ uncalibrated_simulation: null }));
    assert.deepEqual(neuron, without.neuron);
  });

  it('repairs the uncalibrated simulation if possible', () => {
    const mendable = raw.uncalibrated({ expected_activations: [1, 'x'], activation_scale: null });
    const { neuron } = decodeFile(ofSimulation({ uncalibrated_simulation: mendable }));
    const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
    const inner = first!.simulation.uncalibratedSimulation!;
    assert.deepEqual(inner.tokens, [' a', ' b']);
    assert.deepEqual(inner.expectedActivations, [1, NaN]);
  });
});

describe('decodeNeuron, on broken sequences and explanations', () => {
  const broken: [string, unknown, string][] = [
    ['is no object', 5, ''],
    ['is null', null, ''],
    ['has no simulation', raw.sequence({ simulation: undefined }), '.simulation'],
    ['has null for a simulation', raw.sequence({ simulation: null }), '.simulation'],
    [
      'has no tokens',
      raw.sequence({ simulation: raw.simulation({ tokens: undefined }) }),
      '.simulation.tokens',
    ],
    [
      'has tokens that are no list',
      raw.sequence({ simulation: raw.simulation({ tokens: ' a b' }) }),
      '.simulation.tokens',
    ],
  ];
  for (const [what, sequence, place] of broken) {
    it(`drops only a sequence that ${what}`, () => {
      const { neuron, problems } = decodeFile(raw.neuronOfSequence(sequence));
      assert.equal(problems.length, 1, linesOf({ problems }).join('\n'));
      assert.equal(formatPath(problems[0]!.path), `${firstSequence}${place}`);
      assert.equal(problems[0]!.severity, 'error');
      assert.match(problems[0]!.message, /The sequence is not shown\.$/);
      const rest = raw.scoredSimulation({
        scored_sequence_simulations: [raw.sequence({ true_activations: [3, -0.5] })],
      });
      assert.deepEqual(neuron, decodeFile(raw.neuronOfSimulation(rest)).neuron);
    });
  }

  it('drops only an explanation that is no object', () => {
    for (const value of [null, 5, ' ships', []]) {
      const good = raw.explanation();
      const { neuron, problems } = decodeFile(raw.neuron({ scored_explanations: [value, good] }));
      assert.equal(problems.length, 1);
      assert.equal(formatPath(problems[0]!.path), 'scored_explanations[0]');
      assert.match(problems[0]!.message, /The explanation is not shown\.$/);
      assert.deepEqual(neuron, decodeFile(raw.neuron({ scored_explanations: [good] })).neuron);
    }
  });

  it('counts dropped items in the positions of later problems', () => {
    const late = raw.sequence({ true_activations: [1] });
    const wrong = raw.sequence({ rsquared_score: '0.5' });
    const scored = raw.scoredSimulation({
      scored_sequence_simulations: [null, late, 'x', wrong, raw.sequence(), late],
    });
    const file = raw.neuron({
      scored_explanations: [null, raw.explanation({ scored_simulation: scored })],
    });
    const { neuron, problems } = decodeFile(file);
    const list = 'scored_explanations[1].scored_simulation.scored_sequence_simulations';
    assert.deepEqual(
      problems.map(({ path }) => formatPath(path)),
      [
        'scored_explanations[0]',
        `${list}[0]`,
        `${list}[2]`,
        `${list}[3].rsquared_score`,
        `${list}[1].true_activations`,
        `${list}[5].true_activations`,
      ],
    );
    const [only] = neuron.scoredExplanations;
    assert.equal(only!.scoredSimulation.scoredSequenceSimulations.length, 4);
  });
});

describe('decodeNeuron, on lists that do not fit together', () => {
  const lengths = (sequence: unknown) => linesOf(decodeFile(raw.neuronOfSequence(sequence)));
  const simulated = (changes: Record<string, unknown>) =>
    raw.sequence({ simulation: raw.simulation(changes) });

  it('warns of activations that are too few or too many, and keeps them', () => {
    assert.deepEqual(lengths(raw.sequence({ true_activations: [1] })), [
      `warning ${firstSequence}.true_activations: Expected one activation for each of the 2 tokens, found 1. They are matched from the start.`,
    ]);
    assert.match(lengths(raw.sequence({ true_activations: [1, 2, 3] }))[0]!, /found 3\./);
    assert.deepEqual(lengths(simulated({ expected_activations: [] })), [
      `warning ${firstSequence}.simulation.expected_activations: Expected one value for each of the 2 tokens, found 0. They are matched from the start.`,
    ]);
    const { neuron } = decodeFile(
      raw.neuronOfSequence(raw.sequence({ true_activations: [1, 2, 3] })),
    );
    const [first] = neuron.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations;
    assert.deepEqual(first!.trueActivations, [1, 2, 3]);
  });

  it('warns of one row per value instead of one per token', () => {
    const rows = Array.from({ length: 11 }, (_, i) => [i]);
    assert.deepEqual(lengths(simulated({ distribution_values: rows })), [
      `warning ${firstSequence}.simulation.distribution_values: Expected one row for each of the 2 tokens, found 11. They are matched from the start.`,
    ]);
  });

  it('reads empty rows as tokens without a prediction', () => {
    const rows = { distribution_values: [[], [1]], distribution_probabilities: [[], [1]] };
    assert.deepEqual(lengths(simulated(rows)), []);
  });
});

describe('decodeNeuron, on names', () => {
  it('ignores and reports unknown fields anywhere', () => {
    const simulation = raw.simulation({ colour: 'red' });
    const file = raw.neuron({
      comment: 'by hand',
      scored_explanations: [
        raw.explanation({
          author: { name: 'me' },
          date: 1,
          scored_simulation: raw.scoredSimulation({
            scored_sequence_simulations: [raw.sequence({ simulation, seed: null })],
          }),
        }),
      ],
      neuron_id: { layer_index: 3, neuron_index: 14, site: 'mlp' },
    });
    const { neuron, problems } = decodeFile(file);
    assert.deepEqual(linesOf({ problems }).sort(), [
      'info comment: Unknown field "comment". It is not shown.',
      'info neuron_id.site: Unknown field "site". It is not shown.',
      'info scored_explanations[0].author: Unknown field "author", "date". It is not shown.',
      `info ${firstSequence}.seed: Unknown field "seed". It is not shown.`,
      `info ${firstSequence}.simulation.colour: Unknown field "colour". It is not shown.`,
    ]);
    assert.ok(!('comment' in neuron));
    assert.equal(neuron.scoredExplanations[0]!.explanation, ' harbours');
  });

  it('treats a field named __proto__ as unknown', () => {
    const text = JSON.stringify(raw.neuron()).replace('"layer_index"', '"__proto__":{"x":1},$&');
    const { neuron, problems } = decodeText(text);
    assert.deepEqual(linesOf({ problems }), [
      'info neuron_id.__proto__: Unknown field "__proto__". It is not shown.',
    ]);
    assert.deepEqual(neuron, decodeFile(raw.neuron()).neuron);
  });

  it('shortens the names of very many unknown fields', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`field${i}`, i]));
    const { problems } = decodeFile(raw.neuron(many));
    assert.equal(problems.length, 1);
    assert.ok(problems[0]!.message.length < 120, problems[0]!.message);
  });

  it('reads a wrong or unknown class name as the expected class', () => {
    for (const name of [
      'NeuronRecord',
      'FutureThing',
      null,
      5,
      {},
      'ScoredExplanationOrBaselines',
    ]) {
      const file = raw.neuron({
        neuron_id: { layer_index: 3, neuron_index: 14, dataclass_name: name },
      });
      const { neuron, problems } = decodeFile(file);
      assert.equal(problems.length, 1, JSON.stringify(name));
      assert.equal(formatPath(problems[0]!.path), 'neuron_id.dataclass_name');
      assert.equal(problems[0]!.severity, 'warning');
      assert.match(
        problems[0]!.message,
        /^Expected the class NeuronId, found .*\. The expected class is used\.$/,
      );
      assert.deepEqual(neuron, decodeFile(raw.neuron()).neuron);
    }
  });

  it('reads a neuron by its name or by its explanations, whatever else is wrong', () => {
    const named = decodeFile({ dataclass_name: 'NeuronSimulationResults' });
    assert.deepEqual(
      named.problems.map(({ path }) => formatPath(path)),
      ['neuron_id', 'scored_explanations'],
    );
    assert.deepEqual(named.neuron.scoredExplanations, []);
    const unnamed = decodeFile({ dataclass_name: 'X', scored_explanations: [raw.explanation()] });
    assert.equal(unnamed.neuron.scoredExplanations.length, 1);
  });
});

describe('decodeNeuron, on the second generation', () => {
  it('equals the first one', () => {
    const { neuron, problems } = decodeFile(raw.secondGeneration(raw.neuron()));
    assert.deepEqual(problems, []);
    assert.deepEqual(neuron, decodeFile(raw.neuron()).neuron);
  });

  it('uses the file’s field names in paths', () => {
    const simulation = raw.simulation({ activation_scale: 'volts' });
    const first = raw.sequence({ simulation, true_activations: [1] });
    const file = raw.neuron({
      neuron_id: { layer_index: 'x', neuron_index: null },
      scored_explanations: [
        raw.explanation({
          explanation: 5,
          scored_simulation: raw.scoredSimulation({
            scored_sequence_simulations: [
              first,
              raw.sequence({ simulation: null }),
              raw.sequence({ simulation: raw.simulation({ expected_activations: [1] }) }),
            ],
          }),
        }),
      ],
    });
    const { problems } = decodeFile(raw.secondGeneration(file));
    const list =
      'scored_explanation_or_baseline_list[0].scored_simulation.scored_sequence_simulations';
    assert.deepEqual(problems.map(({ path }) => formatPath(path)).sort(), [
      'neuron_id.idx',
      'neuron_id.layer',
      'scored_explanation_or_baseline_list[0].explanation_or_baseline',
      `${list}[0].sequence_simulation.unit`,
      `${list}[0].true_activations`,
      `${list}[1].sequence_simulation`,
      `${list}[2].sequence_simulation.expected_activations`,
    ]);
  });

  it('prefers the current name if both exist, and reports the old one as unknown', () => {
    const file = raw.neuron({ neuron_id: { layer_index: 3, layer: 9, neuron_index: 14 } });
    const { neuron, problems } = decodeFile(file);
    assert.equal(neuron.neuronId.layerIndex, 3);
    assert.deepEqual(linesOf({ problems }), [
      'info neuron_id.layer: Unknown field "layer". It is not shown.',
    ]);
    const wrong = raw.neuron({ neuron_id: { layer_index: 'x', layer: 9, neuron_index: 14 } });
    assert.deepEqual(
      decodeFile(wrong).problems.map(({ path }) => formatPath(path)),
      ['neuron_id.layer_index', 'neuron_id.layer'],
    );
  });
});

describe('decodeNeuron, on several faults at once', () => {
  it('reports them all and keeps valid parts', () => {
    const bad = raw.sequence({
      simulation: raw.simulation({
        tokens: [' a', 7],
        expected_activations: null,
        activation_scale: 3,
        distribution_values: [[1], 'x'],
        uncalibrated_simulation: 'none',
        seed: 1,
        dataclass_name: 'Simulation',
      }),
      true_activations: ['1', 2],
      ev_correlation_score: '0.5',
    });
    const scored = raw.scoredSimulation({
      scored_sequence_simulations: [bad, null, raw.sequence({ true_activations: [3, -0.5] })],
      rsquared_score: '0.5',
    });
    const first = raw.explanation({ explanation: 5, scored_simulation: scored });
    const { neuron, problems } = decodeFile(
      raw.neuron({ neuron_id: null, scored_explanations: [first, raw.explanation()] }),
    );
    const simulation = `${firstSequence}.simulation`;
    const scoredPath = 'scored_explanations[0].scored_simulation';
    assert.deepEqual(problems.map(({ path }) => formatPath(path)).sort(), [
      'neuron_id',
      'scored_explanations[0].explanation',
      `${scoredPath}.rsquared_score`,
      `${firstSequence}.ev_correlation_score`,
      `${simulation}.activation_scale`,
      `${simulation}.dataclass_name`,
      `${simulation}.distribution_values[1]`,
      `${simulation}.expected_activations`,
      `${simulation}.seed`,
      `${simulation}.tokens[1]`,
      `${simulation}.uncalibrated_simulation`,
      `${firstSequence}.true_activations[0]`,
      `${scoredPath}.scored_sequence_simulations[1]`,
    ]);
    const good = decodeFile(raw.neuron()).neuron;
    assert.deepEqual(neuron.scoredExplanations[1], good.scoredExplanations[1]);
    const { scoredSimulation } = neuron.scoredExplanations[0]!;
    assert.equal(scoredSimulation.evCorrelationScore, 0.75);
    const [mended, untouched] = scoredSimulation.scoredSequenceSimulations;
    assert.deepEqual(
      untouched,
      good.scoredExplanations[0]!.scoredSimulation.scoredSequenceSimulations[1],
    );
    assert.deepEqual(mended!.simulation.tokens, [' a', '']);
    assert.deepEqual(mended!.simulation.distributionValues, [[1], []]);
    assert.deepEqual(mended!.simulation.distributionProbabilities, [
      [0.5, 0.5],
      [0.75, 0.25],
    ]);
    assert.deepEqual(mended!.trueActivations, [NaN, 2]);
    assert.equal(mended!.rsquaredScore, 0.6);
  });

  it('finds more wrong rows than a call can take as arguments', () => {
    const simulation = raw.simulation({ distribution_values: Array(200_000).fill(null) });
    const { problems } = decodeNeuron(raw.neuronOfSequence(raw.sequence({ simulation })));
    assert.match(problems[0]!.message, /\(200000 values of this list are wrong\)/);
  });

  it('finds more broken sequences than a call can take as arguments', () => {
    // Told by the number of zod's issues, since so many sequences would take seconds.
    const scored = raw.scoredSimulation({ scored_sequence_simulations: [null, {}, null] });
    const file = raw.neuron({
      scored_explanations: [null, raw.explanation({ scored_simulation: scored })],
    });
    const { error } = NeuronSimulationResults.schema.safeParse(file);
    assert.equal(error?.issues.length, 1);
    assert.equal(decodeFile(file).problems.length, 6);
  });
});

describe('decodeNeuron, on other data', () => {
  const reasonOf = (value: unknown) => {
    try {
      decodeNeuron(value);
    } catch (error) {
      assert.ok(error instanceof FormatError);
      return error.reason;
    }
    return assert.fail('it was taken for a neuron');
  };

  it('reports what it is instead', () => {
    const expected: [unknown, string][] = [
      [null, 'null'],
      [5, 'a number'],
      [false, 'true or false'],
      ['text', 'a string'],
      [[], 'an empty list'],
      [[raw.neuron()], 'a list of 1'],
      [{}, 'an empty object'],
      [{ a: 1, b: 2 }, 'another object'],
      [{ dataclass_name: 'secret' }, 'another object'],
      [{ neuron_id: {}, dataclass_name: 'NeuronRecord' }, 'a NeuronRecord'],
      [raw.explanation(), 'a ScoredExplanation'],
    ];
    for (const [value, what] of expected) {
      assert.equal(
        reasonOf(value),
        `it contains no neuron: expected an object with 'neuron_id' and 'scored_explanations', found ${what}`,
      );
    }
  });

  it('recognises explanations of an attention head, by name or by field, of both generations', () => {
    const explanations = { scored_explanations: [] };
    for (const value of [
      { dataclass_name: 'AttentionSimulationResults', ...explanations },
      { attention_head_id: {}, ...explanations },
      { attention_id: {}, ...explanations },
    ]) {
      assert.match(
        reasonOf(value),
        /found explanations of an attention head, which are not supported$/,
      );
    }
  });

  it('shortens a very long name', () => {
    assert.ok(reasonOf({ dataclass_name: 'x'.repeat(100_000) }).length < 200);
  });
});
