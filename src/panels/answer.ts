import { log } from '../workspace/log.ts';
import { type Reply, type RequestMessage, resultOf } from './protocol.ts';

/** Does what a page asks for and answers it; a failure also goes to the log. */
export async function answer<Request extends { readonly type: string }>(
  page: string,
  { id, request }: RequestMessage<Request>,
  doing: (request: Request) => unknown,
): Promise<Reply> {
  const result = await resultOf(() => doing(request));
  if ('error' in result && !result.superseded)
    log.warn(`The ${page} page asked for “${request.type}”, which failed: ${result.error}`);
  return { type: 'reply', id, result };
}
