import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { FileError, type FileStamp, readBounded, sameStamp } from '../../files/fileSource.ts';
import { FormatError } from '../../format/errors.ts';
import { visible } from '../../text/visible.ts';
import { shownPath } from '../../workspace/place.ts';
import { WorkerEnded } from '../../workers/workerPool.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';
import type { NeuronReader, OpenNeuron } from './neuronReader.ts';
import { findSiblings } from './neuronSiblings.ts';
import type { NeuronContent, NeuronFailure, SequencePage } from '../contract/protocol.ts';
import type { Search, TokenPlace } from '../contract/contract.ts';
import type { Found, TokenDistribution } from '../contract/tokenProtocol.ts';
import type { Order } from '../contract/viewChoices.ts';

type Reason = 'gone' | 'transient' | 'refused';

/** A neuron read for a page: what the page shows, and the sequences that it asks for bit by bit. */
export class LoadedNeuron {
  readonly content: NeuronContent;
  /** That of the file before it was read; undefined where it was not to be told. */
  readonly stamp: FileStamp | undefined;
  /** Undefined where the file could not be read. */
  readonly open: OpenNeuron | undefined;
  /** Why there is no neuron: its file is not there, cannot be read for now, or is refused. */
  readonly #reason: Reason | undefined;

  constructor(
    content: NeuronContent,
    stamp: FileStamp | undefined,
    open?: OpenNeuron,
    reason?: Reason,
  ) {
    this.content = content;
    this.stamp = stamp;
    this.open = open;
    this.#reason = reason;
  }

  get isGone(): boolean {
    return this.#reason === 'gone';
  }

  /** Whether reading the file may succeed later. */
  get isTransient(): boolean {
    return this.#reason === 'transient';
  }

  /** The same with other words for why there is no neuron. */
  failedWith(said: Partial<Pick<NeuronFailure, 'reason' | 'detail' | 'movedTo'>>): LoadedNeuron {
    if (this.content.kind !== 'failure') return this;
    const content = { ...this.content, ...said };
    return new LoadedNeuron(content, this.stamp, undefined, this.#reason);
  }

  /** Whether the file or the related data beside it has changed. */
  async hasChanged(ref: NeuronRef): Promise<boolean> {
    const now = await stampOf(ref);
    const then = this.stamp;
    if (now === undefined || then === undefined) {
      if (now !== then) return true;
    } else if (!sameStamp(now, then)) return true;
    // A permission changes neither the size nor the time of a file.
    if (this.#reason === 'refused') return canBeRead(ref);
    if (this.content.kind === 'failure') return false;
    const { found } = await findSiblings(ref);
    return found.join() !== this.content.siblings?.found.join();
  }

  /**
   * Sequences of one explanation, or of the best. Null where there is none. At once for the first
   * ones of the best.
   */
  page(
    explanation: number | null,
    from: number,
    order: Order,
  ): SequencePage | null | Promise<SequencePage> {
    const { content, open } = this;
    if (content.kind !== 'neuron' || !open) return null;
    const known = content.explanations.find(({ index }) => index === explanation);
    const chosen = known ?? content.explanations[0];
    if (!chosen) return null;
    const { first } = open;
    if (from === 0 && order === 'stored' && first?.explanation === chosen.index) return first;
    return open.ask({ type: 'page', explanation: chosen.index, from, order, key: open.key });
  }

  /** What the simulator predicted for a token. Null where there is no such. */
  async distribution(at: TokenPlace): Promise<TokenDistribution | null> {
    const { open } = this;
    return open ? open.ask({ type: 'distribution', key: open.key, ...at }) : null;
  }

  /** Where a text occurs. Null where there is no such explanation. */
  async find(search: Search): Promise<Found | null> {
    const { open } = this;
    return open ? open.ask({ type: 'find', key: open.key, ...search }) : null;
  }

  /** How an explanation and reality go together. Null where there is no such explanation. */
  async analysis(explanation: number): Promise<AnalysisMessage | null> {
    const { open } = this;
    return open ? open.ask({ type: 'analysis', key: open.key, explanation }) : null;
  }
}

/** Reads a neuron. A file that cannot be read gives the reason to show, not an error. */
export async function loadNeuron(
  ref: NeuronRef,
  reader: NeuronReader,
  signal: AbortSignal,
): Promise<LoadedNeuron> {
  const { directory, group, unit } = ref;
  const uri = neuronUri(ref);
  const path = shownPath(uri);
  const looking = findSiblings(ref);
  const stamp = await stampOf(ref);
  try {
    const open = await reader.open(
      directory.source,
      directory.pathOf(ref),
      { uri, path, group, unit },
      signal,
    );
    return new LoadedNeuron({ ...open.document, siblings: await looking }, stamp, open);
  } catch (error) {
    const known = error instanceof FormatError || error instanceof FileError;
    const ended = error instanceof WorkerEnded;
    const why = known ? error.reason : visible(ended ? error.message : String(error));
    const failure: NeuronContent = {
      kind: 'failure',
      uri,
      path,
      title: neuronId(ref),
      reason: ended
        ? vscode.l10n.t('Reading this file failed: {0}.', why)
        : vscode.l10n.t('This file cannot be shown as a neuron: {0}.', why),
      detail: detail(error),
      canOpenText: error instanceof FormatError,
    };
    const isGone = stamp === undefined && (await isMissing(ref));
    const reason = isGone ? 'gone' : error instanceof FileError ? kindOf(error) : undefined;
    return new LoadedNeuron(failure, stamp, undefined, reason);
  }
}

function stampOf(ref: NeuronRef): Promise<FileStamp | undefined> {
  return ref.directory.source.stat(ref.directory.pathOf(ref)).catch(() => undefined);
}

function kindOf({ transient }: FileError): Reason {
  return transient ? 'transient' : 'refused';
}

async function canBeRead(ref: NeuronRef): Promise<boolean> {
  const bytes = readBounded(ref.directory.source, ref.directory.pathOf(ref));
  return (await bytes.catch(() => undefined)) !== undefined;
}

function isMissing(ref: NeuronRef): Promise<boolean> {
  const found = ref.directory.source.stat(ref.directory.pathOf(ref));
  return found.then(
    (stamp) => stamp === undefined,
    () => false,
  );
}

function detail(error: unknown): string {
  if (error instanceof WorkerEnded) {
    return vscode.l10n.t(
      'The file may be too large for the available memory. Select the neuron again to retry.',
    );
  }
  if (error instanceof FileError)
    return vscode.l10n.t('The view reloads as soon as the file can be read.');
  return error instanceof FormatError
    ? vscode.l10n.t(
        'A neuron’s file is one line of JSON, as the explainer writes it. The view reloads when the file changes.',
      )
    : vscode.l10n.t('Select the neuron again to retry.');
}
