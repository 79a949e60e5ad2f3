import * as vscode from 'vscode';
import { pauseAfter } from '../../catalog/build/retries.ts';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import type { FileStamp } from '../../files/fileSource.ts';
import { coalesce } from '../../workspace/coalesce.ts';
import { type Lookout, watchFile } from '../../workspace/lookout.ts';
import { remotePause } from '../../workspace/rounds.ts';
import { shownPath } from '../../workspace/place.ts';
import { type LoadedNeuron, loadNeuron } from './loadedNeuron.ts';
import type { NeuronReader } from './neuronReader.ts';

/** In milliseconds. A file that is being written changes many times. */
const reloadDelay = 150;
/** In milliseconds. A catalog that is being built gives constant reasons to check. */
const lookDelay = 250;

/** A neuron that reloads when its file changes, is deleted, returns or becomes readable. */
export class FollowedNeuron implements vscode.Disposable {
  readonly #lookout: Lookout;
  readonly #reader: NeuronReader;
  readonly #onLoad: (loaded: LoadedNeuron) => void | Promise<void>;
  readonly #reload = coalesce(() => this.#load(), reloadDelay);
  readonly #look = coalesce(() => this.#check(), lookDelay);
  readonly #subscriptions: vscode.Disposable;
  #neuron: NeuronRef;
  #loaded: LoadedNeuron | undefined;
  /** Of the file when it last existed. */
  #stamp: FileStamp | undefined;
  #movedTo: NeuronRef | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** When the file was last read or checked. */
  #looked = -Infinity;
  readonly #end = new AbortController();

  constructor(
    neuron: NeuronRef,
    { lookout, reader }: { readonly lookout: Lookout; readonly reader: NeuronReader },
    onLoad: (loaded: LoadedNeuron) => void | Promise<void>,
  ) {
    this.#neuron = neuron;
    this.#lookout = lookout;
    this.#reader = reader;
    this.#onLoad = onLoad;
    this.#subscriptions = vscode.Disposable.from(
      this.#reload,
      this.#look,
      watchFile(vscode.Uri.parse(neuronUri(neuron)), () => this.#reload.soon()),
      lookout.onLook(({ isAsked }) => {
        if (isAsked) this.#look.soon();
        else this.look();
      }),
    );
  }

  get neuron(): NeuronRef {
    return this.#neuron;
  }

  /** The neuron that the moved file is now, if known. */
  get movedTo(): NeuronRef | undefined {
    return this.#movedTo;
  }

  /** Reads the file. Resolves after `onLoad`. */
  load(): Promise<void> {
    return this.#reload.now();
  }

  /** Reads the file again soon, if it changed. A store is only asked now and then. */
  look(): void {
    if (this.#isDue) this.#look.soon();
  }

  dispose(): void {
    this.#end.abort();
    clearTimeout(this.#retry);
    this.#subscriptions.dispose();
    this.#loaded?.open?.close();
  }

  async #load(): Promise<void> {
    clearTimeout(this.#retry);
    this.#looked = performance.now();
    this.#neuron = this.#lookout.current(this.#neuron);
    const before = this.#loaded;
    let loaded = await loadNeuron(this.#neuron, this.#reader, this.#end.signal);
    if (this.#isOver) {
      loaded.open?.close();
      return;
    }
    this.#movedTo = undefined;
    if (loaded.isGone) loaded = this.#gone(loaded);
    else if (loaded.isTransient) loaded = this.#tryAgain(loaded);
    else this.#failures = 0;
    this.#stamp = loaded.stamp ?? this.#stamp;
    this.#loaded = loaded;
    await this.#onLoad(loaded);
    before?.open?.close();
  }

  /** Reads the file again only if it changed. */
  async #check(): Promise<void> {
    const loaded = this.#loaded;
    if (!loaded || this.#isOver) return;
    this.#looked = performance.now();
    const isOther =
      (await loaded.hasChanged(this.#lookout.current(this.#neuron))) || this.#hasMoved;
    if (isOther && loaded === this.#loaded && !this.#isOver) await this.#reload.now();
  }

  /** A check of a store is a request, which may cost money. */
  get #isDue(): boolean {
    if (!this.#neuron.directory.source.isRemote) return true;
    return performance.now() - this.#looked >= remotePause.focused;
  }

  get #isOver(): boolean {
    return this.#end.signal.aborted;
  }

  /** Whether a deleted file was found at a location that the page does not show yet. */
  get #hasMoved(): boolean {
    if (!this.#loaded?.isGone || !this.#stamp) return false;
    const now = this.#lookout.movedTo(this.#neuron, this.#stamp);
    return (now && neuronUri(now)) !== (this.#movedTo && neuronUri(this.#movedTo));
  }

  #gone(loaded: LoadedNeuron): LoadedNeuron {
    this.#movedTo = this.#stamp && this.#lookout.movedTo(this.#neuron, this.#stamp);
    const to = this.#movedTo;
    return loaded.failedWith({
      reason: vscode.l10n.t('The file was deleted or moved.'),
      detail: to
        ? vscode.l10n.t('It is now {0}, at {1}.', neuronId(to), shownPath(neuronUri(to)))
        : vscode.l10n.t('The view reloads when the file is back.'),
      ...(to && { movedTo: neuronId(to) }),
    });
  }

  #tryAgain(loaded: LoadedNeuron): LoadedNeuron {
    const pause = pauseAfter(++this.#failures);
    this.#retry = setTimeout(() => this.#reload.soon(), pause);
    const detail = vscode.l10n.t('Trying again in {0} s.', Math.ceil(pause / 1000));
    return loaded.failedWith({ detail });
  }
}
