import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { isNoted } from '../catalog/neuronNotes.ts';
import { commands } from '../names.ts';
import type { Notes } from '../notes/notes.ts';
import { pageFolder, pageHtml } from '../webview/pageHtml.ts';
import { resultOf } from '../webview/protocol.ts';
import { coalesce } from '../workspace/coalesce.ts';
import { openJson } from './json.ts';
import type { StepMiss } from './analysisProtocol.ts';
import { type LoadedNeuron, loadNeuron } from './loadedNeuron.ts';
import { answerSiblingsRequest } from './neuronSiblings.ts';
import { parsePageMessage } from './pageMessage.ts';
import { onPaletteChange, palette } from './palette.ts';
import type { HostMessage, PageMessage, PageRequest } from './protocol.ts';
import { saveFigure } from './saveFigure.ts';
import type { TakeMessage } from './takeProtocol.ts';

/** A file that is being written changes many times. */
const reloadDelay = 150;

/** One webview and the neuron in it, which it follows as its file changes. */
export class NeuronWebview implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #subscriptions: vscode.Disposable;
  readonly #reload = coalesce(() => this.#load(), reloadDelay);
  readonly #notes: Notes;
  readonly #showing = new vscode.EventEmitter<void>();
  #neuron: NeuronRef;
  #kept: boolean;
  #loaded: LoadedNeuron | undefined;
  /** What the page asked for when it said that it is ready; undefined until then. */
  #page: Extract<PageMessage, { type: 'ready' }> | undefined;
  #watcher: vscode.Disposable;

  /** It is about another neuron now. */
  readonly onDidShow = this.#showing.event;

  constructor(
    webview: vscode.Webview,
    extensionUri: vscode.Uri,
    neuron: NeuronRef,
    options: { kept: boolean; notes: Notes },
  ) {
    this.#webview = webview;
    this.#neuron = neuron;
    this.#kept = options.kept;
    this.#notes = options.notes;
    this.#watcher = this.#watch();
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.#subscriptions = vscode.Disposable.from(
      this.#reload,
      this.#showing,
      options.notes.onDidChange(() => this.#showNote()),
      webview.onDidReceiveMessage((message) => this.#receive(message)),
      onPaletteChange((palette) => this.#post({ type: 'palette', palette })),
    );
    webview.html = pageHtml(webview, extensionUri, {
      name: 'neuron',
      title: 'Neuron',
      ownImages: true,
    });
    // The page takes longer to come up than the file to be read.
    void this.#reload.now();
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
    this.#showing.fire();
    await this.#reload.now();
  }

  keep(): void {
    this.#kept = true;
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
    const loaded = await loadNeuron(neuron);
    // Another one may have been asked for meanwhile; it is loaded next.
    if (neuron !== this.#neuron) return;
    this.#loaded = loaded;
    this.#show();
  }

  /** Sends what is loaded as soon as there are both it and a page. */
  #show(): void {
    if (!this.#loaded || !this.#page) return;
    const { content } = this.#loaded;
    const wanted = this.#page.uri === content.uri ? this.#page.explanation : null;
    const first = this.#loaded.page(wanted, 0, this.#page.order);
    const note = this.#notes.of(this.#neuron);
    this.#post({
      type: 'show',
      content,
      first,
      kept: this.#kept,
      ...(isNoted(note) && { note }),
    });
  }

  #showNote(): void {
    const note = this.#notes.of(this.#neuron);
    this.#post({ type: 'note', uri: neuronUri(this.#neuron), note });
  }

  async #receive(received: unknown): Promise<void> {
    const message = parsePageMessage(received);
    if (message?.type === 'ready') {
      this.#page = message;
      this.#post({ type: 'palette', palette: palette() });
      this.#show();
    } else if (message) {
      this.#post({
        type: 'reply',
        id: message.id,
        result: await resultOf(() => this.#do(message.request)),
      });
    }
  }

  async #do(request: PageRequest): Promise<unknown> {
    switch (request.type) {
      case 'sibling':
      case 'openConnected':
        return answerSiblingsRequest(this.#neuron, request);
      case 'sequences': {
        // The next neuron comes in the order that this one is read in.
        if (this.#page) this.#page = { ...this.#page, order: request.order };
        const page = this.#loadedAs(request.uri).page(
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
        const analysis = this.#loadedAs(request.uri).analysis(request.explanation);
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
    const { directory, layer, file } = this.#neuron;
    const folder = vscode.Uri.joinPath(vscode.Uri.parse(directory.uri), layer.name);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, file.name),
    );
    const reload = () => this.#reload.soon();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
    );
  }
}

function noLongerShown(): Error {
  return new Error(vscode.l10n.t('This neuron is not shown any more.'));
}
