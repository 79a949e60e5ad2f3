import * as z from 'zod';
import { verdicts } from '../../catalog/rows/neuronNotes.ts';
import { compareRequest } from './compareRequest.ts';
import type { PageMessage, PageState } from './protocol.ts';
import { siblingsRequests } from './siblingsMessage.ts';
import { takeRequests } from './takeMessage.ts';
import { longestFind } from './tokenProtocol.ts';
import { orders } from './viewChoices.ts';

const jsonPath = z.array(z.union([z.string(), z.number()]));
const place = z.int().min(0);
const order = z.enum(orders);
const searched = z.string().max(longestFind);
const uri = z.string();

const request = z.discriminatedUnion('type', [
  ...siblingsRequests,
  compareRequest,
  z.object({ type: z.literal('sequences'), uri, explanation: place, order, from: place }),
  z.object({
    type: z.literal('distribution'),
    uri,
    explanation: place,
    sequence: place,
    token: place,
  }),
  z.object({ type: z.literal('find'), uri, explanation: place, order, text: searched }),
  z.object({ type: z.literal('analysis'), uri, explanation: place }),
  z.object({ type: z.literal('openJson'), path: jsonPath }),
  z.object({ type: z.literal('openMoved') }),
  z.object({
    type: z.literal('command'),
    command: z.enum([
      'keepOpen',
      'nextNeuron',
      'previousNeuron',
      'revealInSidebar',
      'copyNeuronId',
      'star',
      'unstar',
      'editNote',
    ]),
  }),
  z.object({ type: z.literal('setVerdict'), verdict: z.enum(verdicts).nullable() }),
  ...takeRequests,
]);

const pageMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    version: place.nullable(),
    uri: z.string().nullable(),
    explanation: place.nullable(),
    order,
  }),
  z.object({ type: z.literal('request'), id: z.number(), uri, request }),
]);

/** A message of the page, checked; undefined for what is none. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  return pageMessage.safeParse(message).data;
}

const pageState = z.object({ uri: z.string(), kept: z.boolean().catch(false) });

/** What the host needs of a page's saved state, to bring a panel back. */
export function parsePageState(state: unknown): Pick<PageState, 'uri' | 'kept'> | undefined {
  return pageState.safeParse(state).data;
}
