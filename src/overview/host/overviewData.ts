import { type CsvOptions, encodeCsv, neuronLines } from '../../catalog/rows/csv.ts';
import type { ExplanationDirectory } from '../../catalog/rows/explanationDirectory.ts';
import { prepareFilter } from '../../catalog/search/neuronFilter.ts';
import { parseQuery } from '../../catalog/search/query.ts';
import { matches, selects } from './filter.ts';
import { type Neurons, neuronsOf } from './neurons.ts';
import { sortIds } from './order.ts';
import type { ViewOptions } from '../contract/contract.ts';
import type { Row, View } from '../contract/protocol.ts';
import { rowOf } from './row.ts';
import { Outdated, Slices } from '../../catalog/slices.ts';
import { summarize, type Summary, Tally } from './summary.ts';

const stride = 2048;
const noNeurons: Neurons = { ids: new Int32Array(), layers: [] };

/** What an overview shows of a directory, or of one of its layers: its numbers, and the rows of its table. */
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

  /**
   * Takes another object for the same directory, which went and came back; `update` takes up what
   * it knows.
   */
  replaceDirectory(directory: ExplanationDirectory): void {
    this.#directory = directory;
    // These are ids of the catalog before.
    this.#neurons = noNeurons;
    this.#ids = noNeurons.ids;
    this.#view++;
  }

  /** Takes up what the catalog knows now. Views asked for before stay as they are. */
  async update(): Promise<Summary> {
    const { catalog } = this.directory;
    const slices = new Slices();
    const neurons = await neuronsOf(catalog, this.layerKey, slices);
    if (catalog === this.directory.catalog) this.#neurons = neurons;
    return summarize(catalog, neurons, slices);
  }

  /** Filters and sorts. Rejects with `Outdated` where another view is asked for before it is done. */
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
    const kept = new Int32Array(ids.length);
    let count = 0;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      if (isSelected(id) && isMatch(id)) {
        kept[count++] = id;
        tally.add(id);
      }
      if (at % stride === 0 && slices.due) await slices.rest();
    }
    const sorted = await sortIds(catalog, kept.slice(0, count), sort, slices);
    if (asked !== this.#asked) throw new Outdated();
    if (catalog !== this.directory.catalog) return this.view(options);
    this.#ids = sorted;
    return { view: ++this.#view, totals: tally.totals(), problems: query.problems };
  }

  /** Rows of the latest view; null where `view` is another. */
  rows(view: number, from: number, count: number): Row[] | null {
    if (view !== this.#view) return null;
    const ids = this.#ids.subarray(from, from + count);
    return Array.from(ids, (id) => rowOf(this.directory.catalog, id));
  }

  /** The latest view as a file. */
  csv(options: CsvOptions): Promise<Uint8Array> {
    return encodeCsv(neuronLines(this.directory.catalog, this.#ids), options);
  }
}
