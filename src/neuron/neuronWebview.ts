import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { isNoted } from '../catalog/neuronNotes.ts';
import { commands } from '../names.ts';
import type { Notes } from '../notes/notes.ts';
import { openPage } from '../webview/openPage.ts';
import { answer } from '../webview/answer.ts';
import { Superseded } from '../webview/protocol.ts';
import { coalesce } from '../workspace/coalesce.ts';
import { logRefused } from '../workspace/log.ts';
import { watchFile } from '../workspace/watchFile.ts';
import { openJson } from './json.ts';
import type { StepMiss } from './analysisProtocol.ts';
import { type LoadedNeuron, loadNeuron } from './loadedNeuron.ts';
import type { NeuronReader } from './neuronReader.ts';
import { answerSiblingsRequest } from './neuronSiblings.ts';
import { parsePageMessage } from './pageMessage.ts';
import { onPaletteChange, palette } from './palette.ts';
import type { HostMessage, PageMessage, PageRequest } from './protocol.ts';
import { saveFigure } from './saveFigure.ts';
import { SiblingWatch } from './siblingWatch.ts';
import type { TakeMessage } from './takeProtocol.ts';

/** A file that is being written changes many times. */
const reloadDelay = 150;
/** How many milliseconds a page waits for its neuron, to come with it; one that takes longer comes later, by a message. */
const patience = 100;

type ReadyMessage = Extract<PageMessage, { type: 'ready' }>;

