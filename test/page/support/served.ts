import { readFileSync } from 'node:fs';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { activationsMessage } from '../../../src/neuron/host/activations.ts';
import { analysisMessage, distributionAt, findIn } from '../../../src/neuron/host/tokenAnswers.ts';
import { neuronDocument, sequencePage } from '../../../src/neuron/host/content.ts';
import type { Order } from '../../../src/tokens/contract.ts';
import { resultOf } from '../../../src/panels/contract.ts';
import { type ExplanationParts, neuronText } from '../../unit/catalog/support/neuronText.ts';
import { located } from '../../unit/neuron/support/located.ts';
import type { NeuronPage } from './neuronPage.ts';

interface Serving {
  /** In which order the page is known to want the sequences. */
  readonly order?: Order;
  readonly place?: { readonly layer: number; readonly neuron: number };
}

/** Shows a neuron's file and answers for it as the host does. */
export async function serve(page: NeuronPage, bytes: Uint8Array, serving: Serving = {}) {
  const { order = 'stored', place = { layer: 5, neuron: 131 } } = serving;
  const key = `${place.layer}/${place.neuron}.jsonl`;
  const path = `explanations/${key}`;
  const { neuron, problems } = decodeNeuronFile(bytes, place);
  const unit = explainedUnit(neuron);
  const content = neuronDocument(
    located(key, { uri: `file:///data/${path}`, path }),
    unit,
    problems,
  );
  page.host = ({ name, argument }) =>
    resultOf(() => {
      if (name === 'find') return findIn(unit, argument);
      if (name === 'sequences')
        return sequencePage(unit, argument.explanation, argument.from, argument.order);
      if (name === 'distribution') return distributionAt(unit, argument);
      if (name === 'activations') return activationsMessage(unit, argument.explanation, null);
      return name === 'analysis' ? analysisMessage(unit, argument.explanation) : null;
    });
  const best = content.explanations[0];
  const first = best ? sequencePage(unit, best.index, 0, order) : null;
  await page.send({ type: 'show', version: 1, content, first, pinned: false });
  await page.page.locator('h1').waitFor();
}

/** A file as little as the test says of it. */
export function serveParts(
  page: NeuronPage,
  explanations: readonly ExplanationParts[],
  serving: Serving = {},
): Promise<void> {
  const text = neuronText('5:131', explanations);
  return serve(page, new TextEncoder().encode(text), serving);
}

export function serveFile(page: NeuronPage, file: string, serving: Serving = {}): Promise<void> {
  const [neuron = '', layer = ''] = file
    .replace(/\.jsonl$/, '')
    .split('/')
    .reverse();
  const place = { layer: Number(layer), neuron: Number(neuron) };
  return serve(page, readFileSync(file), { place, ...serving });
}
