import type { Sequence } from '../../contract/protocol.ts';
import type { SequenceContext } from '../../contract/takeProtocol.ts';

/** What tells VS Code, when a menu is opened on a sequence, which one it is. */
export function menuContext({ index }: Sequence): { 'data-vscode-context': string } {
  const context: SequenceContext = { webviewSection: 'sequence', sequence: index };
  return { 'data-vscode-context': JSON.stringify(context) };
}
