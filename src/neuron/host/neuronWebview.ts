import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { isNoted } from '../../catalog/rows/neuronNotes.ts';
import { commands } from '../../names.ts';
import type { Notes } from '../../notes/notes.ts';
import { openPage } from '../../panels/openPage.ts';
import { answer } from '../../panels/answer.ts';
import type { Handlers } from '../../panels/contract.ts';
import { Superseded } from '../../panels/superseded.ts';
import { log } from '../../workspace/tell.ts';
import type { Lookout } from '../../workspace/lookout.ts';
import { openJson } from './peek.ts';
import type {
  OpenFind,
  StepMiss,
  HostMessage,
  NeuronContent,
  ShareMessage,
} from '../contract/protocol.ts';
import { defaultChoices, onDefaultChoicesChange } from './defaultChoices.ts';
import { FollowedNeuron } from './followedNeuron.ts';
import { type LoadedNeuron, readAhead } from './loadedNeuron.ts';
import type { NeuronReader } from './neuronReader.ts';
import { loadRelatedData, openConnected, recordOf } from './relatedData.ts';
import {
  neuronReady,
  type NeuronReady,
  type PageCommand,
  requests,
  type Requests,
} from '../contract/contract.ts';
import { currentLook, onLookChange, setWhitespace } from './lookSettings.ts';
import { saveFigure } from './neuronCommands.ts';
import type { SequencePage } from '../../tokens/contract.ts';
import { RelatedDataWatch } from './relatedDataWatch.ts';

export { preparePage } from '../../panels/openPage.ts';
export { parsePageState } from '../contract/contract.ts';

/** In milliseconds. A neuron that loads faster is embedded in the page, a slower one is sent. */
const embedTimeout = 250;

/** Shared by all pages. */
export interface PageParts {
  readonly notes: Notes;
  readonly lookout: Lookout;
  readonly reader: NeuronReader;
}

/** Commands on the panel, not on the visible neuron. */
const ofPanel: ReadonlySet<PageCommand> = new Set(['keepOpen', 'nextNeuron', 'previousNeuron']);

