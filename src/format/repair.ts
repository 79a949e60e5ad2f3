import type * as z from 'zod';
import { isObject } from './dataclass.ts';
import { leftOut, listFaults } from './fields.ts';
import { describe, type Problem, problem, shorten } from './problem.ts';
import type { ProblemCode } from './problemCodes.ts';
import type { JsonPath } from './pythonJson.ts';
import * as schema from './schema.ts';

/**
 * Substitutes for fields that are missing or of the wrong type, so that the rest can be shown.
 * Without an entry here, the containing element is dropped.
 */
const substitutes: Readonly<Record<string, unknown>> = {
  neuron_id: { layer_index: NaN, neuron_index: NaN },
  layer_index: NaN,
  neuron_index: NaN,
  scored_explanations: [],
  explanation: '',
  scored_simulation: { scored_sequence_simulations: [] },
  scored_sequence_simulations: [],
  true_activations: [],
  ev_correlation_score: null,
  rsquared_score: null,
  absolute_dev_explained_score: null,
  expected_activations: [],
  activation_scale: 'simulated_normalized_activations',
  distribution_values: [],
  distribution_probabilities: [],
  uncalibrated_simulation: null,
  // For sibling files.
  random_sample: [],
  random_sample_by_quantile: null,
  quantile_boundaries: null,
  mean: NaN,
  variance: NaN,
  skewness: NaN,
  kurtosis: NaN,
  most_positive_activation_records: [],
  activations: [],
  average_activations: [],
  strengths: [],
  input_positive: { tokens: [], strengths: [] },
  input_negative: { tokens: [], strengths: [] },
  output_positive: { tokens: [], strengths: [] },
  output_negative: { tokens: [], strengths: [] },
  c_fc: null,
  c_proj: null,
  top_positive_neurons: [],
  top_positive_weights: [],
  top_negative_neurons: [],
  top_negative_weights: [],
};

/** Lists whose elements can be left out, with the name of an element. */
const elements: Readonly<Record<string, string>> = {
  scored_explanations: 'The explanation',
  scored_sequence_simulations: 'The sequence',
  random_sample: 'The record',
  most_positive_activation_records: 'The record',
};

/** Lists of lists whose inner elements can be left out. */
const innerElements: Readonly<Record<string, string>> = {
  random_sample_by_quantile: 'The record',
};

/** Field name → former name. */
const formerNames = new Map(
  [
    schema.NeuronId,
    schema.SequenceSimulation,
    schema.ScoredSequenceSimulation,
    schema.ScoredExplanation,
    schema.NeuronSimulationResults,
  ].flatMap(({ former }) =>
    Object.entries(former.fields ?? {}).map(([name, field]) => [field, name] as const),
  ),
);

type Container = Record<string | number, unknown>;

/** A path in the file's own names, with the objects and lists along it. */
interface Place {
  readonly path: JsonPath;
  readonly containers: readonly Container[];
  readonly value: unknown;
}

interface Fault extends Place {
  readonly issue: z.core.$ZodIssue;
  /** The path in current names. */
  readonly fields: JsonPath;
}

/** Modifies `raw` until no issue applies, and describes what was wrong and how it was handled. */
export function repair(raw: unknown, issues: readonly z.core.$ZodIssue[]): Problem[] {
  // Find all faults first: a repair may remove the value of another fault.
  return findFaults(raw, issues, []).map(mend);
}

/** Translates zod's path to the file's own path, with former names if the file uses them. */
export function filePath(raw: unknown, path: JsonPath): JsonPath {
  return follow(raw, path).path;
}

/** The file's index of each element of a decoded list. Left-out elements count. */
export function fileIndices(raw: unknown, path: JsonPath): number[] {
  const list = follow(raw, path).value;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, i) => (item === leftOut ? [] : [i]));
}

/**
 * Returns a function that translates paths of the decoded neuron to the file's own paths. Caches
 * indices, since many paths are translated.
 */
