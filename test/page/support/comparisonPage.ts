import { chooseExplanation } from '../../../src/comparison/host/chooseExplanation.ts';
import { explainedUnit } from '../../../src/dialects/openai/dialect.ts';
import type { ExplainedUnit } from '../../../src/model/explanation.ts';
import { ComparedRows } from '../../../src/neuron/host/comparedRows.ts';
import type {
  Comparison,
  HostMessage,
  PageState,
  Requests,
  RowOrder,
} from '../../../src/comparison/contract/contract.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { neuronDocument } from '../../../src/neuron/host/content.ts';
import type { NeuronContent } from '../../../src/neuron/contract/protocol.ts';
import { located } from '../../unit/neuron/support/located.ts';
import { ExtensionPage, pagesOf } from './extensionPage.ts';

/** Pages that no test has. */
const spare: ComparisonPage[] = [];

/** The comparison's pages for the tests of a `describe`. */
export function comparisonPages() {
  return pagesOf('comparison', (page) => new ComparisonPage(page), spare);
}

/** A neuron's file as it was read. */
export interface ReadNeuron {
  readonly content: NeuronContent;
  readonly unit: ExplainedUnit | undefined;
  readonly directory?: string;
}

/** A neuron's file of these bytes or this text, as the host reads it. */
export function readNeuron(
  file: Uint8Array | string,
  place: { layer: number; neuron: number; uri?: string },
): ReadNeuron {
  const { layer, neuron, uri = `file:///data/explanations/${layer}/${neuron}.jsonl` } = place;
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const { neuron: decoded, problems } = decodeNeuronFile(bytes, place);
  const unit = explainedUnit(decoded);
  const path = `explanations/${layer}/${neuron}.jsonl`;
  const at = located(`${layer}/${neuron}.jsonl`, { uri, path });
  return { content: neuronDocument(at, unit, problems), unit };
}

/** The comparison's page in a browser, with a host that the test plays. */
export class ComparisonPage extends ExtensionPage<Requests, HostMessage, PageState> {
  /** Shows explanations of two neurons, and answers requests for more rows. */
  async show(
    left: ReadNeuron,
    right: ReadNeuron,
    explanations: { left?: number; right?: number } = {},
  ): Promise<void> {
    const sides = {
      left: sideOf(left, explanations.left ?? null),
      right: sideOf(right, explanations.right ?? null),
    };
    const messageOf = ({ loaded, explanation }: (typeof sides)['left']) => ({
      content: loaded.content,
      directory: loaded.directory ?? '',
      explanation,
    });
    let version = 0;
    let rows: ComparedRows;
    const show = async (order: RowOrder) => {
      rows = new ComparedRows(sides.left, sides.right, order);
      const comparison: Comparison = {
        version: ++version,
        left: messageOf(sides.left),
        right: messageOf(sides.right),
        order,
        first: rows.page(0),
      };
      await this.deliver({ type: 'show', comparison });
    };
    this.host = async (request) => {
      if (request.name === 'order') await show(request.argument.order);
      return { ok: request.name === 'rows' ? rows.page(request.argument.from) : null };
    };
    await show('stored');
    await this.settle();
    await this.page.locator('h1').waitFor();
  }

  async sideBySide(): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Layout' }).selectOption('Side by side');
    await this.settle();
  }
}

function sideOf(loaded: ReadNeuron, wanted: number | null) {
  const explanation = chooseExplanation(loaded, wanted);
  return { loaded, unit: loaded.unit, explanation };
}
