import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { commands } from '../names.ts';
import { FollowedNeuron } from '../neuron/followedNeuron.ts';
import type { LoadedNeuron } from '../neuron/loadedNeuron.ts';
import type { NeuronContent } from '../neuron/protocol.ts';
import { onPaletteChange, palette } from '../neuron/palette.ts';
import { openPage } from '../webview/openPage.ts';
import { answer } from '../webview/answer.ts';
import { logRefused } from '../workspace/log.ts';
import type { Lookout } from '../workspace/lookout.ts';
import { shownPath } from '../workspace/place.ts';
import { chooseExplanation, ComparedRows, type LoadedSide } from './comparisonData.ts';
import { parsePageMessage } from './pageMessage.ts';
import type { ComparedSide, HostMessage, PageRequest, RowOrder, SideName } from './protocol.ts';

/** Which explanation of which neuron; null for the best that is not compared already. */
export interface ComparedRef {
  readonly neuron: NeuronRef;
  readonly explanation: number | null;
}

export type Compared = Readonly<Record<SideName, ComparedRef>>;

/** A panel with two explanations beside each other, which it reads again as their files change. */
export class ComparisonPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #subscriptions: vscode.Disposable;
  /** By the URIs of their files, since both sides may be of one neuron. */
  readonly #followed = new Map<string, FollowedNeuron>();
  readonly #read = new Map<string, LoadedNeuron>();
  #compared: Compared;
  #rows: ComparedRows | undefined;
  #order: RowOrder = 'stored';
  #version = 0;
  #isReady = false;

  constructor(
    panel: vscode.WebviewPanel,
    extensionUri: vscode.Uri,
    compared: Compared,
    lookout: Lookout,
  ) {
    this.panel = panel;
    this.#compared = compared;
    for (const { neuron } of Object.values(compared)) this.#follow(neuron, lookout);
    const { webview } = panel;
    this.#subscriptions = vscode.Disposable.from(
      ...this.#followed.values(),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      onPaletteChange((palette) => this.#post({ type: 'palette', palette })),
      openPage(webview, extensionUri, {
        name: 'comparison',
        title: vscode.l10n.t('Comparison'),
      }),
    );
    panel.title = titleOf(compared);
    for (const followed of this.#followed.values()) void followed.load();
  }

  /** What a side shows; undefined until both were read. */
  contentOf(side: SideName): NeuronContent | undefined {
    return this.#loaded?.[side].content;
  }

  get compared(): Compared {
    return this.#compared;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #follow(neuron: NeuronRef, lookout: Lookout): void {
    const uri = neuronUri(neuron);
    if (this.#followed.has(uri)) return;
    const onLoad = (loaded: LoadedNeuron) => {
      this.#read.set(uri, loaded);
      this.#show();
    };
    this.#followed.set(uri, new FollowedNeuron(neuron, lookout, onLoad));
  }

  /** What both sides hold; undefined until both were read. */
  get #loaded(): Readonly<Record<SideName, LoadedNeuron>> | undefined {
    const left = this.#read.get(neuronUri(this.#compared.left.neuron));
    const right = this.#read.get(neuronUri(this.#compared.right.neuron));
    return left && right && { left, right };
  }

  /** Sends what is loaded as soon as there are both it and a page. */
  #show(): void {
    if (!this.#loaded || !this.#isReady) return;
    const left = this.#side('left');
    const right = this.#side('right', left);
    this.#rows = new ComparedRows(left, right, this.#order);
    this.#version++;
    this.#post({
      type: 'show',
      comparison: {
        version: this.#version,
        left: this.#message('left', left),
        right: this.#message('right', right),
        order: this.#order,
        first: this.#rows.page(0),
      },
    });
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
    const { uri } = this.#compared[name].neuron.directory;
    const directory = apart ? shownPath(uri) : '';
    return { content: loaded.content, directory, explanation };
  }

  async #receive(received: unknown): Promise<void> {
    const message = parsePageMessage(received);
    if (!message) logRefused('comparison', received);
    else if (message.type === 'ready') {
      this.#isReady = true;
      this.#post({ type: 'palette', palette: palette() });
      this.#show();
    } else this.#post(await answer('comparison', message, (request) => this.#do(request)));
  }

  async #do(request: PageRequest): Promise<unknown> {
    const { left, right } = this.#compared;
    switch (request.type) {
      case 'rows':
        if (this.#rows && request.version === this.#version) return this.#rows.page(request.from);
        throw new Error(vscode.l10n.t('These explanations are not compared any more.'));
      case 'choose': {
        const changed = { ...this.#compared[request.side], explanation: request.explanation };
        this.#compared = { ...this.#compared, [request.side]: changed };
        this.#show();
        return null;
      }
      case 'order':
        this.#order = request.order;
        this.#show();
        return null;
      case 'swap':
        this.#compared = { left: this.#fixed('right', right), right: this.#fixed('left', left) };
        this.panel.title = titleOf(this.#compared);
        this.#show();
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

  #post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

function titleOf({ left, right }: Compared): string {
  return neuronUri(left.neuron) === neuronUri(right.neuron)
    ? vscode.l10n.t('{0} ↔ Explanations', neuronId(left.neuron))
    : `${neuronId(left.neuron)} ↔ ${neuronId(right.neuron)}`;
}
