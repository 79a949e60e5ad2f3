import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { FileError, type FileStamp, readBounded, sameStamp } from '../../files/fileSource.ts';
import { FormatError } from '../../format/errors.ts';
import { visible } from '../../text/display.ts';
import { shownPath } from '../../workspace/place.ts';
import { helpFor } from '../../workspace/storeHelp.ts';
import { WorkerEnded } from '../../workers/workerPool.ts';
import type {
  ActivationsMessage,
  AnalysisMessage,
  Found,
  NeuronContent,
  NeuronFailure,
} from '../contract/protocol.ts';
import type { TokenDistribution, SequencePage, Order } from '../../tokens/contract.ts';
import type { LocatedNeuron } from './content.ts';
import type { FileToRead } from './neuronJobs.ts';
import type { NeuronReader, OpenNeuron } from './neuronReader.ts';
import { findRelatedData } from './relatedData.ts';
import type { Search, TokenPosition } from '../contract/contract.ts';

/** Why there is no neuron. */
interface Failed {
  /** The file is missing, unreadable for now, or refused. Undefined if its content is at fault. */
  readonly reason: 'gone' | 'transient' | 'refused' | undefined;
  /** Where the fault is in the text, in characters, if it has a place. */
  readonly offset: number | undefined;
}

/** The result of reading a file for a page: what to show, and access to the decoded neuron. */
export class LoadedNeuron {
  readonly content: NeuronContent;
  /** From before the file was read. Undefined if it could not be determined. */
  readonly stamp: FileStamp | undefined;
  /** Undefined if the file could not be read. */
  readonly open: OpenNeuron | undefined;
  readonly #failed: Failed | undefined;

  constructor(
    content: NeuronContent,
    stamp: FileStamp | undefined,
    open?: OpenNeuron,
    failed?: Failed,
  ) {
    this.content = content;
    this.stamp = stamp;
    this.open = open;
    this.#failed = failed;
  }

  get isGone(): boolean {
    return this.#failed?.reason === 'gone';
  }

  /** Whether a later attempt may succeed. */
  get isTransient(): boolean {
    return this.#failed?.reason === 'transient';
  }

  /** Where the file's text is at fault, in characters. Undefined if it is not, or has no place. */
  get faultOffset(): number | undefined {
    return this.#failed?.offset;
  }

  /** A copy that describes the failure in other words. */
  failedWith(said: Partial<Pick<NeuronFailure, 'reason' | 'detail' | 'movedTo'>>): LoadedNeuron {
    if (this.content.kind !== 'failure') return this;
    const content = { ...this.content, ...said };
    return new LoadedNeuron(content, this.stamp, undefined, this.#failed);
  }

  /** Whether the file changed, or which related data exists. */
  async hasChanged(ref: NeuronRef): Promise<boolean> {
    const now = await stampOf(ref);
    const then = this.stamp;
    if (now === undefined || then === undefined) {
      if (now !== then) return true;
    } else if (!sameStamp(now, then)) return true;
    // A permission changes neither the size nor the time of a file.
    if (this.#failed?.reason === 'refused') return canBeRead(ref);
    if (this.content.kind === 'failure') return false;
    const { found } = await findRelatedData(ref);
    return found.join() !== this.content.relatedData?.found.join();
  }

  /** A page of `explanation`, else of the best. Synchronous if it came with the neuron. */
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

  /** Null if there is no such sequence. */
  async distribution(at: TokenPosition): Promise<TokenDistribution | null> {
    const { open } = this;
    return open ? open.ask({ type: 'distribution', key: open.key, ...at }) : null;
  }

  /** Null if there is no such explanation. */
  async find(search: Search): Promise<Found | null> {
    const { open } = this;
    return open ? open.ask({ type: 'find', key: open.key, ...search }) : null;
  }

  /** Null if there is no such explanation. */
  async analysis(explanation: number): Promise<AnalysisMessage | null> {
    const { open } = this;
    return open ? open.ask({ type: 'analysis', key: open.key, explanation }) : null;
  }

  /** `record` is the neuron's activation record. Null if no activation is a number. */
  async activations(
    explanation: number,
    record: FileToRead | null,
  ): Promise<ActivationsMessage | null> {
    const { open } = this;
    return open ? open.ask({ type: 'activations', key: open.key, explanation, record }) : null;
  }

  /** Whether an activation record is beside the explanations. */
  get hasRecord(): boolean {
    const { content } = this;
    return content.kind === 'neuron' && (content.relatedData?.found.includes('records') ?? false);
  }
}

/** An unreadable file gives a failure to show, not an error. */
export async function loadNeuron(
  ref: NeuronRef,
  reader: NeuronReader,
  signal: AbortSignal,
): Promise<LoadedNeuron> {
  const { directory } = ref;
  const at = locatedNeuron(ref);
  const { uri, path } = at;
  const looking = findRelatedData(ref);
  // A store sends it with the file.
  const before = directory.source.isRemote ? undefined : await stampOf(ref);
  try {
    const open = await reader.open(directory.source, directory.pathOf(ref), at, signal);
    const stamp = open.stamp ?? before;
    return new LoadedNeuron({ ...open.document, relatedData: await looking }, stamp, open);
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
        ? vscode.l10n.t('Could not read this file: {0}.', why)
        : vscode.l10n.t('Could not show this file as a neuron: {0}.', why),
      detail: detail(error),
      canOpenText: error instanceof FormatError,
    };
    // Nobody waits for the reason any more.
    const isOver = signal.aborted;
    const stamp = before ?? (isOver ? undefined : await stampOf(ref));
    const isGone = stamp === undefined && !isOver && (await isMissing(ref));
    const reason = isGone ? 'gone' : error instanceof FileError ? kindOf(error) : undefined;
    const offset = error instanceof FormatError ? error.offset : undefined;
    return new LoadedNeuron(failure, stamp, undefined, { reason, offset });
  }
}

/** Reads a neuron that is likely to be loaded next. Never rejects. */
export function readAhead(ref: NeuronRef, reader: NeuronReader): Promise<void> {
  const { directory } = ref;
  return reader.readAhead(directory.source, directory.pathOf(ref), locatedNeuron(ref));
}

function locatedNeuron(ref: NeuronRef): LocatedNeuron {
  const uri = neuronUri(ref);
  return { uri, path: shownPath(uri), group: ref.group, unit: ref.unit };
}

function stampOf(ref: NeuronRef): Promise<FileStamp | undefined> {
  return ref.directory.source.stat(ref.directory.pathOf(ref)).catch(() => undefined);
}

function kindOf({ transient }: FileError) {
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
    return [helpFor(error), vscode.l10n.t('The view reloads as soon as the file can be read.')]
      .filter(Boolean)
      .join(' ');
  return error instanceof FormatError
    ? vscode.l10n.t(
        'A neuron’s file is one line of JSON, as the explainer writes it. The view reloads when the file changes.',
      )
    : vscode.l10n.t('Select the neuron again to retry.');
}
