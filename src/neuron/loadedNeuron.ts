import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { FileError, type FileStamp, sameStamp } from '../files/fileSource.ts';
import { displayId } from '../format/display.ts';
import { FormatError } from '../format/errors.ts';
import { visible } from '../format/visible.ts';
import { shownPath } from '../workspace/place.ts';
import { readNeuronFile } from '../format/neuronFile.ts';
import type { NeuronSimulationResults } from '../format/schema.ts';
import { analysisMessage } from './analysis.ts';
import type { AnalysisMessage } from './analysisProtocol.ts';
import { neuronDocument, sequencePage } from './content.ts';
import { findSiblings } from './neuronSiblings.ts';
import type { NeuronContent, NeuronFailure, SequencePage } from './protocol.ts';
import { answerTokens } from './tokenAnswers.ts';
import type { Found, TokenDistribution, TokenRequest } from './tokenProtocol.ts';
import type { Order } from './viewChoices.ts';

/** A neuron read for a page: what the page shows, and the sequences that it asks for bit by bit. */
export class LoadedNeuron {
  readonly content: NeuronContent;
  /** That of the file before it was read; undefined where it was not to be told. */
  readonly stamp: FileStamp | undefined;
  /** Why there is no neuron: its file is not there, or cannot be read for now. */
  readonly #reason: 'gone' | 'transient' | undefined;
  readonly #results: NeuronSimulationResults | undefined;

  constructor(
    content: NeuronContent,
    stamp: FileStamp | undefined,
    results?: NeuronSimulationResults,
    reason?: 'gone' | 'transient',
  ) {
    this.content = content;
    this.stamp = stamp;
    this.#results = results;
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

  /** Whether the file is another one by now, or other data lies beside it. */
  async hasChanged(ref: NeuronRef): Promise<boolean> {
    const now = await stampOf(ref);
    const then = this.stamp;
    if (now === undefined || then === undefined) {
      if (now !== then) return true;
    } else if (!sameStamp(now, then)) return true;
    if (this.content.kind === 'failure') return false;
    const { found } = await findSiblings(ref);
    return found.join() !== this.content.siblings?.found.join();
  }

  /** All that was read; undefined where the file could not be. */
  get results(): NeuronSimulationResults | undefined {
    return this.#results;
  }

  /** Sequences of one explanation, or of the best. Null where there is none. */
  page(explanation: number | null, from: number, order: Order): SequencePage | null {
    const { content } = this;
    if (content.kind !== 'neuron' || !this.#results) return null;
    const known = content.explanations.find(({ index }) => index === explanation);
    const chosen = known ?? content.explanations[0];
    return chosen ? sequencePage(this.#results, chosen.index, from, order) : null;
  }

  /** What is asked of tokens. Null where there are no such. */
  tokens(request: TokenRequest): TokenDistribution | Found | null {
    return this.#results ? answerTokens(this.#results, request) : null;
  }

  /** How an explanation and reality go together. Null where there is no such explanation. */
  analysis(explanation: number): AnalysisMessage | null {
    return this.#results ? analysisMessage(this.#results, explanation) : null;
  }
}

/** Reads a neuron. A file that cannot be read gives the reason to show, not an error. */
export async function loadNeuron(ref: NeuronRef): Promise<LoadedNeuron> {
  const { directory, layer, file } = ref;
  const id = { layer: layer.layer, neuron: file.neuron };
  const uri = neuronUri(ref);
  const path = shownPath(uri);
  const looking = findSiblings(ref);
  const stamp = await stampOf(ref);
  try {
    const { neuron, problems } = await readNeuronFile(directory.source, pathOf(ref), id);
    const document = neuronDocument({ uri, path, ...id }, neuron, problems);
    return new LoadedNeuron({ ...document, siblings: await looking }, stamp, neuron);
  } catch (error) {
    const known = error instanceof FormatError || error instanceof FileError;
    const why = known ? error.reason : visible(String(error));
    const failure: NeuronContent = {
      kind: 'failure',
      uri,
      path,
      title: displayId(id),
      reason: vscode.l10n.t('This file cannot be shown as a neuron: {0}.', why),
      detail: detail(error),
      canOpenText: error instanceof FormatError,
    };
    const isGone = stamp === undefined && (await isMissing(ref));
    const isTransient = error instanceof FileError && error.transient;
    const reason = isGone ? 'gone' : isTransient ? 'transient' : undefined;
    return new LoadedNeuron(failure, stamp, undefined, reason);
  }
}

function pathOf({ directory, layer, file }: NeuronRef): string {
  return directory.source.join(directory.path, layer.name, file.name);
}

function stampOf(ref: NeuronRef): Promise<FileStamp | undefined> {
  return ref.directory.source.stat(pathOf(ref)).catch(() => undefined);
}

function isMissing(ref: NeuronRef): Promise<boolean> {
  const found = ref.directory.source.stat(pathOf(ref));
  return found.then(
    (stamp) => stamp === undefined,
    () => false,
  );
}

function detail(error: unknown): string {
  return error instanceof FormatError
    ? vscode.l10n.t(
        'A neuron’s file is one line of JSON, as the explainer writes it. The file was not changed; it is read again as soon as it is another one.',
      )
    : vscode.l10n.t('It is read again as soon as it can be.');
}
