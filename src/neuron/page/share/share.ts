import * as l10n from '@vscode/l10n';
import type { Announcer } from '../../../ui/announcer.ts';
import { pngOf } from '../../../ui/png.ts';
import { sequencesHtml } from '../copy/html.ts';
import { sequenceMarkdown } from '../copy/markdown.ts';
import { figureContent } from '../figure/content.ts';
import { figureSvg } from '../figure/svg.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import type { SequenceContext, ShareMessage } from '../../contract/protocol.ts';
import type { Hues } from '../../../tokens/colour/hues.ts';
import { schemeOf } from '../../../tokens/colour/scheme.ts';
import type { Model } from '../model.ts';
import { oneSequence, shownSequences } from './chosen.ts';
import { fill, writeClipboard } from './clipboard.ts';

/** Runs a copy or export command of the host. */
export async function share(message: ShareMessage, model: Model, announcer: Announcer, hues: Hues) {
  try {
    if (message.type === 'copySequence') await copy(message, model, announcer, hues);
    else await exportFigure(message, model, hues);
  } catch (error) {
    model.fail(error instanceof Error ? error.message : String(error));
  }
}

type Copy = Extract<ShareMessage, { type: 'copySequence' }>;
type Export = Extract<ShareMessage, { type: 'exportFigure' }>;

async function copy(
  { format, sequence: index }: Copy,
  model: Model,
  announcer: Announcer,
  hues: Hues,
) {
  const sequence = oneSequence(model, index);
  const { content, chosen } = model.snapshot;
  if (!sequence || content?.kind !== 'neuron' || !chosen) {
    throw new Error(l10n.t('No sequence to copy.'));
  }
  const done =
    format === 'html'
      ? await copyHtml(model, sequence, hues)
      : await model.copyText(
          format === 'text'
            ? sequence.tokens.join('')
            : sequenceMarkdown(content, chosen.text, sequence),
        );
  if (done) announcer.say(l10n.t('Copied sequence {0}', sequence.index + 1));
}

/** With colours if the page may use the clipboard, else the source of the HTML. */
async function copyHtml(model: Model, sequence: Sequence, hues: Hues): Promise<boolean> {
  const html = htmlOf(model, [sequence], hues);
  window.focus();
  const copied = await writeClipboard({
    'text/plain': sequence.tokens.join(''),
    'text/html': html,
  });
  return copied || model.copyText(html);
}

async function exportFigure({ format, sequence: index }: Export, model: Model, hues: Hues) {
  const one = index === null ? undefined : oneSequence(model, index);
  const sequences = one ? [one] : shownSequences(model);
  if (sequences.length === 0) throw new Error(l10n.t('No sequence in view to export.'));
  const svg = figureSvg(contentOf(model, sequences, hues));
  await model.saveFigure(
    format === 'svg' ? { format, content: svg } : { format, content: await pngOf(svg) },
  );
}

export function htmlOf(model: Model, sequences: readonly Sequence[], hues: Hues): string {
  return sequencesHtml(contentOf(model, sequences, hues));
}

function contentOf({ snapshot }: Model, sequences: readonly Sequence[], hues: Hues) {
  const { content, chosen, choices } = snapshot;
  if (content?.kind !== 'neuron' || !chosen) throw new Error(l10n.t('No neuron is shown.'));
  const look = { scheme: schemeOf(chosen.scale, choices), mode: choices.mode, hues };
  return figureContent(content, chosen, sequences, look);
}

/** VS Code passes it to the commands of a context menu. */
export function menuContext({ index }: Sequence): { 'data-vscode-context': string } {
  const context: SequenceContext = { webviewSection: 'sequence', sequence: index };
  return { 'data-vscode-context': JSON.stringify(context) };
}

/** Copies the whole sequence of the focused token, unless text is selected. */
export function copyFocused(event: ClipboardEvent, model: Model, hues: Hues): void {
  if (getSelection()?.isCollapsed === false) return;
  if (!document.activeElement?.closest('[data-token]')) return;
  const sequence = oneSequence(model, null);
  if (!sequence) return;
  fill(event, {
    'text/plain': sequence.tokens.join(''),
    'text/html': htmlOf(model, [sequence], hues),
  });
}
