import type {
  ExplanationSummary,
  HostMessage,
  JsonPath,
  Mode,
  NeuronContent,
  PageRequest,
  SequencePage,
} from '../protocol.ts';
import {
  emptyRun,
  isComplete,
  isSequencePage,
  withError,
  withPage,
  type SequenceRun,
} from './sequence-run.ts';
import { stateFor } from './state.ts';
import type { StateKeeper } from './state-keeper.ts';

type Show = Extract<HostMessage, { type: 'show' }>;
export type Command = Extract<PageRequest, { type: 'command' }>['command'];

/** All that is drawn. A new one is made on each change. */
export interface Snapshot {
  /** Null until the host has answered. */
  readonly content: NeuronContent | null;
  readonly kept: boolean;
  readonly mode: Mode;
  readonly chosen: ExplanationSummary | null;
  readonly run: SequenceRun | null;
  /** What went wrong with something that the reader asked for. */
  readonly notice: string | null;
}

interface Requests {
  request(request: PageRequest): Promise<unknown>;
}

/** The page's data and what may happen to it; knows nothing of the document that shows it. */
export class Model {
  readonly #rpc: Requests;
  readonly #keeper: StateKeeper;
  readonly #listeners = new Set<() => void>();
  /** By explanation, for the content that is shown now. */
  #runs = new Map<number, SequenceRun>();
  #snapshot: Snapshot;

  constructor(rpc: Requests, keeper: StateKeeper) {
    this.#rpc = rpc;
    this.#keeper = keeper;
    const { mode, kept } = keeper.state;
    this.#snapshot = { content: null, kept, mode, chosen: null, run: null, notice: null };
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show({ content, first, kept }: Show): void {
    this.#keeper.set({ ...stateFor(this.#keeper.state, content.uri), kept });
    this.#runs = new Map();
    if (first) this.#addPage(emptyRun(first.explanation, first.total), first);
    this.#change({ content, kept, notice: null, ...this.#choice(content) });
    this.#begin();
  }

  setKept(kept: boolean): void {
    this.#keeper.set({ kept });
    this.#change({ kept });
  }

  setMode(mode: Mode): void {
    this.#keeper.set({ mode });
    this.#change({ mode });
  }

  choose(explanation: number): void {
    this.#keeper.set({ explanation });
    const { content } = this.#snapshot;
    if (content) this.#change(this.#choice(content));
    this.#begin();
  }

  /** Asks for the next sequences of the chosen explanation; after an error, again. */
  loadMore(): void {
    const { content, run } = this.#snapshot;
    if (!content || !run || run.loading || isComplete(run)) return;
    const runs = this.#runs;
    const { explanation } = run;
    this.#put(runs, { ...run, loading: true, error: null });
    const from = run.sequences.length;
    this.#rpc.request({ type: 'sequences', uri: content.uri, explanation, from }).then(
      (page) => {
        const now = runs.get(explanation) ?? run;
        if (isSequencePage(page)) this.#put(runs, withPage(now, page));
        else this.#put(runs, withError(now, 'The extension sent no sequences.'));
      },
      (error: unknown) => {
        this.#put(runs, withError(runs.get(explanation) ?? run, messageOf(error)));
      },
    );
  }

  command(command: Command): Promise<boolean> {
    return this.#ask({ type: 'command', command });
  }

  openJson(path: JsonPath): Promise<boolean> {
    return this.#ask({ type: 'openJson', path });
  }

  /** For parts of the page that keep what they ask for themselves, and say themselves what went wrong. */
  request(request: PageRequest): Promise<unknown> {
    return this.#rpc.request(request);
  }

  openConnected(place: { readonly layer: number; readonly neuron: number }): Promise<boolean> {
    return this.#ask({ type: 'openConnected', ...place });
  }

  /** Compares an explanation with another of the neuron; with null, with the best of the others. */
  compare(left: number, right: number | null): Promise<boolean> {
    return this.#ask({ type: 'compare', left, right });
  }

  dismissNotice(): void {
    this.#change({ notice: null });
  }

  async #ask(request: PageRequest): Promise<boolean> {
    try {
      await this.#rpc.request(request);
      return true;
    } catch (error) {
      this.#change({ notice: messageOf(error) });
      return false;
    }
  }

  /** The explanation that the state names, else the best. */
  #choice(content: NeuronContent): Pick<Snapshot, 'chosen' | 'run'> {
    if (content.kind === 'failure') return { chosen: null, run: null };
    const { explanation } = this.#keeper.state;
    const named = content.explanations.find(({ index }) => index === explanation);
    const chosen = named ?? content.explanations[0] ?? null;
    if (!chosen) return { chosen, run: null };
    const run = this.#runs.get(chosen.index) ?? emptyRun(chosen.index, chosen.sequenceCount);
    return { chosen, run };
  }

  #begin(): void {
    if (this.#snapshot.run?.sequences.length === 0) this.loadMore();
  }

  #addPage(run: SequenceRun, page: SequencePage): void {
    this.#runs.set(run.explanation, withPage(run, page));
  }

  /** `runs` belong to what was shown when they were asked for; an answer that comes after it has gone is not drawn. */
  #put(runs: Map<number, SequenceRun>, run: SequenceRun): void {
    runs.set(run.explanation, run);
    if (runs === this.#runs && this.#snapshot.chosen?.index === run.explanation) {
      this.#change({ run });
    }
  }

  #change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
