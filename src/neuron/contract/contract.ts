import * as z from 'zod';
import { verdicts } from '../../catalog/rows/neuronNotes.ts';
import { siblingKinds } from '../../format/siblingFile.ts';
import { ask, type Asked, ready } from '../../panels/contract.ts';
import type { RequestMessage } from '../../panels/protocol.ts';
import type { AnalysisMessage } from './analysisProtocol.ts';
import type { PageState, SequencePage } from './protocol.ts';
import type { SiblingData } from './siblingsProtocol.ts';
import { type Found, longestFind, type TokenDistribution } from './tokenProtocol.ts';
import { orders } from './viewChoices.ts';

/** No figure is nearly as large. */
const mostBytes = 100_000_000;

const place = z.int().min(0);
const order = z.enum(orders);
/** The neuron that was visible when the user acted. The next one may already be loading. */
const uri = z.string();

const tokenPlace = z.object({ explanation: place, sequence: place, token: place });
export type TokenPlace = Readonly<z.infer<typeof tokenPlace>>;

const search = z.object({ explanation: place, order, text: z.string().max(longestFind) });
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

/** What the page asks for. */
export const requests = {
  sequences: ask(z.object({ uri, explanation: place, order, from: place })).answers<SequencePage>(),
  analysis: ask(z.object({ uri, explanation: place })).answers<AnalysisMessage>(),
  /** Null where there is no such sequence. */
  distribution: ask(tokenPlace.extend({ uri })).answers<TokenDistribution | null>(),
  /** Searches the text of an explanation's sequences. Null where there is no such explanation. */
  find: ask(search.extend({ uri })).answers<Found | null>(),
  sibling: ask(z.object({ uri, kind: z.enum(siblingKinds) })).answers<SiblingData>(),
  /** Shows another neuron of the same directory. */
  openConnected: ask(z.object({ uri, layer: place, neuron: place })).answers<void>(),
  /** Compares two explanations of the neuron; with null, one with the best of the others. */
  compare: ask(z.object({ uri, left: place, right: place.nullable() })).answers<void>(),
  /** Opens the file as text, at the place of `path`. */
  openJson: ask(
    z.object({ uri, path: z.array(z.union([z.string(), z.number()])).readonly() }),
  ).answers<void>(),
  /** Opens the neuron that the file is now. */
  openMoved: ask(z.object({ uri })).answers<void>(),
  /** Runs one of the neuron's commands. */
  command: ask(z.object({ uri, command })).answers<void>(),
  /** Notes a verdict on the neuron. A `NoteMessage` follows in any case. */
  setVerdict: ask(z.object({ uri, verdict: z.enum(verdicts).nullable() })).answers<void>(),
  /** Puts a text on the clipboard, where the page itself may not. */
  copyText: ask(z.object({ text: z.string().max(mostBytes) })).answers<void>(),
  /** Saves a figure of the neuron; answered before the reader has said where. */
  saveFigure: ask(z.object({ uri, figure })).answers<void>(),
};
export type Requests = typeof requests;

/** The page has loaded; the host answers with `show`, unless the page has come with what is to be shown. */
export const neuronReady = ready.extend({
  /** Of the `show` that it came with; null where it shows nothing yet. */
  version: place.nullable(),
  uri: z.string().nullable(),
  explanation: place.nullable(),
  order,
});
export type NeuronReady = Readonly<z.infer<typeof neuronReady>>;

export type PageMessage = NeuronReady | RequestMessage<Asked<Requests>>;

const pageState = z.object({ uri: z.string(), kept: z.boolean().catch(false) });

/** What the host needs of a page's saved state, to bring a panel back. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'kept'> | undefined {
  return pageState.safeParse(state).data;
}

const sequenceContext = z.object({ sequence: z.int().min(0) });

/** Which sequence a command's argument is about: VS Code gives what the page has said of the place of a menu. */
export function sequenceOf(argument: unknown): number | null {
  return sequenceContext.safeParse(argument).data?.sequence ?? null;
}