/** One webview and its neuron, which follows the file. */
export class NeuronWebview implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #subscriptions: vscode.Disposable;
  readonly #parts: PageParts;
  readonly #showing = new vscode.EventEmitter<void>();
  #followed: FollowedNeuron;
  #pinned: boolean;
  #loaded: LoadedNeuron | undefined;
  /** The neuron of `#loaded`. */
  #shown: NeuronRef | undefined;
  /** Grows with each change of what a `show` carries. */
  #version = 0;
  /** What the page asked for when it was ready. Undefined before. */
  #page: NeuronReady | undefined;
  readonly #relatedData: RelatedDataWatch;

  /** Another neuron was requested, or is shown. */
  readonly onDidShow = this.#showing.event;

  constructor(
    webview: vscode.Webview,
    extensionUri: vscode.Uri,
    neuron: NeuronRef,
    { pinned, ...parts }: PageParts & { readonly pinned: boolean },
  ) {
    this.#webview = webview;
    this.#pinned = pinned;
    this.#parts = parts;
    this.#followed = this.#follow(neuron);
    this.#relatedData = new RelatedDataWatch(parts.lookout, (kind) =>
      this.#post({ type: 'relatedDataChanged', uri: neuronUri(this.neuron), kind }),
    );
    this.#subscriptions = vscode.Disposable.from(
      this.#relatedData,
      this.#showing,
      parts.notes.onDidChange(() => this.#showNote(this.shown)),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      onLookChange((message) => this.#post(message)),
      onDefaultChoicesChange((choices) => this.#post({ type: 'choices', choices })),
      openPage(webview, extensionUri, {
        name: 'neuron',
        title: 'Neuron',
        ownImages: true,
        first: this.#beginning(),
      }),
    );
  }

  get neuron(): NeuronRef {
    return this.#followed.neuron;
  }

  /** The visible neuron: while the next one loads, the previous one. */
  get shown(): NeuronRef {
    return this.#shown ?? this.neuron;
  }

  /** Undefined until the first neuron has loaded. */
  get content(): NeuronContent | undefined {
    return this.#loaded?.content;
  }

  /** Where the visible file's text is at fault, in characters, if that is known. */
  get faultOffset(): number | undefined {
    return this.#loaded?.faultOffset;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  async show(neuron: NeuronRef): Promise<void> {
    this.#followed.dispose();
    this.#followed = this.#follow(neuron);
    this.#relatedData.clear();
    this.#showing.fire();
    await this.#followed.load();
  }

  /** Reads the neuron that the user is likely to show next. Never rejects. */
  readAhead(neuron: NeuronRef): Promise<void> {
    return readAhead(neuron, this.#parts.reader);
  }

  /** Reads the file again if it failed. */
  async retry(): Promise<void> {
    if (this.content?.kind === 'failure') await this.#followed.load();
  }

  pin(): void {
    this.#pinned = true;
    this.#version++;
    this.#post({ type: 'pinned', pinned: true });
  }

  /** Asks the page for something that only it can do. */
  tell(message: ShareMessage | StepMiss | OpenFind): void {
    this.#post(message);
  }

  dispose(): void {
    this.#followed.dispose();
    this.#subscriptions.dispose();
  }

  #follow(neuron: NeuronRef): FollowedNeuron {
    return new FollowedNeuron(neuron, this.#parts, async (loaded) => {
      const before = this.#loaded?.content.uri;
      this.#loaded = loaded;
      this.#shown = this.neuron;
      this.#version++;
      if (before !== loaded.content.uri) this.#showing.fire();
      await this.#show();
    });
  }

  /** Messages embedded in the page. */
  async #beginning(): Promise<readonly HostMessage[]> {
    await Promise.race([
      this.#followed.load(),
      new Promise((over) => setTimeout(over, embedTimeout)),
    ]);
    const choices: HostMessage = { type: 'choices', choices: defaultChoices() };
    if (!this.#loaded) return [choices];
    return [choices, ...currentLook(), await this.#showMessage(this.#loaded)];
  }

  /** Sends the neuron once both it and the page are ready. */
  async #show(): Promise<void> {
    const [loaded, page] = [this.#loaded, this.#page];
    if (!loaded || !page) return;
    const message = await this.#showMessage(loaded, page);
    // Another neuron may have loaded meanwhile.
    if (loaded === this.#loaded) this.#post(message);
  }

  async #showMessage(loaded: LoadedNeuron, page?: NeuronReady): Promise<HostMessage> {
    const { content } = loaded;
    const first = await firstPage(loaded, page);
    const note = this.#parts.notes.of(this.shown);
    return {
      type: 'show',
      version: this.#version,
      content,
      first,
      pinned: this.#pinned,
      ...(isNoted(note) && { note }),
    };
  }

  #showNote(neuron: NeuronRef): void {
    this.#version++;
    const note = this.#parts.notes.of(neuron);
    this.#post({ type: 'note', uri: neuronUri(neuron), note });
  }

  async #receive(received: unknown): Promise<void> {
    const page = neuronReady.safeParse(received).data;
    if (page) {
      this.#page = page;
      for (const message of currentLook()) this.#post(message);
      if (page.version !== this.#version) void this.#show();
      // A hidden page restarts when it is shown again. The file may have changed meanwhile.
      this.#followed.look();
      return;
    }
    const reply = await answer('neuron', requests, received, this.#handlers);
    if (reply) this.#post(reply);
  }

  readonly #handlers: Handlers<Requests> = {
    sequences: async ({ uri, explanation, from, order }) => {
      // The next neuron opens in the same order.
      if (this.#page) this.#page = { ...this.#page, order };
      const page = await this.#loadedAs(uri).page(explanation, from, order);
      if (page) return page;
      throw noLongerShown();
    },
    analysis: async ({ uri, explanation }) => {
      const analysis = await this.#loadedAs(uri).analysis(explanation);
      if (analysis) return analysis;
      throw noLongerShown();
    },
    activations: async ({ uri, explanation }) => {
      const loaded = this.#loadedAs(uri);
      const neuron = this.#neuronAt(uri);
      const { isRemote } = neuron.directory.source;
      // From a store, it is only read for someone who looks at it.
      if (!loaded.hasRecord || (isRemote && !this.#relatedData.follows('records')))
        return loaded.activations(explanation, null);
      await this.#relatedData.follow(neuron, 'records');
      return loaded.activations(explanation, await recordOf(neuron));
    },
    distribution: ({ uri, ...at }) => this.#loadedAs(uri).distribution(at),
    find: ({ uri, ...search }) => this.#loadedAs(uri).find(search),
    relatedData: async ({ uri, kind }) => {
      await this.#relatedData.follow(this.neuron, kind);
      if (uri !== neuronUri(this.neuron)) throw noLongerShown();
      return loadRelatedData(this.neuron, kind, this.#parts.reader);
    },
    openConnected: ({ uri, ...target }) => openConnected(this.#neuronAt(uri), target),
    compare: async ({ uri, left, right }) => {
      const neuron = this.#neuronAt(uri);
      await vscode.commands.executeCommand(commands.compareExplanations, neuron, left, right);
    },
    openJson: async ({ uri, path }) => {
      const neuron = this.#neuronAt(uri);
      if (path.length > 0) await openJson(vscode.Uri.parse(neuronUri(neuron)), path);
      else await vscode.commands.executeCommand(commands.openJson, neuron);
    },
    openMoved: async ({ uri }) => {
      if (uri !== neuronUri(this.neuron)) throw noLongerShown();
      const { movedTo } = this.#followed;
      if (movedTo) await vscode.commands.executeCommand(commands.openNeuron, movedTo);
    },
    command: ({ uri, command }) => this.#run(command, uri),
    setVerdict: async ({ uri, verdict }) => {
      const neuron = this.#neuronAt(uri);
      await vscode.commands.executeCommand(commands.setVerdict, neuron, verdict);
      // The page already shows the new verdict, which may not have been saved.
      this.#showNote(neuron);
    },
    setWhitespace: ({ whitespace }) => setWhitespace(whitespace),
    copyText: async ({ text }) => vscode.env.clipboard.writeText(text),
    saveFigure: ({ uri, figure }) => void saveFigure(this.#neuronAt(uri), figure),
  };

  #loadedAs(uri: string): LoadedNeuron {
    if (this.#loaded?.content.uri === uri) return this.#loaded;
    throw noLongerShown();
  }

  #neuronAt(uri: string): NeuronRef {
    const found = [this.shown, this.neuron].find((neuron) => neuronUri(neuron) === uri);
    if (found) return found;
    throw noLongerShown();
  }

  async #run(name: PageCommand, uri: string): Promise<void> {
    // Stepping on does not wait for the neuron that is loading.
    const neuron = ofPanel.has(name) ? this.neuron : this.#neuronAt(uri);
    const running = vscode.commands.executeCommand(commands[name], neuron);
    // The user may take longer than the timeout of a request.
    if (name !== 'editNote') await running;
  }

  #post(message: HostMessage): void {
    void this.#webview.postMessage(message);
  }
}

/** As the page last asked for them. If the worker fails, those that came with the neuron. */
async function firstPage(loaded: LoadedNeuron, page?: NeuronReady): Promise<SequencePage | null> {
  const { uri } = loaded.content;
  try {
    const wanted = page?.uri === uri ? page.explanation : null;
    return await loaded.page(wanted, 0, page?.order ?? defaultChoices().order);
  } catch (error) {
    log.warn(`${uri}: the sequences could not be shown as before: ${String(error)}`);
    return loaded.page(null, 0, 'stored');
  }
}

function noLongerShown(): Superseded {
  return new Superseded(vscode.l10n.t('This neuron is no longer shown.'));
}
