import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { commands } from '../names.ts';
import { pageFolder, pageHtml } from '../webview/pageHtml.ts';
import { resultOf } from '../webview/protocol.ts';
import { coalesce } from '../workspace/coalesce.ts';
import { openJson } from './json.ts';
import { type LoadedNeuron, loadNeuron } from './loadedNeuron.ts';
import { answerSiblingsRequest } from './neuronSiblings.ts';
import { parsePageMessage } from './pageMessage.ts';
import type { HostMessage, PageMessage, PageRequest } from './protocol.ts';

/** A file that is being written changes many times. */
const reloadDelay = 150;

/** One webview and the neuron in it, which it follows as its file changes. */
export class NeuronWebview implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #subscriptions: vscode.Disposable;
  readonly #reload = coalesce(() => this.#load(), reloadDelay);
  #neuron: NeuronRef;
  #kept: boolean;
  #loaded: LoadedNeuron | undefined;
  /** What the page asked for when it said that it is ready; undefined until then. */
  #page: Extract<PageMessage, { type: 'ready' }> | undefined;
  #watcher: vscode.Disposable;

  constructor(
    webview: vscode.Webview,
    extensionUri: vscode.Uri,
    neuron: NeuronRef,
    options: { kept: boolean },
  ) {
    this.#webview = webview;
    this.#neuron = neuron;
    this.#kept = options.kept;
    this.#watcher = this.#watch();
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.#subscriptions = vscode.Disposable.from(
      this.#reload,
      webview.onDidReceiveMessage((message) => this.#receive(message)),
    );
    webview.html = pageHtml(webview, extensionUri, { name: 'neuron', title: 'Neuron' });
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
    await this.#reload.now();
  }

  keep(): void {
    this.#kept = true;
    this.#post({ type: 'kept', kept: true });
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
    const first = this.#loaded.page(wanted, 0);
    this.#post({ type: 'show', content, first, kept: this.#kept });
  }

  async #receive(received: unknown): Promise<void> {
    const message = parsePageMessage(received);
    if (message?.type === 'ready') {
      this.#page = message;
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
        const page = this.#loaded?.page(request.explanation, request.from);
        if (page && this.#loaded?.content.uri === request.uri) return page;
        throw new Error(vscode.l10n.t('This neuron is not shown any more.'));
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
        await vscode.commands.executeCommand(commands[request.command], this.#neuron);
        return null;
    }
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
