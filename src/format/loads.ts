import * as attention from './attention.ts';
import { currentFields, type Dataclass, instance, isObject } from './dataclass.ts';
import { FormatError } from './errors.ts';
import { shorten } from './problem.ts';
import { parsePythonJson } from './pythonJson.ts';
import * as schema from './schema.ts';

/**
 * All classes of the format, in the order in which the reference registers them. An object with
 * only some fields of a class is taken for the first class that has them all.
 */
export const dataclasses: readonly Dataclass[] = [
  schema.ActivationRecord,
  schema.NeuronId,
  schema.NeuronRecord,
  schema.SequenceSimulation,
  schema.ScoredSequenceSimulation,
  schema.ScoredSimulation,
  schema.ScoredExplanation,
  schema.NeuronSimulationResults,
  attention.AttentionSimulation,
  attention.ScoredAttentionSimulation,
  attention.ScoredAttentionExplanation,
  attention.AttentionSimulationResults,
];

const byName = new Map(
  dataclasses.flatMap((c) => [c.name, ...(c.former.names ?? [])].map((name) => [name, c] as const)),
);

/** Whether the format has a class of this name. */
export function isDataclassName(name: unknown): name is string {
  return byName.has(name as string);
}

/**
 * Decodes text as the reference does: every object becomes an instance of its dataclass, inner ones
 * first.
 *
 * - With a `dataclass_name`: that class. A missing required field or an unknown field is an
 *   error; missing optional fields get defaults. If no class has that name: a plain object without
 *   the name, or in strict mode an error.
 * - Without: the class whose fields are the object's keys, else the first class that has them
 *   all, else a plain object. In strict mode always a plain object.
 *
 * Values are not checked: a string in place of a number stays. Former names of the second
 * generation become current. `decodeNeuron` checks values and keeps the good parts of a faulty
 * file.
 *
 * Instances have camel case fields and a `dataclassName`; plain objects keep their keys. Throws a
 * `FormatError`. Source: the reference's `loads(s, backwards_compatible)`; `strict` is
 * `backwards_compatible=False`.
 */
export function loads(text: string, options: { strict?: boolean } = {}): unknown {
  return build(parsePythonJson(text), options.strict ?? false, false);
}

function build(value: unknown, strict: boolean, inObject: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => build(item, strict, inObject));
  if (!isObject(value)) return value;

  const { dataclass_name: name, ...fields } = value;
  const named = Object.hasOwn(value, 'dataclass_name');
  const found = named ? byName.get(name as string) : undefined;
  if (named && !found && strict) {
    throw new FormatError(`no dataclass is named ${shorten(JSON.stringify(name))}`);
  }
  // The reference visits an object again if a nested one has already lost its unknown name.
  const inferred = !strict && !found && (!named || inObject) ? infer(fields) : undefined;
  const dataclass = found ?? inferred;
  const current = dataclass ? currentFields(fields, dataclass.former) : fields;
  const built = Object.fromEntries(
    Object.entries(current).map(([key, item]) => [key, build(item, strict, true)]),
  );
  return dataclass ? construct(dataclass, built) : built;
}

function infer(fields: Readonly<Record<string, unknown>>): Dataclass | undefined {
  // In the second generation only this class has another field name. Former names of the other
  // classes are older and only apply to named classes.
  const keys = Object.keys(currentFields(fields, schema.ScoredSequenceSimulation.former));
  if (keys.length === 0) return undefined;
  // If one class has exactly these fields, it is also the first that has them all: no class
  // contains all fields of another.
  return dataclasses.find(({ shape }) => keys.every((key) => Object.hasOwn(shape, key)));
}

function construct(dataclass: Dataclass, fields: Record<string, unknown>): unknown {
  const known = Object.entries(dataclass.shape);
  const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(dataclass.shape, key));
  if (unknown.length > 0) {
    throw new FormatError(`${dataclass.name} has no field ${names(unknown)}`);
  }
  const missing: string[] = [];
  for (const [field, type] of known) {
    if (Object.hasOwn(fields, field)) continue;
    const byDefault = type.safeParse(undefined);
    if (byDefault.success) fields[field] = byDefault.data;
    else missing.push(field);
  }
  if (missing.length > 0) {
    throw new FormatError(`${dataclass.name} lacks the field ${names(missing)}`);
  }
  return instance(dataclass.name, Object.keys(dataclass.shape), fields);
}

const names = (fields: string[]) => shorten(fields.map((name) => JSON.stringify(name)).join(', '));
