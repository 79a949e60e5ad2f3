import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { commands } from '../names.ts';
import { type LoadedNeuron, loadNeuron } from '../neuron/loadedNeuron.ts';
import type { NeuronReader } from '../neuron/neuronReader.ts';
import { onPaletteChange, palette } from '../neuron/palette.ts';
import { openPage } from '../webview/openPage.ts';
import { answer } from '../webview/answer.ts';
import { Superseded } from '../webview/protocol.ts';
import { coalesce } from '../workspace/coalesce.ts';
import { watchFile } from '../workspace/watchFile.ts';
import type { Directories } from '../workspace/directories.ts';
import { logRefused } from '../workspace/log.ts';
import { neuronTitle } from '../workspace/namesOf.ts';
import { chooseExplanation } from './chooseExplanation.ts';
import { parsePageMessage } from './pageMessage.ts';
import type {
  ComparedSide,
  HostMessage,
  PageRequest,
  RowOrder,
  RowPage,
  SideName,
} from './protocol.ts';

/** A file that is being written changes many times. */
const reloadDelay = 150;

/** Which explanation of which neuron; null for the best that is not compared already. */
export interface ComparedRef {
  readonly neuron: NeuronRef;
  readonly explanation: number | null;
}

export type Compared = Readonly<Record<SideName, ComparedRef>>;

/** An explanation of a neuron that has been read, or of one that could not be. */
interface LoadedSide {
  readonly loaded: LoadedNeuron;
  readonly explanation: number | null;
}

/** A panel with two explanations beside each other, which it reads again as their files change. */
export class ComparisonPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #directories: Directories;
  readonly #subscriptions: vscode.Disposable;
  readonly #reader: NeuronReader;
  readonly #reload = coalesce(() => this.#load(), reloadDelay);
  #compared: Compared;
  #loaded: Readonly<Record<SideName, LoadedNeuron>> | undefined;
  #order: RowOrder;
  /** What the page shows, of which it asks for more rows. */
  #shown: Readonly<Record<SideName, LoadedSide>> | undefined;
  #version = 0;
  #isReady = false;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    directories: Directories,
    reader: NeuronReader,
    compared: Compared,
    order: RowOrder = 'stored',
  ) {
    this.panel = panel;
    this.#directories = directories;
    this.#reader = reader;
    this.#compared = compared;
    this.#order = order;
    const { webview } = panel;
    this.#subscriptions = vscode.Disposable.from(
      this.#reload,
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      directories.onDidChange(() => this.#onDirectories()),
      onPaletteChange((palette) => this.#post({ type: 'palette', palette })),
      ...Object.values(compared).map(({ neuron }) => this.#watch(neuron)),
      openPage(webview, extensionUri, {
        name: 'comparison',
        title: vscode.l10n.t('Comparison'),
      }),
    );
    this.#setTitle();
    void this.#reload.now();
  }

  get compared(): Compared {
    return this.#compared;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(): Promise<void> {
    const { left, right } = this.#compared;
    const same = neuronUri(left.neuron) === neuronUri(right.neuron);
    const first = loadNeuron(left.neuron, this.#reader);
    const [one, other] = await Promise.all([
      first,
      same ? first : loadNeuron(right.neuron, this.#reader),
    ]);
    // They may have changed places meanwhile.
    const swapped = this.#compared.left.neuron !== left.neuron;
    this.#loaded = swapped ? { left: other, right: one } : { left: one, right: other };
    await this.#show();
  }

  /** Sends what is loaded as soon as there are both it and a page. */
  async #show(): Promise<void> {
    if (!this.#loaded || !this.#isReady) return;
    const left = this.#side('left');
    const right = this.#side('right', left);
    const version = ++this.#version;
    const shown = { left: this.#message('left', left), right: this.#message('right', right) };
    const order = this.#order;
    const first = await rowsOf(left, right, order, 0);
    // Something else may be compared by now.
    if (version !== this.#version) return;
    this.#shown = { left, right };
    this.#post({ type: 'show', comparison: { version, ...shown, order, first } });
  }

  #side(name: SideName, besides?: LoadedSide): LoadedSide {
    const loaded = this.#loaded![name];
    const sameFile = besides?.loaded === loaded;
    const { explanation } = this.#compared[name];
    return {
      loaded,
      explanation: chooseExplanation(loaded, explanation, sameFile ? besides.explanation : null),
    };
  }

  #message(name: SideName, { loaded, explanation }: LoadedSide): ComparedSide {
    const { left, right } = this.#compared;
    const apart = left.neuron.directory.uri !== right.neuron.directory.uri;
    const directory = apart ? this.#directories.nameOf(this.#compared[name].neuron.directory) : '';
    return { content: loaded.content, directory, explanation };
  }

  async #receive(received: unknown): Promise<void> {
    const message = parsePageMessage(received);
    if (!message) logRefused('comparison', received);
    else if (message.type === 'ready') {
      this.#isReady = true;
      this.#post({ type: 'palette', palette: palette() });
      await this.#show();
    } else this.#post(await answer('comparison', message, (request) => this.#do(request)));
  }

  async #do(request: PageRequest): Promise<unknown> {
    const { left, right } = this.#compared;
    switch (request.type) {
      case 'rows':
        if (this.#shown && request.version === this.#version)
          return rowsOf(this.#shown.left, this.#shown.right, this.#order, request.from);
        throw new Superseded(vscode.l10n.t('These explanations are no longer compared.'));
      case 'choose': {
        const changed = { ...this.#compared[request.side], explanation: request.explanation };
        this.#compared = { ...this.#compared, [request.side]: changed };
        await this.#show();
        return null;
      }
      case 'order':
        this.#order = request.order;
        await this.#show();
        return null;
      case 'swap':
        this.#compared = { left: this.#fixed('right', right), right: this.#fixed('left', left) };
        if (this.#loaded) this.#loaded = { left: this.#loaded.right, right: this.#loaded.left };
        this.#setTitle();
        await this.#show();
        return null;
      case 'open':
        await vscode.commands.executeCommand(
          commands.openNeuron,
          this.#compared[request.side].neuron,
        );
        return null;
    }
  }

  /** A side with the explanation that it shows, whichever was asked for. */
  #fixed(name: SideName, ref: ComparedRef): ComparedRef {
    if (!this.#loaded) return ref;
    const left = this.#side('left');
    const side = name === 'left' ? left : this.#side('right', left);
    return { ...ref, explanation: side.explanation };
  }

  /** Neurons of two directories are shown with their names. */
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

  /** Their names may be others now. */
  #onDirectories(): void {
    const before = this.panel.title;
    this.#setTitle();
    if (this.panel.title !== before) void this.#show();
  }

  #post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  #watch(neuron: NeuronRef): vscode.Disposable {
    return watchFile(vscode.Uri.parse(neuronUri(neuron)), () => this.#reload.soon());
  }
}

async function rowsOf(
  left: LoadedSide,
  right: LoadedSide,
  order: RowOrder,
  from: number,
): Promise<RowPage> {
  const [one, other] = [left.loaded.open, right.loaded.open];
  const asked = one ?? other;
  if (!asked) return { from, total: 0, rows: [] };
  const sides = {
    left: one ? { key: one.key, explanation: left.explanation } : null,
    right: other ? { key: other.key, explanation: right.explanation } : null,
  };
  return asked.ask({ type: 'rows', ...sides, order, from }, other);
}
