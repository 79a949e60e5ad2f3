import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { commands } from '../../names.ts';
import { FollowedNeuron } from '../../neuron/host/followedNeuron.ts';
import type { LoadedNeuron } from '../../neuron/host/loadedNeuron.ts';
import type { NeuronReader } from '../../neuron/host/neuronReader.ts';
import type { NeuronContent } from '../../neuron/contract/protocol.ts';
import { currentLook, onLookChange } from '../../neuron/host/lookSettings.ts';
import { openPage } from '../../panels/openPage.ts';
import { answer } from '../../panels/answer.ts';
import { type Handlers, ready } from '../../panels/contract.ts';
import { Superseded } from '../../panels/superseded.ts';
import type { Directories } from '../../workspace/directories.ts';
import { log } from '../../workspace/tell.ts';
import type { Lookout } from '../../workspace/lookout.ts';
import { neuronTitle } from '../../workspace/namesOf.ts';
import { chooseExplanation } from './chooseExplanation.ts';
import {
  type ComparedSide,
  type HostMessage,
  requests,
  type Requests,
  type RowOrder,
  type RowPage,
  type SideName,
} from '../contract/contract.ts';

export { parsePageState } from '../contract/contract.ts';

export interface ComparedRef {
  readonly neuron: NeuronRef;
  /** Its index in the file; null for the best that the other side does not show. */
  readonly explanation: number | null;
}

export type Compared = Readonly<Record<SideName, ComparedRef>>;

interface LoadedSide {
  readonly loaded: LoadedNeuron;
  /** Its index in the file; null if there is none. */
  readonly explanation: number | null;
}

/** What the page shows, and may request more rows of. */
interface Shown extends Readonly<Record<SideName, LoadedSide>> {
  readonly version: number;
  readonly order: RowOrder;
}

export interface ComparisonParts {
  readonly directories: Directories;
  readonly lookout: Lookout;
  readonly reader: NeuronReader;
}