/** One webview and the neuron in it, which it follows as its file changes. */
export class NeuronWebview implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #subscriptions: vscode.Disposable;
  readonly #reload = coalesce(() => this.#load(), reloadDelay);
  readonly #notes: Notes;
  readonly #reader: NeuronReader;
  readonly #showing = new vscode.EventEmitter<void>();
  #neuron: NeuronRef;
  #kept: boolean;
  #loaded: LoadedNeuron | undefined;
  /** Of all that a `show` says. */
  #version = 0;
  /** What the page asked for when it said that it is ready; undefined until then. */
  #page: ReadyMessage | undefined;
  #watcher: vscode.Disposable;
  readonly #siblings = new SiblingWatch((kind) =>
    this.#post({ type: 'siblingChanged', uri: neuronUri(this.#neuron), kind }),
  );

  /** It is about another neuron now. */
  readonly onDidShow = this.#showing.event;

  constructor(
    webview: vscode.Webview,
    extensionUri: vscode.Uri,
    neuron: NeuronRef,
    options: { kept: boolean; notes: Notes; reader: NeuronReader },
  ) {
    this.#webview = webview;
    this.#neuron = neuron;
    this.#kept = options.kept;
    this.#notes = options.notes;
    this.#reader = options.reader;
    this.#watcher = this.#watch();
    this.#subscriptions = vscode.Disposable.from(
      this.#reload,
      this.#siblings,
      this.#showing,
      options.notes.onDidChange(() => this.#showNote()),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && void this.#check()),
      onPaletteChange((palette) => this.#post({ type: 'palette', palette })),
      openPage(webview, extensionUri, {
        name: 'neuron',
        title: 'Neuron',
        ownImages: true,
        first: this.#beginning(),
      }),
    );
  }

  get neuron(): NeuronRef {
    return this.#neuron;
  }

  get kept(): boolean {
    return this.#kept;
  }

  /** Shows another neuron in the same page. */
  async show(neuron: NeuronRef): Promise<void> {
    this.#neuron = neuron;
    this.#watcher.dispose();
    this.#watcher = this.#watch();
    this.#siblings.clear();
    this.#showing.fire();
    await this.#reload.now();
  }

  keep(): void {
    this.#kept = true;
    this.#version++;
    this.#post({ type: 'kept', kept: true });
  }

  /** Asks the page for something that only it can do. */
  tell(message: TakeMessage | StepMiss): void {
    this.#post(message);
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#subscriptions.dispose();
  }

  async #load(): Promise<void> {
    const neuron = this.#neuron;
    const loaded = await loadNeuron(neuron, this.#reader);
    // Another one may have been asked for meanwhile; it is loaded next.
    if (neuron !== this.#neuron) return;
    this.#loaded = loaded;
    this.#version++;
    await this.#show();
  }

  /** Reads the file again where it has changed and nothing said so, as on a disk of the network. */
  async #check(): Promise<void> {
    const loaded = this.#loaded;
    if (loaded?.content.uri !== neuronUri(this.#neuron)) return;
    const changed = await loaded.hasChanged(this.#neuron);
    if (changed && loaded === this.#loaded) await this.#reload.now();
  }

  /** What the page begins with. */
  async #beginning(): Promise<readonly HostMessage[]> {
    await Promise.race([this.#reload.now(), new Promise((over) => setTimeout(over, patience))]);
    if (!this.#loaded) return [];
    return [{ type: 'palette', palette: palette() }, await this.#showMessage(this.#loaded)];
  }

  /** Sends what is loaded as soon as there are both it and a page. */
  async #show(): Promise<void> {
    const [loaded, page] = [this.#loaded, this.#page];
    if (!loaded || !page) return;
    const message = await this.#showMessage(loaded, page);
    // Another one may have been loaded meanwhile, which is shown in its place.
    if (loaded === this.#loaded) this.#post(message);
  }

  async #showMessage(loaded: LoadedNeuron, page?: ReadyMessage): Promise<HostMessage> {
    const { content } = loaded;
    const wanted = page?.uri === content.uri ? page.explanation : null;
    const first = await loaded.page(wanted, 0, page?.order ?? 'stored');
    const note = this.#notes.of(this.#neuron);
    return {
      type: 'show',
      version: this.#version,
      content,
      first,
      kept: this.#kept,
      ...(isNoted(note) && { note }),
    };
  }

  #showNote(): void {
    this.#version++;
    const note = this.#notes.of(this.#neuron);
    this.#post({ type: 'note', uri: neuronUri(this.#neuron), note });
  }

  async #receive(received: unknown): Promise<void> {
    const message = parsePageMessage(received);
    if (!message) logRefused('neuron', received);
    else if (message.type === 'ready') {
      this.#page = message;
      this.#post({ type: 'palette', palette: palette() });
      if (message.version !== this.#version) void this.#show();
      // A page that comes to the front again begins anew.
      void this.#check();
    } else this.#post(await answer('neuron', message, (request) => this.#do(request)));
  }

  async #do(request: PageRequest): Promise<unknown> {
    switch (request.type) {
      case 'sibling':
        this.#siblings.follow(this.#neuron, request.kind);
        return answerSiblingsRequest(this.#neuron, request, this.#reader);
      case 'openConnected':
        return answerSiblingsRequest(this.#neuron, request, this.#reader);
      case 'sequences': {
        // The next neuron comes in the order that this one is read in.
        if (this.#page) this.#page = { ...this.#page, order: request.order };
        const page = await this.#loadedAs(request.uri).page(
          request.explanation,
          request.from,
          request.order,
        );
        if (page) return page;
        throw noLongerShown();
      }
      case 'distribution':
      case 'find':
        return this.#loadedAs(request.uri).tokens(request);
      case 'analysis': {
        const analysis = await this.#loadedAs(request.uri).analysis(request.explanation);
        if (analysis) return analysis;
        throw noLongerShown();
      }
      case 'compare':
        await vscode.commands.executeCommand(
          commands.compareExplanations,
          this.#neuron,
          request.left,
          request.right,
        );
        return null;
      case 'openJson':
        await openJson(vscode.Uri.parse(neuronUri(this.#neuron)), request.path);
        return null;
      case 'command':
        await this.#run(request.command);
        return null;
      case 'setVerdict':
        await vscode.commands.executeCommand(commands.setVerdict, this.#neuron, request.verdict);
        // The page shows what it was asked for; what is noted may be something else.
        this.#showNote();
        return null;
      case 'copyText':
        await vscode.env.clipboard.writeText(request.text);
        return null;
      case 'saveFigure':
        void saveFigure(this.#neuron, request);
        return null;
    }
  }

  #loadedAs(uri: string): LoadedNeuron {
    if (this.#loaded?.content.uri === uri) return this.#loaded;
    throw noLongerShown();
  }

  async #run(name: Extract<PageRequest, { type: 'command' }>['command']): Promise<void> {
    const running = vscode.commands.executeCommand(commands[name], this.#neuron);
    // It asks the reader, who may take longer than a page waits.
    if (name !== 'editNote') await running;
  }

  #post(message: HostMessage): void {
    void this.#webview.postMessage(message);
  }

  #watch(): vscode.Disposable {
    return watchFile(vscode.Uri.parse(neuronUri(this.#neuron)), () => this.#reload.soon());
  }
}

function noLongerShown(): Superseded {
  return new Superseded(vscode.l10n.t('This neuron is no longer shown.'));
}
