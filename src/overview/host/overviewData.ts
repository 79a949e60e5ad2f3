import { type CsvOptions, encodeCsv, neuronLines } from '../../catalog/rows/csv.ts';
import type { ExplanationDirectory } from '../../catalog/rows/explanationDirectory.ts';
import {
  byItself,
  filterFor,
  type NeuronFilter,
  prepareFilter,
} from '../../catalog/search/neuronFilter.ts';
import { parseQuery, type Query } from '../../catalog/search/query.ts';
import { bestScore, type Neurons, neuronsOf } from './neurons.ts';
import { sortIds } from './order.ts';
import type { Row, Selection, View, ViewOptions } from '../contract/contract.ts';
import { rowOf } from './row.ts';
import { Outdated, Slices } from '../../catalog/slices.ts';
import { summarize, type Summary, Tally } from './summary.ts';
import type { Group } from '../../model/unit.ts';
import { currentTime } from '../../text/time.ts';

const stride = 2048;
const noNeurons: Neurons = { ids: new Int32Array(), layers: [] };

/** The numbers and rows of a directory, or of one of its layers. */
export class OverviewData {
  #directory: ExplanationDirectory;
  readonly layerKey: string | undefined;
  #neurons = noNeurons;
  #ids = noNeurons.ids;
  #view = 0;
  #asked = 0;

  constructor(directory: ExplanationDirectory, layerKey?: string) {
    this.#directory = directory;
    this.layerKey = layerKey;
  }

  get directory(): ExplanationDirectory {
    return this.#directory;
  }

  /** For a directory that was removed and is back as another object. `update` reads it. */
  replaceDirectory(directory: ExplanationDirectory): void {
    this.#directory = directory;
    // They are IDs of the old catalog.
    this.#neurons = noNeurons;
    this.#ids = noNeurons.ids;
    this.#view++;
  }

  /** Reads the catalog. Earlier views do not change. */
  async update(): Promise<Summary> {
    const { catalog } = this.directory;
    const slices = new Slices();
    const neurons = await neuronsOf(catalog, this.layerKey, slices);
    if (catalog === this.directory.catalog) this.#neurons = neurons;
    return summarize(catalog, neurons, slices);
  }

  /** Filters and sorts. Rejects with `Outdated` if another view is requested meanwhile. */
  async view(options: ViewOptions): Promise<View> {
    const { query: text, selection, sort } = options;
    const asked = ++this.#asked;
    const slices = new Slices(() => asked === this.#asked);
    const { catalog } = this.directory;
    const query = parseQuery(text);
    const isSelected = selects(selection, this.directory);
    await prepareFilter(this.directory, query, slices);
    const isMatch = matches(query, this.directory);
    const { ids } = this.#neurons;
    const tally = new Tally(catalog, ids.length);
    const matching = new Int32Array(ids.length);
    let count = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      if (isSelected(id) && isMatch(id)) {
        matching[count++] = id;
        tally.add(id);
      }
      if (at % stride === 0 && slices.due) await slices.rest();
    }
    const sorted = await sortIds(catalog, matching.slice(0, count), sort, slices);
    if (asked !== this.#asked) throw new Outdated();
    if (catalog !== this.directory.catalog) return this.view(options);
    this.#ids = sorted;
    return {
      view: ++this.#view,
      totals: tally.totals(),
      problems: query.problems,
      dependsOnTime: query.dependsOnTime,
    };
  }

  /** Rows of the latest view; null if `view` is another. */
  rows(view: number, from: number, count: number): Row[] | null {
    if (view !== this.#view) return null;
    const ids = this.#ids.subarray(from, from + count);
    return Array.from(ids, (id) => rowOf(this.directory.catalog, id));
  }

  /** The latest view as CSV. */
  csv(options: CsvOptions): Promise<Uint8Array> {
    return encodeCsv(neuronLines(this.directory.catalog, this.#ids), options);
  }
}

export type Test = (id: number) => boolean;

/** Whether a selection contains a neuron. A range of scores excludes neurons without one. */
export function selects({ layers, scores }: Selection, { catalog }: ExplanationDirectory): Test {
  return (id) => {
    if (layers) {
      const { number } = catalog.layer(id);
      if (number < layers[0] || number > layers[1]) return false;
    }
    if (!scores) return true;
    const score = bestScore(catalog, id);
    return score >= scores[0] && score <= scores[1];
  };
}

/** Whether any explanation matches. Needs `prepareFilter`. Pending neurons do not match. */
export function matches(query: Query, directory: ExplanationDirectory): Test {
  const { catalog } = directory;
  const now = currentTime();
  const filters = new Map<Group, NeuronFilter>();
  return (id) => {
    const layer = catalog.layer(id);
    let filter = filters.get(layer);
    if (!filter) filters.set(layer, (filter = filterFor(directory, layer, query, now)));
    return filter(id, catalog.number(id)) >= byItself;
  };
}
