import type { Locator } from 'playwright-core';
import type { ExplanationDirectory } from '../../../src/catalog/rows/explanationDirectory.ts';
import {
  type knownSummaries,
  summarizeDirectories,
} from '../../../src/overview/host/directorySummaries.ts';
import { OverviewData } from '../../../src/overview/host/overviewData.ts';
import type {
  HostMessage,
  OverviewDocument,
  PageState,
  Requests,
} from '../../../src/overview/contract/contract.ts';
import { resultOf } from '../../../src/panels/contract.ts';
import { emptyDirectory, put, row } from '../../unit/overview/support/made.ts';
import { ExtensionPage, pagesOf } from './extensionPage.ts';

type SummarizesDirectories = typeof knownSummaries | typeof summarizeDirectories;

/** Pages that no test has. */
const spare: OverviewPage[] = [];

/** The overview's pages for the tests of a `describe`. */
export function overviewPages() {
  return pagesOf('overview', (page) => new OverviewPage(page), spare);
}

/** The overview's page in a browser, with the host's own data behind it. */
export class OverviewPage extends ExtensionPage<Requests, HostMessage, PageState> {
  /** Shows what the data knows now, and answers for its rows. */
  async show(data: OverviewData, document: Partial<OverviewDocument> = {}): Promise<void> {
    this.host = ({ name, argument }) =>
      resultOf(() => {
        if (name === 'view') return data.view(argument);
        if (name === 'rows') return data.rows(argument.view, argument.from, argument.count);
        return null;
      });
    await this.update(data, document);
    await this.page.getByRole('grid').waitFor();
    await this.settle();
  }

  async update(data: OverviewData, document: Partial<OverviewDocument> = {}): Promise<void> {
    const summary = await data.update();
    const { directory, layerKey } = data;
    const exact = summary.totals.read;
    const overview: OverviewDocument = {
      uri: directory.uri,
      layer: layerKey ?? null,
      title: layerKey === undefined ? 'Overview of explanations' : `Overview of Layer ${layerKey}`,
      path: 'data/explanations',
      progress: { state: 'done', known: exact, exact, total: summary.totals.neurons, listed: true },
      ...summary,
      ...document,
    };
    await this.send({ type: 'show', overview });
  }

  async showDirectories(
    named: readonly (readonly [name: string, directory: ExplanationDirectory])[],
    summarize: SummarizesDirectories = summarizeDirectories,
  ): Promise<void> {
    const all = named.map(([name, directory]) => ({ name, directory }));
    await this.send({ type: 'directories', directories: await summarize(all) });
    await this.settle();
  }

  /** Shows a directory with all that an overview can have: unreadable files, other directories. */
  async showWhole(directory: ExplanationDirectory): Promise<void> {
    put(directory, '0:999999', row([], { failure: 'The file is empty.', problemCount: 1 }));
    const other = emptyDirectory('file:///data/second');
    put(other, '5:1', row([{ score: 0.25 }]));
    await this.show(new OverviewData(directory));
    await this.showDirectories([
      ['first', directory],
      ['second', other],
    ]);
    await this.page.locator('.directory-table').waitFor();
    await this.page.getByRole('button', { name: 'Unreadable files' }).waitFor();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** The rows below the titles that are in the page. */
  get rows(): Locator {
    return this.page.locator('.grid-body [role=row]');
  }

  /** The texts of a row, by its place in the table. */
  cells(index: number): Promise<string[]> {
    return this.page.locator(`[data-row="${index + 1}"] [role=gridcell]`).allInnerTexts();
  }

  /** A column's texts, from the top, of rows in the page. */
  column(place: number): Promise<string[]> {
    return this.page.locator(`.grid-body [data-column="${place}"]`).allInnerTexts();
  }

  title(name: string): Locator {
    return this.page.getByRole('columnheader', { name });
  }

  /** How many neurons the table says that it has. */
  async count(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  field(name: string): Locator {
    return this.page.getByRole('spinbutton', { name });
  }

  /** Drags over a part of the plot, given as shares of the area where one can select. */
  async brush(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const box = (await this.page.locator('.brush .overlay').boundingBox())!;
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + x * box.width, box.y + y * box.height] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
    await this.page.mouse.move(...at(to));
    await this.page.mouse.up();
    await this.settle();
  }
}
