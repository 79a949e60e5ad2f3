import * as attention from './attention.ts';
import { currentFields, type Dataclass, instance, isObject } from './dataclass.ts';
import { FormatError } from './errors.ts';
import { shorten } from './problem.ts';
import { parsePythonJson } from './pythonJson.ts';
import * as schema from './schema.ts';

/**
 * Every class of the format, in the order in which the reference registers them: a class that is told by some of its fields
 * only is the first that has them all.
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
 * Decodes a text as the reference does: every object becomes an instance of its dataclass, inner ones first.
 *
 * - With a `dataclass_name`: that class. A missing required or an unknown field is an error, missing optional ones get their
 *   defaults. Where no class has that name, a plain object without the name; in strict mode an error.
 * - Without: the class whose fields are the object's keys, else the first that has them all, else a plain object. In strict
 *   mode always a plain object.
 *
 * Values are not checked: a string in a number's place stays one. Former names of the second generation are made current. `decodeNeuron`
 * is what checks values and keeps what is good of a faulty file.
 *
 * Instances have camel case fields and a `dataclassName`; plain objects keep their keys. Throws a `FormatError`.
 * Source: `loads(s, backwards_compatible)` of the reference; `strict` is `backwards_compatible=False`.
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
  // The reference looks at the values of an object once more, when one in it has lost its unknown name already.
  const inferred = !strict && !found && (!named || inObject) ? infer(fields) : undefined;
  const dataclass = found ?? inferred;
  const current = dataclass ? currentFields(fields, dataclass.former) : fields;
  const built = Object.fromEntries(
    Object.entries(current).map(([key, item]) => [key, build(item, strict, true)]),
  );
  return dataclass ? construct(dataclass, built) : built;
}

function infer(fields: Readonly<Record<string, unknown>>): Dataclass | undefined {
  // In the second generation only this class has another field name; its other former names are older, and count in named classes only.
  const keys = Object.keys(currentFields(fields, schema.ScoredSequenceSimulation.former));
  if (keys.length === 0) return undefined;
  // The first that has them all is the one that has no others, if any is: no class has all the fields of another.
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
