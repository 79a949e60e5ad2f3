import { useEffect, useState } from 'preact/hooks';
import type { ShownNote } from '../../contract/notesProtocol.ts';
import type { NeuronContent } from '../../contract/protocol.ts';
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
      <h1>{isNeuron ? `Layer ${content.layer} · Neuron ${content.neuron}` : content.title}</h1>
      <span class="path">{isNeuron && content.path}</span>
      <div class="actions" role="group" aria-label="Neuron">
        <IconButton
          icon="chevron-left"
          label="Previous Neuron"
          onClick={() => void model.command('previousNeuron')}
        />
        <IconButton
          icon="chevron-right"
          label="Next Neuron"
          onClick={() => void model.command('nextNeuron')}
        />
        {isNeuron && <Star starred={note?.starred ?? false} model={model} />}
        {!pinned && (
          <IconButton icon="pin" label="Keep Open" onClick={() => void model.command('keepOpen')} />
        )}
        {isNeuron && <CopyId key={content.uri} title={content.title} model={model} />}
        {isNeuron && (
          <IconButton icon="go-to-file" label="Open JSON" onClick={() => void model.openJson([])} />
        )}
      </div>
    </header>
  );
}

function Star({ starred, model }: { starred: boolean; model: Model }) {
  return (
    <IconButton
      icon={starred ? 'star-full' : 'star-empty'}
      label={starred ? 'Unstar Neuron' : 'Star Neuron'}
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
      label={copied ? `Copied ${title}` : `Copy Id (${title})`}
      onClick={() => void model.command('copyNeuronId').then(setCopied)}
    />
  );
}
