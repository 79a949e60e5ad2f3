import * as l10n from '@vscode/l10n';
import { afterPaint } from '../../../ui/afterPaint.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { Asks } from '../../../ui/rpc.ts';
import type {
  ActivationsMessage,
  AnalysisMessage,
  Box,
  MissFilter,
  NeuronContent,
  PageState,
} from '../../contract/protocol.ts';
import type { Requests } from '../../contract/contract.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import type { Model } from '../model.ts';
import { isComplete } from '../../../tokens/sequenceRun.ts';
import type { SavedState } from '../../../ui/savedState.ts';
import { Store } from '../../../ui/store.ts';
import type { TokenTarget } from '../../../tokens/elements/cursor.ts';
import { isInBox } from './box.ts';
import { findToken, focusToken, TokenMarks } from './tokenMarks.ts';
import { filtered, spokenMiss, stepRank } from './missWalk.ts';

/** All that the analysis panel draws. */
export interface AnalysisPanelSnapshot {
  readonly open: boolean;
  /** Null until the host has answered. */
  readonly analysis: AnalysisMessage | null;
  readonly error: string | null;
  readonly filter: MissFilter;
  /** Rank of the current miss, among those that pass the filter. */
  readonly rank: number | null;
  /** Selection in the plot. */
  readonly box: Box | null;
}

/** Where a token is in the plot. */
export interface Pointed {
  readonly simulated: number;
  readonly actual: number;
}

const nothing = { analysis: null, error: null, rank: null, box: null };

/** The analysis of the shown explanation, linked with its tokens. */
export class AnalysisPanel extends Store<AnalysisPanelSnapshot> {
  readonly model: Model;
  readonly #rpc: Asks<Requests>;
  readonly saved: SavedState<PageState>;
  readonly #announcer: Announcer;
  #content: NeuronContent | null = null;
  #explanation: number | null = null;
  #list: HTMLElement | null = null;
  #marks: TokenMarks | null = null;
  /** A later request to go to a token cancels earlier ones. */
  #latestGoTo = 0;
  /** Called with the token under the pointer, which changes too often for a snapshot. */
  pointListener: ((pointed: Pointed | null) => void) | null = null;

  constructor(
    model: Model,
    rpc: Asks<Requests>,
    saved: SavedState<PageState>,
    announcer: Announcer,
  ) {
    super({ ...nothing, open: saved.state.analysis, filter: saved.state.misses });
    this.model = model;
    this.#rpc = rpc;
    this.saved = saved;
    this.#announcer = announcer;
    model.subscribe(() => this.#follow());
  }

  setOpen(open: boolean): void {
    this.saved.set({ analysis: open });
    this.change({ open });
  }

  setFilter(filter: MissFilter): void {
    this.saved.set({ misses: filter, miss: null });
    this.change({ filter, rank: null });
  }

  /** Marks the tokens in the box. Null marks none. */
  select(box: Box | null): void {
    this.saved.set({ marked: box });
    this.#mark(box);
  }

  #mark(box: Box | null): void {
    this.change({ box });
    this.#marks?.set(box && ((sequence, token) => isInBox(box, sequence, token)));
  }

  /** The list of sequences, whose tokens are marked. Returns a function that detaches it. */
  attach(list: HTMLElement): () => void {
    this.#list = list;
    this.#marks = new TokenMarks(list, (position) => this.#sequences[position]);
    this.#mark(this.snapshot.box);
    return () => {
      this.#marks?.dispose();
      [this.#list, this.#marks] = [null, null];
    };
  }

  /** The token under the pointer or with the focus. Null if there is none. */
  point(target: TokenTarget | null): void {
    const sequence = target && this.#sequences[target.sequence];
    if (!sequence || sequence.predicted?.[target.token] === 0) {
      this.pointListener?.(null);
      return;
    }
    const simulated = sequence.simulated[target.token] ?? NaN;
    const actual = sequence.actual[target.token] ?? NaN;
    const isPoint = Number.isFinite(simulated) && Number.isFinite(actual);
    this.pointListener?.(isPoint ? { simulated, actual } : null);
  }

  /** The preferred score without a sequence. Undefined until known, null if it has no value. */
  scoreWithout(sequence: number): number | null | undefined {
    return this.snapshot.analysis?.scoreWithout[sequence];
  }

  /** The distribution of activations, for the shown explanation. Null if there are none. */
  async activations(): Promise<ActivationsMessage | null> {
    const [content, explanation] = [this.#content, this.#explanation];
    if (!content || explanation === null) return null;
    return this.#rpc.request('activations', { uri: content.uri, explanation });
  }

  async stepMiss(step: 1 | -1): Promise<void> {
    const { analysis, filter, rank, error } = this.snapshot;
    if (!analysis) {
      this.#announcer.say(error ?? l10n.t('Misses are still being computed'));
      return;
    }
    const next = stepRank(rank, step, filtered(analysis.misses, filter).length);
    if (next === null) this.#announcer.say(l10n.t('No misses'));
    else await this.goToMiss(next);
  }

  async goToMiss(rank: number): Promise<void> {
    const { analysis, filter } = this.snapshot;
    const { chosen } = this.model.snapshot;
    const list = analysis ? filtered(analysis.misses, filter) : [];
    const miss = list[rank];
    if (!miss || !chosen) return;
    this.saved.set({ miss: rank });
    this.change({ rank });
    this.model.setView('sequences');
    if (await this.#goTo(miss.sequence, miss.index)) {
      this.#announcer.say(spokenMiss(miss, rank, list.length, chosen.scale.difference));
    }
  }

  get #sequences(): readonly Sequence[] {
    return this.model.snapshot.run?.sequences ?? [];
  }

  /** Focuses a token. False if it does not exist, or if a later request came first. */
  async #goTo(sequence: number, token: number): Promise<boolean> {
    const goTo = ++this.#latestGoTo;
    const position = await this.#load(sequence, goTo);
    if (position === null || !this.#list) return false;
    const element = await findToken(this.#list, position, token);
    if (!element || goTo !== this.#latestGoTo) return false;
    focusToken(element);
    return true;
  }

  /** Loads until the sequence is there. Returns its position, null if it does not come. */
  async #load(sequence: number, goTo: number): Promise<number | null> {
    const content = this.#content;
    while (goTo === this.#latestGoTo && content === this.#content) {
      const position = this.#sequences.findIndex(({ index }) => index === sequence);
      if (position >= 0) return position;
      const { run } = this.model.snapshot;
      if (!run || isComplete(run) || run.error !== null) return null;
      const changed = this.#nextChange();
      this.model.loadMore();
      await changed;
    }
    return null;
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.model.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  /** Requests the analysis if another explanation is shown. */
  #follow(): void {
    const { content, chosen } = this.model.snapshot;
    const explanation = chosen?.index ?? null;
    if (content === this.#content && explanation === this.#explanation) return;
    this.#content = content;
    this.#explanation = explanation;
    this.#latestGoTo++;
    this.pointListener?.(null);
    this.change({ ...nothing, rank: this.saved.state.miss });
    this.#mark(this.saved.state.marked);
    if (content && explanation !== null) afterPaint(() => this.#ask(content, explanation));
  }

  #ask(content: NeuronContent, explanation: number): void {
    const isCurrent = () => content === this.#content && explanation === this.#explanation;
    if (!isCurrent()) return;
    this.#rpc.request('analysis', { uri: content.uri, explanation }).then(
      (analysis) => {
        if (isCurrent()) this.change({ analysis });
      },
      (error: unknown) => {
        if (isCurrent())
          this.change({ error: error instanceof Error ? error.message : String(error) });
      },
    );
  }
}
