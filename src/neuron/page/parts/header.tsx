import * as l10n from '@vscode/l10n';
import type { NeuronContent } from '../../contract/protocol.ts';
import type { Model, Snapshot } from '../model.ts';
import { IconButton } from '../../../ui/icon.tsx';
import { useTrust } from '../../../ui/trust.ts';
import { Claim } from './claim.tsx';
import { ScoreButton } from './scores.tsx';
import { Verdict } from './note.tsx';

interface Props {
  readonly content: NeuronContent;
  readonly snapshot: Snapshot;
  readonly model: Model;
}

/** One line that stays in view: the neuron, the explanation, its score, and what the user says. */
export function Header({ content, snapshot, model }: Props) {
  const { chosen, note, pinned } = snapshot;
  const isNeuron = content.kind === 'neuron';
  const trust = useTrust();
  const edit = note?.note ? l10n.t('Edit Note…') : l10n.t('Add Note…');
  return (
    <header class="head page">
      <h1 class="claim">
        <span class="neuron-id" title={content.path}>
          {content.title}
        </span>
        {chosen && <Claim key={`${content.uri} ${chosen.text}`} explanation={chosen} />}
      </h1>
      <div class="head-tools">
        {chosen && <ScoreButton explanation={chosen} />}
        {isNeuron && <Verdict note={note} model={model} />}
        <div class="actions" role="group" aria-label={l10n.t('Neuron')}>
          {isNeuron && <Star starred={note?.starred ?? false} model={model} />}
          {isNeuron && (
            <IconButton
              icon="edit"
              label={edit}
              trust={trust(edit)}
              onClick={() => void model.command('editNote')}
            />
          )}
          {!pinned && (
            <IconButton
              icon="pin"
              label={l10n.t('Keep Open')}
              onClick={() => void model.command('keepOpen')}
            />
          )}
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
        </div>
      </div>
    </header>
  );
}

function Star({ starred, model }: { starred: boolean; model: Model }) {
  const trust = useTrust();
  const label = starred ? l10n.t('Unstar Neuron') : l10n.t('Star Neuron');
  return (
    <IconButton
      icon={starred ? 'star-full' : 'star-empty'}
      label={label}
      trust={trust(label)}
      onClick={() => void model.command(starred ? 'unstar' : 'star')}
    />
  );
}
