import type * as z from 'zod';
import { isNumber, isText, leftOut, wrongElements } from './fields.ts';
import { describe, type Problem } from './problem.ts';
import type { JsonPath } from './pythonJson.ts';
import * as schema from './schema.ts';

/**
 * What stands in for a field that is missing or of the wrong type, so that the rest is shown. A field that is not here takes what it
 * belongs to with it.
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
};

/** What stands in for a wrong element of a list of numbers or strings. */
const substituteElement = {
  text: (item: unknown) => (isText(item) ? item : ''),
  number: (item: unknown) => (isNumber(item) ? item : NaN),
};

/** Lists whose elements can be left out, and what an element is. */
const elements: Readonly<Record<string, string>> = {
  scored_explanations: 'The explanation',
  scored_sequence_simulations: 'The sequence',
};

/** Field name → the names it had. */
const formerNames = new Map<string, string[]>();
for (const { former } of [
  schema.NeuronId,
  schema.SequenceSimulation,
  schema.ScoredSequenceSimulation,
  schema.ScoredExplanation,
  schema.NeuronSimulationResults,
]) {
  for (const [name, field] of Object.entries(former.fields ?? {})) {
    formerNames.set(field, [...(formerNames.get(field) ?? []), name]);
  }
}

type Container = Record<string | number, unknown>;

/** Where an issue is: the file's own path to it, and the objects and lists along it. */
interface Place {
  readonly path: JsonPath;
  readonly containers: readonly Container[];
  readonly value: unknown;
}

/** Changes `raw` so that none of the issues is one any more, and says of each what was wrong and what was done. */
export function repair(raw: unknown, issues: readonly z.core.$ZodIssue[]): Problem[] {
  // All are found before one is mended: a mend can take away what another is about.
  const places = issues.map((issue) => follow(raw, issue.path as JsonPath));
  return issues.map((issue, i) => mend(issue, places[i]!));
}

/** For each element that a decoded list has, its index in the file, where left out ones count too. */
export function fileIndices(raw: unknown, path: JsonPath): number[] {
  const list = follow(raw, path).value;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, i) => (item === leftOut ? [] : [i]));
}

function mend(issue: z.core.$ZodIssue, { path, containers, value }: Place): Problem {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) delete (value as Container)[key];
    const names = issue.keys.map((key) => JSON.stringify(key)).join(', ');
    return {
      severity: 'info',
      path: [...path, issue.keys[0]!],
      message: `The format has no field ${names}. It is not shown.`,
    };
  }
  if (path.at(-1) === 'dataclass_name') {
    delete containers.at(-1)!['dataclass_name'];
    return {
      severity: 'warning',
      path,
      message: `Expected the class that belongs here, found ${describe(value)}. It is read as if it were that.`,
    };
  }
  const { wrong, severity, done } = substitute(path, issue, containers);
  const others = wrong > 1 ? ` (${wrong} values of this list are wrong)` : '';
  return {
    severity,
    path,
    message: `Expected ${issue.message}, found ${describe(value)}${others}. ${done}`,
  };
}

/** Replaces what is wrong, or the nearest thing around it that can be replaced or left out. */
function substitute(
  path: JsonPath,
  issue: z.core.$ZodIssue,
  containers: readonly Container[],
): { wrong: number; severity: Problem['severity']; done: string } {
  const wrong = issue.code === 'custom' ? (issue.params?.[wrongElements] as number) : undefined;
  if (wrong !== undefined) {
    const list = containers.at(-1)!;
    const stand = path.includes('tokens') ? substituteElement.text : substituteElement.number;
    for (const i of (list as unknown as unknown[]).keys()) list[i] = stand(list[i]);
    return { wrong, severity: 'warning', done: 'Shown as missing.' };
  }
  for (let i = path.length - 1; i >= 0; i--) {
    const key = path[i]!;
    const field = currentName(key);
    const element = typeof key === 'number' ? elements[currentName(path[i - 1] ?? '')] : undefined;
    if (element !== undefined) {
      containers[i]![key] = leftOut;
      return { wrong: 1, severity: 'error', done: `${element} is left out.` };
    }
    if (typeof key === 'number' && i === path.length - 1) {
      containers[i]![key] = [];
      return { wrong: 1, severity: 'warning', done: 'Shown as missing.' };
    }
    if (Object.hasOwn(substitutes, field)) {
      containers[i]![key] = structuredClone(substitutes[field]);
      return { wrong: 1, severity: 'warning', done: 'Shown as missing.' };
    }
  }
  throw new Error(`no substitute for ${path.join('.')}`);
}

/** The place that zod's path leads to, by the former names where the file has those. */
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

/** The name by which `container` has the field `key`: a former one, or itself. */
function ownName(container: Container, key: string | number): string | number {
  if (Object.hasOwn(container, key)) return key;
  return formerNames.get(String(key))?.find((former) => Object.hasOwn(container, former)) ?? key;
}

function currentName(key: string | number): string {
  for (const [field, former] of formerNames) if (former.includes(String(key))) return field;
  return String(key);
}
