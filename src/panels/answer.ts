import { log, logRefused } from '../workspace/tell.ts';
import { type Contract, type Handlers, parseRequest, type Reply, replyTo } from './contract.ts';

/** The reply to a page's message; undefined if it is no request. Failures are also logged. */
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
