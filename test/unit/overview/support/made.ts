import { ExplanationDirectory } from '../../../../src/catalog/rows/explanationDirectory.ts';
import type { NeuronRow } from '../../../../src/catalog/rows/neuronRow.ts';
import { openai } from '../../../../src/dialects/openai/dialect.ts';
import { localFileSource } from '../../../../src/platform/node/localFileSource.ts';
import { unitOf } from '../../catalog/support/keys.ts';
import { type Explained, rowExplanation } from '../../catalog/support/explained.ts';

const beginnings = ['references to', 'words related to', 'phrases about', 'mentions of'];
const subjects = [
  'the sea, ships, and sailing',
  'numbers followed by a unit',
  'legal or official proceedings',
  'members of a family',
  'Canada and Canadian people, places, and things',
  'closing brackets in code',
  'the beginning of a sentence after a quotation that goes on over several lines of a newspaper article',
];

/** A directory whose catalog a test fills. */
export function emptyDirectory(uri = 'file:///data/explanations'): ExplanationDirectory {
  return new ExplanationDirectory(uri, localFileSource, new URL(uri).pathname, openai);
}

export function row(explanations: readonly Partial<Explained>[], more: Partial<NeuronRow> = {}) {
  return {
    explanations: explanations.map((explanation) =>
      rowExplanation({
        text: ' the sea',
        score: 0.5,
        rSquared: 0.25,
        absoluteDevExplained: 0.125,
        sequences: 10,
        tokens: 640,
        ...explanation,
      }),
    ),
    failure: undefined,
    problems: [],
    problemCount: 0,
    ...more,
  } satisfies NeuronRow;
}

/** Notes a neuron, such as `5:131`, as its file has it; `modified` is in microseconds. */
export function put(
  { catalog }: ExplanationDirectory,
  place: string,
  neuron: NeuronRow,
  state: 'provisional' | 'exact' = 'exact',
  modified = 1,
): void {
  const key = `${place.replace(':', '/')}.jsonl`;
  catalog.set(unitOf(key).group, key, { size: 1, modified }, neuron, state);
}

/** A whole run: scores that fall from layer to layer, and now and then none. The same each time. */
export function madeRun(layers: number, neurons: number): ExplanationDirectory {
  const directory = emptyDirectory();
  const random = randomFrom(7);
  for (let layer = 0; layer < layers; layer++) {
    const middle = 0.55 - 0.35 * (layer / Math.max(1, layers - 1)) + 0.12 * Math.sin(layer / 3);
    for (let neuron = 0; neuron < neurons; neuron++) {
      const spread = random() + random() + random() - 1.5;
      const score = random() < 0.02 ? NaN : Math.max(-1, Math.min(1, middle + 0.3 * spread));
      const text = ` ${beginnings[neuron % 4]!} ${subjects[(neuron * 3 + layer) % 7]!}`;
      const isBroken = random() < 0.003;
      put(
        directory,
        `${layer}:${neuron}`,
        isBroken
          ? row([], { failure: 'The file is empty.', problemCount: 1 })
          : row([{ text, score, rSquared: score * score, tokens: 640 + neuron }]),
      );
    }
  }
  return directory;
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
