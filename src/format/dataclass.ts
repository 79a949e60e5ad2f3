import * as z from 'zod';

/** `layer_index` → `layerIndex`: field names of the file, as spelled in code. */
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

type Shape = Readonly<Record<string, z.ZodType>>;

/** A decoded dataclass: its fields in camel case, and which class it is. */
export type Instance<Name extends string, S extends Shape> = {
  readonly dataclassName: Name;
} & { readonly [K in keyof S as Camel<K & string>]: z.output<S[K]> };

/** Names that the second generation used. */
export interface FormerNames {
  readonly names?: readonly string[];
  /** Former field name → field name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Removed fields. */
  readonly dropped?: readonly string[];
}

/** One class of the format: the only place with the file's own names. */
export interface Dataclass<Name extends string = string, S extends Shape = Shape> {
  readonly name: Name;
  /**
   * Field schemas by the file's field names, in order of definition. A field that accepts
   * `undefined` has a default.
   */
  readonly shape: S;
  readonly former: FormerNames;
  readonly schema: z.ZodType<Instance<Name, S>>;
}

export type InstanceOf<D> = D extends Dataclass<infer Name, infer S> ? Instance<Name, S> : never;

export function defineDataclass<const Name extends string, S extends Shape>(
  name: Name,
  shape: S,
  former: FormerNames = {},
): Dataclass<Name, S> {
  const fieldNames = Object.keys(shape);
  const dataclassName = z.enum([name, ...(former.names ?? [])], `the class ${name}`).optional();
  const fields = z.strictObject(
    { ...shape, dataclass_name: dataclassName },
    { error: (issue) => (issue.code === 'invalid_type' ? `a ${name}` : undefined) },
  );
  const schema = z
    .preprocess((value) => (isObject(value) ? currentFields(value, former) : value), fields)
    .transform((decoded) => instance(name, fieldNames, decoded));
  // TypeScript cannot derive the mapped type from `instance`.
  return { name, shape, former, schema: schema as unknown as z.ZodType<Instance<Name, S>> };
}

/** Creates an instance of class `name` from fields named as in the file. */
export function instance(
  name: string,
  fields: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result: Record<string, unknown> = { dataclassName: name };
  for (const field of fields) result[camel(field)] = values[field];
  return result;
}

/** Renames former fields and drops removed ones. Returns the object itself if it has none. */
export function currentFields(
  value: Readonly<Record<string, unknown>>,
  former: FormerNames,
): Readonly<Record<string, unknown>> {
  const { fields = {}, dropped = [] } = former;
  const keys = Object.keys(value);
  if (!keys.some((key) => Object.hasOwn(fields, key) || dropped.includes(key))) return value;
  return Object.fromEntries(
    keys
      .filter((key) => !dropped.includes(key))
      .map((key) => {
        const current = Object.hasOwn(fields, key) ? fields[key]! : key;
        // If both names are present, the former one stays and is an unknown field.
        return [current !== key && Object.hasOwn(value, current) ? key : current, value[key]];
      }),
  );
}

export function camel(field: string): string {
  let known = camelNames.get(field);
  if (known === undefined) {
    known = field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(field, known);
  }
  return known;
}

/** A file repeats a few field names thousands of times. Only names of the format are cached. */
const camelNames = new Map<string, string>();

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
