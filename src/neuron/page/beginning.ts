import { parseEmbedded } from '../../panels/pageText.ts';
import type { HostMessage } from '../contract/protocol.ts';

/** The host's embedded messages. None if a restored page has since shown another neuron, `uri`. */
export function beginning(uri: string): readonly HostMessage[] {
  const text = document.getElementById('first')?.textContent;
  const messages = text ? (parseEmbedded(text) as readonly HostMessage[]) : [];
  const stale = messages.some((it) => it.type === 'show' && uri !== '' && it.content.uri !== uri);
  return stale ? [] : messages;
}
