import { type FileSource, readBounded } from '../files/fileSource.ts';
import { type InstanceOf, isObject } from './dataclass.ts';
import { FormatError, inFile } from './errors.ts';
import { parseFile } from './neuronFile.ts';
import { formatPath, kindOf, type Problem, problem } from './problem.ts';
import { filePath, repair } from './repair.ts';
import { type ActivationRecord, NeuronRecord } from './schema.ts';
import type { SiblingKind, SiblingPath } from './siblingPaths.ts';
import { NeuronConnections, TokenAverages, TokenWeights } from './siblings.ts';

const dataclasses = {
  records: NeuronRecord,
  tokensByActivation: TokenAverages,
  tokensByWeight: TokenWeights,
  connections: NeuronConnections,
} as const satisfies Record<SiblingKind, unknown>;

/** A sibling's content by kind, with its problems. */
export type DecodedSibling = {
  readonly [Kind in SiblingKind]: {
    readonly kind: Kind;
    readonly value: InstanceOf<(typeof dataclasses)[Kind]>;
    readonly problems: readonly Problem[];
  };
}[SiblingKind];

/**
 * Reads a sibling: all good parts, and a list of problems. Undefined if there is no such file.
 * Rejects with a `FormatError` or a `FileError` that names the file if nothing can be read.
 */
export async function readSibling(
  source: FileSource,
  { kind, path }: Pick<SiblingPath, 'kind' | 'path'>,
): Promise<DecodedSibling | undefined> {
  const bytes = await readBounded(source, path);
  return bytes && inFile(path, () => decodeSibling(kind, bytes));
}

/** As `readSibling`, for the bytes of a file. Throws a `FormatError` without a file name. */
export function decodeSibling(kind: SiblingKind, bytes: Uint8Array): DecodedSibling {
  const { raw, problems } = parseFile(bytes);
  const dataclass = dataclasses[kind];
  // Pretty-printed JSON is fine here: no reading function of the reference requires one line.
  let found = problems.filter(({ severity }) => severity !== 'info');
  const asItIs = dataclass.schema.safeParse(raw);
  if (!asItIs.success) {
    const known = Object.keys(dataclass.shape);
    if (!isObject(raw) || !known.some((field) => Object.hasOwn(raw, field))) {
      throw new FormatError(
        `it contains no ${dataclass.name}: expected an object with ${known.slice(0, 2).join(', ')}, found ${kindOf(raw)}`,
      );
    }
    if (kind === 'tokensByActivation' && !Array.isArray(raw['tokens'])) {
      throw new FormatError(`expected a list of tokens, found ${kindOf(raw['tokens'])}`);
    }
    found = [...found, ...repair(raw, asItIs.error.issues)];
  }
  const value = asItIs.success ? asItIs.data : dataclass.schema.parse(raw);
  // TypeScript cannot see through the table that the two are of one kind.
  const decoded = { kind, value, problems: found } as DecodedSibling;
  const repaired = new Set(found.map((problem) => formatPath(problem.path)));
  const lengths = checkLengths(decoded)
    .map((problem) => ({ ...problem, path: filePath(raw, problem.path) }))
    .filter(({ path }) => !repaired.has(formatPath(path)));
  return { ...decoded, problems: [...found, ...lengths] };
}

/** Finds lists that belong together but differ in length. */
function checkLengths({ kind, value }: DecodedSibling): Problem[] {
  const unequal = (path: string[], names: readonly unknown[], values: readonly unknown[]) =>
    names.length === values.length
      ? []
      : [
          problem(
            'lengths-differ',
            path,
            `Expected ${names.length} values, found ${values.length}. They are matched from the start.`,
          ),
        ];
  switch (kind) {
    case 'records':
      return checkRecords(value);
    case 'tokensByActivation':
      return unequal(['average_activations'], value.tokens, value.averageActivations);
    case 'tokensByWeight':
      return [
        unequal(['input_positive', 'strengths'], ...weightsOf(value.inputPositive)),
        unequal(['input_negative', 'strengths'], ...weightsOf(value.inputNegative)),
        unequal(['output_positive', 'strengths'], ...weightsOf(value.outputPositive)),
        unequal(['output_negative', 'strengths'], ...weightsOf(value.outputNegative)),
      ].flat();
    case 'connections':
      return (
        [
          ['c_fc', value.cFc],
          ['c_proj', value.cProj],
        ] as const
      ).flatMap(([side, of]) =>
        of === null
          ? []
          : [
              ...unequal(
                [side, 'top_positive_weights'],
                of.topPositiveNeurons,
                of.topPositiveWeights,
              ),
              ...unequal(
                [side, 'top_negative_weights'],
                of.topNegativeNeurons,
                of.topNegativeWeights,
              ),
            ],
      );
  }
}

function checkRecords(record: NeuronRecord): Problem[] {
  const lists: Readonly<Record<string, readonly ActivationRecord[]>> = {
    random_sample: record.randomSample,
    random_sample_by_quantile: record.randomSampleByQuantile?.flat() ?? [],
    most_positive_activation_records: record.mostPositiveActivationRecords,
  };
  return Object.entries(lists).flatMap(([field, records]) => {
    const uneven = records.filter((each) => each.tokens.length !== each.activations.length).length;
    return uneven === 0
      ? []
      : [
          problem(
            'lengths-differ',
            [field],
            `Expected one activation per token, but ${uneven} of ${records.length} records have more or fewer. They are matched from the start.`,
          ),
        ];
  });
}

function weightsOf({ tokens, strengths }: TokenWeights['inputPositive']) {
  return [tokens, strengths] as const;
}
