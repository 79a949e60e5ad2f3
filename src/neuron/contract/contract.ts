import * as z from 'zod';
import { verdicts } from '../../catalog/rows/neuronNotes.ts';
import { siblingKinds } from '../../format/siblingPaths.ts';
import { ask, type Asked, ready, type RequestMessage } from '../../panels/contract.ts';
import {
  type ActivationsMessage,
  type AnalysisMessage,
  type Found,
  longestFind,
  type PageState,
} from './protocol.ts';
import {
  type TokenDistribution,
  type SequencePage,
  orders,
  whitespaces,
} from '../../tokens/contract.ts';
import type { RelatedData } from './relatedDataProtocol.ts';

/** Far above any real figure. Bounds what a page can make the host hold. */
const mostBytes = 100_000_000;

const index = z.int().min(0);
const order = z.enum(orders);
/** The neuron that was visible when the user acted. The next one may already be loading. */
const uri = z.string();

const tokenPosition = z.object({ explanation: index, sequence: index, token: index });
export type TokenPosition = Readonly<z.infer<typeof tokenPosition>>;

const search = z.object({
  explanation: index,
  order,
  text: z.string().max(longestFind),
  matchCase: z.boolean(),
  /** Whether `text` is a regular expression. */
  regex: z.boolean(),
});
export type Search = Readonly<z.infer<typeof search>>;

const command = z.enum([
  'keepOpen',
  'nextNeuron',
  'previousNeuron',
  'revealInSidebar',
  'copyNeuronId',
  'star',
  'unstar',
  'editNote',
]);
export type PageCommand = z.infer<typeof command>;

const figure = z.discriminatedUnion('format', [
  z.object({ format: z.literal('svg'), content: z.string().max(mostBytes) }),
  z.object({ format: z.literal('png'), content: z.instanceof(Uint8Array) }),
]);
export type Figure = Readonly<z.infer<typeof figure>>;

/** Requests of the page to the host. */
export const requests = {
  sequences: ask(z.object({ uri, explanation: index, order, from: index })).answers<SequencePage>(),
  analysis: ask(z.object({ uri, explanation: index })).answers<AnalysisMessage>(),
  /** Null if no activation is a number. */
  activations: ask(z.object({ uri, explanation: index })).answers<ActivationsMessage | null>(),
  /** Null if there is no such sequence. */
  distribution: ask(tokenPosition.extend({ uri })).answers<TokenDistribution | null>(),
  /** Searches the tokens of an explanation. Null if there is no such explanation. */
  find: ask(search.extend({ uri })).answers<Found | null>(),
  relatedData: ask(z.object({ uri, kind: z.enum(siblingKinds) })).answers<RelatedData>(),
  /** Opens another neuron of the same directory. */
  openConnected: ask(z.object({ uri, layer: index, neuron: index })).answers<void>(),
  /** Compares two explanations of the neuron. If `right` is null, with the best of the others. */
  compare: ask(z.object({ uri, left: index, right: index.nullable() })).answers<void>(),
  /** Opens the file as text at the JSON path `path`. */
  openJson: ask(
    z.object({ uri, path: z.array(z.union([z.string(), z.number()])).readonly() }),
  ).answers<void>(),
  /** Opens the neuron that the moved file is now. */
  openMoved: ask(z.object({ uri })).answers<void>(),
  command: ask(z.object({ uri, command })).answers<void>(),
  /** Saves a verdict on the neuron. A `NoteMessage` follows even if it could not be saved. */
  setVerdict: ask(z.object({ uri, verdict: z.enum(verdicts).nullable() })).answers<void>(),
  /** Changes the setting. A `LookMessage` to all pages follows. */
  setWhitespace: ask(z.object({ whitespace: z.enum(whitespaces) })).answers<void>(),
  /** Copies a text if the page has no access to the clipboard. */
  copyText: ask(z.object({ text: z.string().max(mostBytes) })).answers<void>(),
  /** Saves a figure of the neuron. Answers before the user has chosen a file. */
  saveFigure: ask(z.object({ uri, figure })).answers<void>(),
};
export type Requests = typeof requests;

/** The page has loaded. The host answers with `show`, unless the page shows it already. */
export const neuronReady = ready.extend({
  /** Version of the `show` embedded in the page. Null if it shows nothing yet. */
  version: z.int().min(0).nullable(),
  uri: z.string().nullable(),
  explanation: index.nullable(),
  order,
});
export type NeuronReady = Readonly<z.infer<typeof neuronReady>>;

export type PageMessage = NeuronReady | RequestMessage<Asked<Requests>>;

const flag = z.boolean().catch(false);

/** `kept` is a former name of `pinned`. */
const pageState = z
  .object({ uri: z.string(), pinned: flag, kept: flag })
  .transform(({ uri, pinned, kept }) => ({ uri, pinned: pinned || kept }));

/** The part of a page's saved state that the host needs to restore a panel. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'pinned'> | undefined {
  return pageState.safeParse(state).data;
}

const sequenceContext = z.object({ sequence: z.int().min(0) });

/** The sequence in a command's argument, which VS Code takes from `SequenceContext`. Else null. */
export function sequenceOf(argument: unknown): number | null {
  return sequenceContext.safeParse(argument).data?.sequence ?? null;
}