export function filePathsOf(raw: unknown): (path: JsonPath) => JsonPath {
  const indices = new Map<unknown, readonly number[]>();
  const indexIn = (list: unknown, index: number) => {
    const known = indices.get(list) ?? fileIndices(list, []);
    indices.set(list, known);
    return known[index] ?? index;
  };
  return (path) => {
    const own: (string | number)[] = [];
    let value = raw;
    for (const key of path) {
      const container = value as Container;
      const name = typeof key === 'number' ? indexIn(value, key) : ownName(container, key);
      own.push(name);
      value = Object.hasOwn(container, name) ? container[name] : undefined;
    }
    return own;
  };
}

function findFaults(raw: unknown, issues: readonly z.core.$ZodIssue[], around: JsonPath): Fault[] {
  return issues.flatMap((issue) => {
    const fields = [...around, ...(issue.path as JsonPath)];
    const { elements } = listFaults(issue);
    if (elements) return findFaults(raw, elements, fields);
    return [{ issue, fields, ...follow(raw, fields) }];
  });
}

function mend(fault: Fault): Problem {
  const { issue, path, value } = fault;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) delete (value as Container)[key];
    const names = shorten(issue.keys.map((key) => JSON.stringify(key)).join(', '));
    return problem(
      'unknown-field',
      [...path, issue.keys[0]!],
      `Unknown field ${names}. It is not shown.`,
    );
  }
  const { code, done } = substitute(fault);
  const count = listFaults(issue).wrong?.count ?? 1;
  const others = count > 1 ? ` (${count} values of this list are wrong)` : '';
  return problem(
    code,
    path,
    `Expected ${issue.message}, found ${describe(value)}${others}. ${done}`,
  );
}

/** Replaces the wrong value, or replaces or leaves out the nearest enclosing one. */
function substitute({ issue, fields, path, containers, value }: Fault): {
  code: ProblemCode;
  done: string;
} {
  const { wrong } = listFaults(issue);
  if (wrong) {
    containers.at(-2)![path.at(-2)!] = wrong.mended;
    return { code: 'wrong-type', done: 'Shown as missing.' };
  }
  if (path.at(-1) === 'dataclass_name') {
    delete containers.at(-1)!['dataclass_name'];
    return { code: 'wrong-class', done: 'The expected class is used.' };
  }
  for (let i = path.length - 1; i >= 0; i--) {
    const element = elementAt(fields, i);
    if (element !== undefined) {
      containers[i]![path[i]!] = leftOut;
      return { code: 'left-out', done: `${element} is not shown.` };
    }
    if (Object.hasOwn(substitutes, fields[i]!)) {
      const substitute = copyOf(substitutes[fields[i]!]);
      containers[i]![path[i]!] = substitute;
      const code = value === undefined ? 'missing-field' : 'wrong-type';
      return fields[i] === 'activation_scale'
        ? {
            code: value === undefined ? code : 'wrong-scale',
            done: `'${substitute as string}' is assumed.`,
          }
        : { code, done: 'Shown as missing.' };
    }
  }
  throw new Error(`no substitute for ${path.join('.')}`);
}

/** Copies the substitute, since a later repair may change it. Faster than `structuredClone`. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}

/** The name of the element at step `i` of a path, if it can be left out. */
function elementAt(fields: JsonPath, i: number): string | undefined {
  const list = fields[i - 1];
  if (typeof fields[i] !== 'number' || list === undefined) return undefined;
  return typeof list === 'number' ? innerElements[fields[i - 2] ?? ''] : elements[list];
}

/** Follows zod's path in the file, with former names if the file uses them. */
function follow(raw: unknown, path: JsonPath): Place {
  const own: (string | number)[] = [];
  const containers: Container[] = [];
  let value = raw;
  for (const key of path) {
    const container = value as Container;
    const name = ownName(container, key);
    own.push(name);
    containers.push(container);
    value = Object.hasOwn(container, name) ? container[name] : undefined;
  }
  return { path: own, containers, value };
}

/** The name that `container` uses for the field `key`: the current or the former one. */
function ownName(container: Container, key: string | number): string | number {
  const former = formerNames.get(String(key));
  if (former === undefined || Object.hasOwn(container, key)) return key;
  return Object.hasOwn(container, former) ? former : key;
}
