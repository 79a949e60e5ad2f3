import { log, logRefused } from '../workspace/log.ts';
import { type Contract, type Handlers, parseRequest, replyTo } from './contract.ts';
import type { Reply } from './protocol.ts';

/**
 * Does what a page asks for and answers it; a failure also goes to the log. Undefined for what is no
 * request of the contract.
 */
export async function answer<C extends Contract>(
  page: string,
  requests: C,
  received: unknown,
  handlers: Handlers<C>,
): Promise<Reply | undefined> {
  const message = parseRequest(requests, received);
  if (!message) {
    logRefused(page, received);
    return undefined;
  }
  const reply = await replyTo(message, handlers);
  if ('error' in reply.result && !reply.result.superseded) {
    const { name } = message.request;
    log.warn(`The ${page} page asked for “${name}”, which failed: ${reply.result.error}`);
  }
  return reply;
}
