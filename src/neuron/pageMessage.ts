import * as z from 'zod';
import { compareRequest } from './compareRequest.ts';
import type { PageMessage, PageState } from './protocol.ts';
import { siblingsRequests } from './siblingsMessage.ts';

const jsonPath = z.array(z.union([z.string(), z.number()]));
const place = z.int().min(0);

const request = z.discriminatedUnion('type', [
  ...siblingsRequests,
  compareRequest,
  z.object({ type: z.literal('sequences'), uri: z.string(), explanation: place, from: place }),
  z.object({ type: z.literal('openJson'), path: jsonPath }),
  z.object({
    type: z.literal('command'),
    command: z.enum([
      'keepOpen',
      'nextNeuron',
      'previousNeuron',
      'revealInSidebar',
      'copyNeuronId',
    ]),
  }),
]);

const pageMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ready'),
    uri: z.string().nullable(),
    explanation: place.nullable(),
  }),
  z.object({ type: z.literal('request'), id: z.number(), request }),
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
