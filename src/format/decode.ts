import { checkSequences } from './check.ts';
import { isObject } from './dataclass.ts';
import { FormatError } from './errors.ts';
import { isDataclassName } from './loads.ts';
import { formatPath, kindOf, type Problem } from './problem.ts';
import type { JsonPath } from './pythonJson.ts';
import { fileIndices, filePath, filePathsOf, repair } from './repair.ts';
import { NeuronSimulationResults } from './schema.ts';

/** A neuron, and what is wrong with it. */
export interface DecodedNeuron {
  readonly neuron: NeuronSimulationResults;
  readonly problems: readonly Problem[];
  /** Maps a path in the decoded neuron (current names) to the file's own names and indices. */
  readonly pathInFile: (path: JsonPath) => JsonPath;
}

/**
 * Decodes the result of `parsePythonJson` and keeps what is good. A value of the wrong type becomes
 * NaN, an empty string or an empty list. A sequence or explanation without a required part is left
 * out. Unknown fields are ignored. Each gives a problem with the place, what was expected and what
 * was found. Former names of the second generation are accepted. Modifies `raw`, which must not be
 * used afterwards.
 *
 * Throws a `FormatError` if `raw` is not a neuron at all.
 */
export function decodeNeuron(raw: unknown): DecodedNeuron {
  const found = notANeuron(raw);
  if (found) {
    throw new FormatError(
      `it contains no neuron: expected an object with 'neuron_id' and 'scored_explanations', found ${found}`,
      {},
      found === attentionHead ? 'attention-head' : 'not-a-neuron',
    );
  }
  const listed = explanationCount(raw);
  if (listed > mostExplanations)
    throw new FormatError(`it has ${listed} explanations; the limit is ${mostExplanations}`);
  const asItIs = NeuronSimulationResults.schema.safeParse(raw);
  const repairs = asItIs.success ? [] : repair(raw, asItIs.error.issues);
  const neuron = asItIs.success ? asItIs.data : NeuronSimulationResults.schema.parse(raw);

  // The length of a substitute list says nothing about the file.
  const repaired = new Set(repairs.map(({ path }) => formatPath(path)));
  const lengths = checkSequences(neuron, (path) => fileIndices(raw, path))
    .map((problem) => ({ ...problem, path: filePath(raw, problem.path) }))
    .filter(({ path }) => !repaired.has(formatPath(path)));
  return { neuron, problems: [...repairs, ...lengths], pathInFile: filePathsOf(raw) };
}

const neuronNames = [
  NeuronSimulationResults.name,
  'scored_explanations',
  ...Object.keys(NeuronSimulationResults.former.fields ?? {}),
];
const attentionHead = 'explanations of an attention head, which are not supported';
const attentionNames = ['AttentionSimulationResults', 'attention_head_id', 'attention_id'];

/** A neuron has a few. The page gets all of them in one message, so more would be slow. */
const mostExplanations = 10_000;

function explanationCount(raw: unknown): number {
  const [first] = filePath(raw, ['scored_explanations']);
  const list = (raw as Readonly<Record<string, unknown>>)[first!];
  return Array.isArray(list) ? list.length : 0;
}

/**
 * Describes what `raw` is instead of a neuron, without its content. Undefined if it resembles one.
 */
function notANeuron(raw: unknown): string | undefined {
  if (!isObject(raw)) return kindOf(raw);
  const names = [raw['dataclass_name'], ...Object.keys(raw)];
  if (names.some((name) => attentionNames.includes(name as string))) {
    return attentionHead;
  }
  if (names.some((name) => neuronNames.includes(name as string))) return undefined;
  return isDataclassName(names[0]) ? `a ${names[0]}` : kindOf(raw);
}
