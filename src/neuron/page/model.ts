import type { Asks } from '../../ui/rpc.ts';
import type { Figure, PageCommand, Requests } from '../contract/contract.ts';
import type {
  NoteMessage,
  ShownNote,
  ShownVerdict,
  ExplanationSummary,
  HostMessage,
  JsonPath,
  NeuronContent,
  PageState,
  View,
} from '../contract/protocol.ts';
import type { Mode, SequencePage, ViewChoices, Whitespace } from '../../tokens/contract.ts';
import type { RelatedDataChanged } from '../contract/relatedDataProtocol.ts';
import { choicesOf } from './choices.ts';
import {
  emptyRun,
  inTwo,
  isComplete,
  withError,
  withPage,
  type SequenceRun,
} from '../../tokens/sequenceRun.ts';
import type { SavedState } from '../../ui/savedState.ts';
import { Store } from '../../ui/store.ts';
import { stateFor } from './state.ts';

/** About as many as are visible at first. */
const tokensAtOnce = 250;

type Show = Extract<HostMessage, { type: 'show' }>;

/** All that the page draws. */
export interface Snapshot {
  /** Null until the host has answered. */
  readonly content: NeuronContent | null;
  readonly pinned: boolean;
  /** Null if the neuron has no star, verdict or note. */
  readonly note: ShownNote | null;
  readonly mode: Mode;
  /** All view choices, including the mode. */
  readonly choices: ViewChoices;
  /** As the setting. */
  readonly whitespace: Whitespace;
  /** Counts changes of related data. */
  readonly relatedDataChanges: number;
  /** The chosen tab. A neuron without it shows its sequences. */
  readonly view: View;
  readonly chosen: ExplanationSummary | null;
  readonly run: SequenceRun | null;
  /** Why an action of the user failed. */
  readonly notice: string | null;
}

/** The page's data and actions. Independent of the DOM. */
export class Model extends Store<Snapshot> {
  readonly rpc: Asks<Requests>;
  /** Restored with the page. */
  readonly saved: SavedState<PageState>;
  /** Opens the find widget, which only exists beside sequences. */
  openFind: (() => void) | null = null;
  readonly #later: (run: () => void) => void;
  /** By explanation, for the current content. */
  #runs = new Map<number, SequenceRun>();

  /** `later` runs a function after the next paint. */
  constructor(
    rpc: Asks<Requests>,
    saved: SavedState<PageState>,
    later = (run: () => void) => run(),
  ) {
    const { mode, pinned, view } = saved.state;
    super({
      content: null,
      pinned,
      note: null,
      mode,
      view,
      choices: choicesOf(saved.state),
      whitespace: 'boundary',
      relatedDataChanges: 0,
      chosen: null,
      run: null,
      notice: null,
    });
    this.rpc = rpc;
    this.#later = later;
    this.saved = saved;
  }

