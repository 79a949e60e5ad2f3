import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import type { ShownNote, NeuronContent } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { IconButton } from '../../../ui/icon.tsx';

interface Props {
  readonly content: NeuronContent;
  readonly pinned: boolean;
  readonly note: ShownNote | null;
  readonly model: Model;
}

export function Header({ content, pinned, note, model }: Props) {
  const isNeuron = content.kind === 'neuron';
  return (
    <header class="page header">
      <h1>
        {isNeuron ? l10n.t('Layer {0} · Neuron {1}', content.layer, content.neuron) : content.title}
      </h1>
      <span class="path">{isNeuron && content.path}</span>
      <div class="actions" role="group" aria-label={l10n.t('Neuron')}>
        <IconButton
          icon="chevron-left"
          label={l10n.t('Previous Neuron')}
          onClick={() => void model.command('previousNeuron')}
        />
        <IconButton
          icon="chevron-right"
          label={l10n.t('Next Neuron')}
          onClick={() => void model.command('nextNeuron')}
        />
        {isNeuron && <Star starred={note?.starred ?? false} model={model} />}
        {!pinned && (
          <IconButton
            icon="pin"
            label={l10n.t('Keep Open')}
            onClick={() => void model.command('keepOpen')}
          />
        )}
        {isNeuron && <CopyId key={content.uri} title={content.title} model={model} />}
        {isNeuron && (
          <IconButton
            icon="go-to-file"
            label={l10n.t('Open JSON')}
            onClick={() => void model.openJson([])}
          />
        )}
      </div>
    </header>
  );
}

function Star({ starred, model }: { starred: boolean; model: Model }) {
  return (
    <IconButton
      icon={starred ? 'star-full' : 'star-empty'}
      label={starred ? l10n.t('Unstar Neuron') : l10n.t('Star Neuron')}
      onClick={() => void model.command(starred ? 'unstar' : 'star')}
    />
  );
}

/** Confirms the copy for a moment, as the clipboard shows nothing. */
function CopyId({ title, model }: { title: string; model: Model }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <IconButton
      icon={copied ? 'check' : 'copy'}
      label={copied ? l10n.t('Copied {0}', title) : l10n.t('Copy Neuron ID ({0})', title)}
      onClick={() => void model.command('copyNeuronId').then(setCopied)}
    />
  );
}
