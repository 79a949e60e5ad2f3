import type { Tape } from '../catalog/support/tape.ts';

type Node = Record<string | number, unknown>;

/** Names that mean something to the format, to its serialiser or to JavaScript. */
export const fieldNames = [
  ...['dataclass_name', 'neuron_id', 'scored_explanations', 'explanation', 'scored_simulation'],
  ...['scored_sequence_simulations', 'simulation', 'tokens', 'expected_activations'],
  ...['activation_scale', 'distribution_values', 'distribution_probabilities', 'layer_index'],
  ...['uncalibrated_simulation', 'true_activations', 'ev_correlation_score', 'rsquared_score'],
  ...['absolute_dev_explained_score', 'neuron_index', 'response'],
  ...['layer', 'idx', 'scored_explanation_or_baseline_list', 'explanation_or_baseline'],
  ...['sequence_simulation', 'unit'],
  ...['attention_head_id', 'activations', 'mean', 'random_sample_by_quantile', 'c_fc', 'strengths'],
  ...['__proto__', 'constructor', 'toString', 'length', 'hasOwnProperty', '0', '', 'Tokens', '\0'],
];

const classNames = [
  ...['NeuronId', 'SequenceSimulation', 'ScoredSequenceSimulation', 'ScoredSimulation'],
  ...['ScoredExplanation', 'ScoredExplanationOrBaseline', 'NeuronSimulationResults'],
  ...['AttentionSimulationResults', 'NeuronRecord', 'object', '__proto__', ''],
];

export const hostileNumbers = [
  ...[0, -0, 1, -1, 0.5, 10, 1e16, NaN, Infinity, -Infinity, 5e-324, 2 ** 31, 2 ** 53, 1e-170],
  ...[1e154, 1.3e154, 1e160, -1e160, 1.7e308, -1.7e308, Number.MAX_VALUE, 1e-308, -1e-200],
];

export const hostileTexts = [
  ...[
    '',
    ' ',
    '\0',
    '\n',
    '\r\n',
    '\ufeff',
    '\ud800',
    'a\udc00',
    '\u202e',
    '{}',
    'NaN',
    '0',
    'null',
  ],
  ...['__proto__', '<b>&amp;</b>', '$(x)', '=1+1', 'é', '😀', 'neuron_activations', 'eyJhIjogMX0='],
  ...['simulated_normalized_activations', 'AAAAAAAA8D8=', 'x'.repeat(3000), '{"a":[1]}'],
];

const plainValues: readonly unknown[] = [null, true, false, ...hostileNumbers, ...hostileTexts];

/** Changes a neuron's JSON in one place: other types, other names, other lengths, other sizes. */
export function breakNeuron(tape: Tape, root: unknown): unknown {
  const holder: Node = { root };
  const [around, key] = somewhere(tape, holder);
  const value = around[key];
  switch (tape.below(12)) {
    case 0:
      around[key] = tape.pick(plainValues);
      break;
    case 1:
      around[key] = structured(tape, holder['root']);
      break;
    case 2:
      remove(around, key);
      break;
    case 3:
      rename(around, key, tape.pick(fieldNames));
      break;
    case 4:
      exchange(tape, around, key);
      break;
    case 5:
      if (Array.isArray(value)) value.push(...(value.slice(tape.below(3)) as unknown[]));
      break;
    case 6:
      if (Array.isArray(value)) value.length = tape.below(value.length + 1);
      break;
    case 7:
      around[key] = numbersOf(value, (number) => number * tape.pick([1e155, 1e-165, -1, 1e300]));
      break;
    case 8:
      around[key] = numbersOf(value, (number) => (tape.oneIn(3) ? number : NaN));
      break;
    case 9:
      around[key] = numbersOf(value, () => tape.pick(hostileNumbers));
      break;
    case 10:
      around[key] = numbersOf(value, () => 7.25);
      break;
    default:
      if (isNode(value) && !Array.isArray(value))
        value[tape.pick(fieldNames)] = tape.pick(plainValues);
  }
  return holder['root'];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** A place in a tree, by what holds it. */
function somewhere(tape: Tape, holder: Node): [around: Node, key: string] {
  let around = holder;
  let key = 'root';
  for (;;) {
    const value = around[key];
    if (!isNode(value) || Object.keys(value).length === 0 || tape.oneIn(7)) return [around, key];
    around = value;
    key = tape.pick(Object.keys(value));
  }
}

function structured(tape: Tape, root: unknown): unknown {
  switch (tape.below(7)) {
    case 0:
      return [];
    case 1:
      return {};
    case 2:
      return [tape.pick(plainValues)];
    case 3:
      return { dataclass_name: tape.pick(classNames) };
    case 4:
      return nested(tape.pick([3, 100, 480, 494, 499, 501, 600]), tape.oneIn(2));
    case 5: {
      const [around, key] = somewhere(tape, { root });
      return structuredClone(around[key]);
    }
    default:
      return { [tape.pick(fieldNames)]: tape.pick(plainValues) };
  }
}

function nested(depth: number, inObjects: boolean): unknown {
  let value: unknown = null;
  for (let i = 0; i < depth; i++) value = inObjects ? { uncalibrated_simulation: value } : [value];
  return value;
}

function remove(around: Node, key: string): void {
  if (Array.isArray(around)) around.splice(Number(key), 1);
  else delete around[key];
}

function rename(around: Node, key: string, name: string): void {
  if (Array.isArray(around)) return;
  const value = around[key];
  delete around[key];
  // Not by assignment, to which __proto__ is more than a name.
  Object.defineProperty(around, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** Two neighbours change places: values of fields, or elements of a list. */
function exchange(tape: Tape, around: Node, key: string): void {
  const other = tape.pick(Object.keys(around));
  [around[key], around[other]] = [around[other], around[key]];
}

function numbersOf(value: unknown, change: (number: number) => number): unknown {
  if (typeof value === 'number') return change(value);
  if (Array.isArray(value)) return value.map((item) => numbersOf(item, change));
  if (!isNode(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, numbersOf(item, change)]),
  );
}
