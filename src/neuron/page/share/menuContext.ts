import type { Sequence } from '../../contract/protocol.ts';
import type { SequenceContext } from '../../contract/shareProtocol.ts';

/** VS Code passes it to the commands of a context menu. */
export function menuContext({ index }: Sequence): { 'data-vscode-context': string } {
  const context: SequenceContext = { webviewSection: 'sequence', sequence: index };
  return { 'data-vscode-context': JSON.stringify(context) };
}
