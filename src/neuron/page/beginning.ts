import { parseEmbedded } from '../../panels/embedded.ts';
import type { HostMessage } from '../contract/protocol.ts';

/**
 * The host's messages that the page came with; none where they are of another neuron than `uri`, of which the page has kept something: it is
 * an old page that comes back, which may have shown others since.
 */
export function beginning(uri: string): readonly HostMessage[] {
  const text = document.getElementById('first')?.textContent;
  const messages = text ? (parseEmbedded(text) as readonly HostMessage[]) : [];
  const stale = messages.some((it) => it.type === 'show' && uri !== '' && it.content.uri !== uri);
  return stale ? [] : messages;
}