/** A panel with two explanations side by side. It reloads when their files change. */
export class ComparisonPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #webview: vscode.Webview;
  readonly #directories: Directories;
  readonly #subscriptions: vscode.Disposable;
  /** By URI: both sides may show the same neuron. */
  readonly #followed = new Map<string, FollowedNeuron>();
  readonly #read = new Map<string, LoadedNeuron>();
  #compared: Compared;
  #order: RowOrder;
  #shown: Shown | undefined;
  /** The version of the latest comparison, which may not be shown yet. */
  #version = 0;
  #isReady = false;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    parts: ComparisonParts,
    compared: Compared,
    order: RowOrder = 'stored',
  ) {
    this.panel = panel;
    this.#directories = parts.directories;
    this.#compared = compared;
    this.#order = order;
    for (const { neuron } of Object.values(compared)) this.#follow(neuron, parts);
    const { webview } = panel;
    this.#webview = webview;
    this.#subscriptions = vscode.Disposable.from(
      ...this.#followed.values(),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      parts.directories.onDidChange(() => this.#onDirectories()),
      onLookChange((message) => this.#post(message)),
      openPage(webview, extensionUri, {
        name: 'comparison',
        title: vscode.l10n.t('Comparison'),
      }),
    );
    this.#setTitle();
    for (const followed of this.#followed.values()) void followed.load();
  }

  /** Undefined until both sides are loaded. */
  contentOf(side: SideName): NeuronContent | undefined {
    return this.#loaded?.[side].content;
  }

  get compared(): Compared {
    return this.#compared;
  }

  dispose(): void {
    // Ignore answers that arrive after this.
    this.#version++;
    this.#subscriptions.dispose();
  }

  #follow(neuron: NeuronRef, { lookout, reader }: ComparisonParts): void {
    const uri = neuronUri(neuron);
    if (this.#followed.has(uri)) return;
    const onLoad = (loaded: LoadedNeuron) => {
      this.#read.set(uri, loaded);
      return this.#showOrReport();
    };
    this.#followed.set(uri, new FollowedNeuron(neuron, { lookout, reader }, onLoad));
  }

  /** Undefined until both sides are loaded. */
  get #loaded(): Readonly<Record<SideName, LoadedNeuron>> | undefined {
    const left = this.#read.get(neuronUri(this.#compared.left.neuron));
    const right = this.#read.get(neuronUri(this.#compared.right.neuron));
    return left && right && { left, right };
  }

  /** Sends the comparison once both sides and the page are ready. */
  async #show(): Promise<void> {
    if (!this.#loaded || !this.#isReady) return;
    const left = this.#side('left');
    const right = this.#side('right', left);
    const version = ++this.#version;
    const sides = { left: this.#message('left', left), right: this.#message('right', right) };
    const order = this.#order;
    const shown = { version, left, right, order };
    const first = await rowsOf(shown, 0);
    // The comparison may have changed meanwhile.
    if (version !== this.#version) return;
    this.#shown = shown;
    this.#post({ type: 'show', comparison: { version, ...sides, order, first } });
  }

  /** Never rejects. A page that shows a comparison keeps it after a failure. */
  async #showOrReport(): Promise<void> {
    try {
      await this.#show();
    } catch (error) {
      log.warn(`A comparison could not be shown: ${String(error)}`);
      if (!this.#shown) this.#post({ type: 'failed', reason: reasonOf(error) });
    }
  }

  #side(name: SideName, other?: LoadedSide): LoadedSide {
    const loaded = this.#loaded![name];
    const sameFile = other?.loaded === loaded;
    const { explanation } = this.#compared[name];
    return {
      loaded,
      explanation: chooseExplanation(loaded, explanation, sameFile ? other.explanation : null),
    };
  }

  #message(name: SideName, { loaded, explanation }: LoadedSide): ComparedSide {
    const { left, right } = this.#compared;
    const apart = left.neuron.directory.uri !== right.neuron.directory.uri;
    const directory = apart ? this.#directories.nameOf(this.#compared[name].neuron.directory) : '';
    return { content: loaded.content, directory, explanation };
  }

  async #receive(received: unknown): Promise<void> {
    if (ready.safeParse(received).success) {
      this.#isReady = true;
      for (const message of currentLook()) this.#post(message);
      await this.#showOrReport();
      return;
    }
    const reply = await answer('comparison', requests, received, this.#handlers);
    if (reply) this.#post(reply);
  }

  readonly #handlers: Handlers<Requests> = {
    rows: ({ version, from }) => {
      if (this.#shown?.version === version) return rowsOf(this.#shown, from);
      throw new Superseded(vscode.l10n.t('These explanations are no longer compared.'));
    },
    choose: ({ side, explanation }) => {
      const changed = { ...this.#compared[side], explanation };
      this.#compared = { ...this.#compared, [side]: changed };
      return this.#show();
    },
    order: ({ order }) => {
      this.#order = order;
      return this.#show();
    },
    swap: () => {
      const { left, right } = this.#compared;
      this.#compared = {
        left: this.#resolved('right', right),
        right: this.#resolved('left', left),
      };
      this.#setTitle();
      return this.#show();
    },
    retry: () => this.#show(),
    open: async ({ side }) => {
      await vscode.commands.executeCommand(commands.openNeuron, this.#compared[side].neuron);
    },
  };

  /** A side with the explanation that it shows in place of null. */
  #resolved(name: SideName, ref: ComparedRef): ComparedRef {
    if (!this.#loaded) return ref;
    const left = this.#side('left');
    const side = name === 'left' ? left : this.#side('right', left);
    return { ...ref, explanation: side.explanation };
  }

  /** Names the directories only if they differ. */
  #setTitle(): void {
    const { left, right } = this.#compared;
    if (neuronUri(left.neuron) === neuronUri(right.neuron)) {
      this.panel.title = vscode.l10n.t('{0} ↔ Explanations', neuronId(left.neuron));
      return;
    }
    const apart = left.neuron.directory.uri !== right.neuron.directory.uri;
    const title = ({ neuron }: ComparedRef) =>
      apart ? neuronTitle(neuron, this.#directories.nameOf(neuron.directory)) : neuronId(neuron);
    this.panel.title = `${title(left)} ↔ ${title(right)}`;
  }

  /** Directory names may have changed. */
  #onDirectories(): void {
    const before = this.panel.title;
    this.#setTitle();
    if (this.panel.title !== before) void this.#showOrReport();
  }

  #post(message: HostMessage): void {
    void this.#webview.postMessage(message);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function rowsOf({ left, right, order }: Shown, from: number): Promise<RowPage> {
  const [one, other] = [left.loaded.open, right.loaded.open];
  const asked = one ?? other;
  if (!asked) return { from, total: 0, rows: [] };
  const sides = {
    left: one ? { key: one.key, explanation: left.explanation } : null,
    right: other ? { key: other.key, explanation: right.explanation } : null,
  };
  return asked.ask({ type: 'rows', ...sides, order, from }, other);
}