  show({ content, first, pinned, note }: Show): void {
    this.saved.set({ ...stateFor(this.saved.state, content.uri), pinned });
    this.#runs = new Map();
    // The order may have changed since the host last heard of it.
    if (first?.order === this.saved.state.order) this.#beginWith(first);
    this.change({ content, pinned, note: note ?? null, notice: null, ...this.#choice(content) });
    this.#begin();
  }

  /** Draws the first sequences at once, and the rest after the paint. */
  #beginWith(page: SequencePage): void {
    // To restore the scroll position, all are needed.
    const { place, scroll } = this.saved.state;
    const atOnce = place === null && scroll === 0 ? tokensAtOnce : Infinity;
    const [head, rest] = inTwo(page, atOnce);
    const run = withPage(emptyRun(page.explanation, page.total, page.order), head);
    const runs = this.#runs;
    runs.set(page.explanation, { ...run, loading: rest !== null });
    if (!rest) return;
    this.#later(() => this.#put(runs, withPage(runs.get(page.explanation) ?? run, rest)));
  }

  setPinned(pinned: boolean): void {
    this.saved.set({ pinned });
    this.change({ pinned });
  }

  /** The note may be of a neuron that is no longer shown. */
  setNote({ uri, note }: NoteMessage): void {
    if (uri === this.snapshot.content?.uri) this.change({ note });
  }

  /** The view of the data, if it is shown, reads it again. */
  reloadRelatedData({ uri }: RelatedDataChanged): void {
    const { content, relatedDataChanges } = this.snapshot;
    if (uri === content?.uri) this.change({ relatedDataChanges: relatedDataChanges + 1 });
  }

  setVerdict(verdict: ShownVerdict | null): Promise<boolean> {
    return this.#succeeded(this.rpc.request('setVerdict', { uri: this.#uri, verdict }));
  }

  setWhitespace(whitespace: Whitespace): void {
    this.change({ whitespace });
  }

  /** Changes the setting, which then arrives from the host. */
  chooseWhitespace(whitespace: Whitespace): Promise<boolean> {
    return this.#succeeded(this.rpc.request('setWhitespace', { whitespace }));
  }

  copyText(text: string): Promise<boolean> {
    return this.#succeeded(this.rpc.request('copyText', { text }));
  }

  saveFigure(figure: Figure): Promise<boolean> {
    return this.#succeeded(this.rpc.request('saveFigure', { uri: this.#uri, figure }));
  }

  setView(view: View): void {
    this.saved.set({ view });
    this.change({ view });
  }

  setMode(mode: Mode): void {
    this.setChoices({ mode });
  }

  setChoices(change: Partial<ViewChoices>): void {
    const before = this.saved.state.order;
    this.saved.set(change);
    const choices = choicesOf(this.saved.state);
    const { content } = this.snapshot;
    const reordered = choices.order !== before && content;
    if (reordered) this.#runs = new Map();
    this.change({ mode: choices.mode, choices, ...(reordered && this.#choice(content)) });
    if (reordered) this.#begin();
  }

  choose(explanation: number): void {
    this.saved.set({ explanation, miss: null, marked: null, card: null });
    const { content } = this.snapshot;
    if (content) this.change(this.#choice(content));
    this.#begin();
  }

  /** The next sequences of the explanation. After an error, requests them again. */
  loadMore(): void {
    const { content, run } = this.snapshot;
    if (!content || !run || run.loading || isComplete(run)) return;
    const runs = this.#runs;
    const { explanation, order } = run;
    this.#put(runs, { ...run, loading: true, error: null });
    const from = run.sequences.length;
    this.rpc.request('sequences', { uri: content.uri, explanation, order, from }).then(
      (page) => this.#put(runs, withPage(runs.get(explanation) ?? run, page)),
      (error: unknown) => {
        this.#put(runs, withError(runs.get(explanation) ?? run, messageOf(error)));
      },
    );
  }

  command(command: PageCommand): Promise<boolean> {
    return this.#succeeded(this.rpc.request('command', { uri: this.#uri, command }));
  }

  openMoved(): Promise<boolean> {
    return this.#succeeded(this.rpc.request('openMoved', { uri: this.#uri }));
  }

  openJson(path: JsonPath): Promise<boolean> {
    return this.#succeeded(this.rpc.request('openJson', { uri: this.#uri, path }));
  }

  fail(notice: string): void {
    this.change({ notice });
  }

  openConnected(place: { readonly layer: number; readonly neuron: number }): Promise<boolean> {
    return this.#succeeded(this.rpc.request('openConnected', { uri: this.#uri, ...place }));
  }

  /** If `right` is null, compares with the best of the others. */
  compare(left: number, right: number | null): Promise<boolean> {
    return this.#succeeded(this.rpc.request('compare', { uri: this.#uri, left, right }));
  }

  dismissNotice(): void {
    this.change({ notice: null });
  }

  /** Of the visible neuron. */
  get #uri(): string {
    return this.snapshot.content?.uri ?? '';
  }

  /** Whether the request succeeded. Shows its error otherwise. */
  async #succeeded(asked: Promise<void>): Promise<boolean> {
    try {
      await asked;
      return true;
    } catch (error) {
      this.change({ notice: messageOf(error) });
      return false;
    }
  }

  /** The explanation in the saved state, else the best. */
  #choice(content: NeuronContent): Pick<Snapshot, 'chosen' | 'run'> {
    if (content.kind === 'failure') return { chosen: null, run: null };
    const { explanation, order } = this.saved.state;
    const named = content.explanations.find(({ index }) => index === explanation);
    const chosen = named ?? content.explanations[0] ?? null;
    if (!chosen) return { chosen, run: null };
    const run = this.#runs.get(chosen.index) ?? emptyRun(chosen.index, chosen.sequenceCount, order);
    return { chosen, run };
  }

  #begin(): void {
    if (this.snapshot.run?.sequences.length === 0) this.loadMore();
  }

  /** An answer for content that is no longer shown is not drawn. */
  #put(runs: Map<number, SequenceRun>, run: SequenceRun): void {
    runs.set(run.explanation, run);
    if (runs === this.#runs && this.snapshot.chosen?.index === run.explanation) {
      this.change({ run });
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
