import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../../catalog/rows/explanationDirectory.ts';
import { commands, viewTypes } from '../../names.ts';
import type { NeuronPanels } from '../../neuron/host/neuronPanels.ts';
import type { Notes } from '../../notes/notes.ts';
import { Panels } from '../../panels/panels.ts';
import type { Catalogs } from '../../workspace/catalogs.ts';
import type { Directories } from '../../workspace/directories.ts';
import { mayLookAt, namedUri } from '../../workspace/place.ts';
import type { OverviewPanel } from './overviewPanel.ts';
import type { PageState } from '../contract/contract.ts';
import type { Node } from '../../sidebar/nodes.ts';
import { chooseDirectory } from '../../workspace/chooseDirectory.ts';

/** A directory, or one of its layers. */
interface Subject {
  readonly directory: ExplanationDirectory;
  readonly layerKey: string | undefined;
}

/** The overview panels, at most one per directory and per layer. */
export class OverviewPanels implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #panels: Panels<Subject, OverviewPanel>;
  readonly #subscriptions: vscode.Disposable;

  constructor(
    extensionUri: vscode.Uri,
    directories: Directories,
    catalogs: Catalogs,
    notes: Notes,
    neurons: NeuronPanels,
  ) {
    this.#directories = directories;
    this.#panels = new Panels<Subject, OverviewPanel>(extensionUri, {
      viewType: viewTypes.overview,
      name: 'overview',
      icon: 'overview',
      shows: ({ data }, { directory, layerKey }) =>
        data.directory.uri === directory.uri && data.layerKey === layerKey,
      load: async () => {
        const { OverviewPanel, parsePageState } = await import('./overviewPanel.ts');
        const { OverviewData } = await import('./overviewData.ts');
        return {
          restore: (saved) => this.#restore(parsePageState(saved)),
          create: (panel, subject) => {
            panel.title = this.#titleOf(subject);
            const data = new OverviewData(subject.directory, subject.layerKey);
            return new OverviewPanel(
              panel,
              extensionUri,
              data,
              directories,
              catalogs,
              notes,
              neurons,
            );
          },
        };
      },
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#panels,
      directories.onDidChange(() => {
        for (const view of this.all) view.setTitle(this.#titleOf(view.data));
      }),
    );
  }

  get all(): readonly OverviewPanel[] {
    return this.#panels.views;
  }

  /** Reveals the overview of a directory or layer, or opens one. */
  open(directory: ExplanationDirectory, layerKey?: string): Promise<void> {
    return this.#panels.open({ directory, layerKey });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    return this.#panels.deserializeWebviewPanel(panel, saved);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #restore(
    state: Pick<PageState, 'uri' | 'layer'> | undefined,
  ): Promise<Subject | undefined> {
    const uri = state && namedUri(state.uri);
    if (!uri || !mayLookAt(uri)) return undefined;
    // Only catalogs of known directories are updated.
    await this.#directories.ready;
    const directory = this.#directories.at(uri);
    if (state.layer === null) return { directory, layerKey: undefined };
    return directory.dialect.group(state.layer) && { directory, layerKey: state.layer };
  }

  #titleOf({ directory, layerKey }: Subject): string {
    const name = this.#directories.nameOf(directory);
    if (layerKey === undefined) return vscode.l10n.t('Overview of {0}', name);
    const title = vscode.l10n.t(
      'Overview of Layer {0}',
      directory.dialect.group(layerKey)?.label ?? layerKey,
    );
    return this.#directories.all.length > 1 ? `${title} · ${name}` : title;
  }
}

/** Opens the clicked directory or layer; from the palette, the only or selected directory. */
export function registerOverviewCommand(
  directories: Directories,
  overviews: OverviewPanels,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openOverview, async (argument: unknown) => {
    const node = argument as Node | undefined;
    if (node?.kind === 'layer') {
      return overviews.open(node.parent.known.directory, node.layer.key);
    }
    const known = await chooseDirectory(directories, argument);
    return known && overviews.open(known.directory);
  });
}
