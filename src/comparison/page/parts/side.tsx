import * as l10n from '@vscode/l10n';
import { displayExplanation, displayScore } from '../../../text/display.ts';
import { shorten } from '../../../tokens/text/spell.ts';
import { Icon, IconButton } from '../../../ui/icon.tsx';
import { preferred } from '../../../model/score.ts';
import type { Comparison, SideName } from '../../contract/contract.ts';
import type { Model } from '../model.ts';
import type { TextPart } from '../textDifference.ts';
import { explanationOf } from '../title.ts';

interface Props {
  readonly name: SideName;
  readonly comparison: Comparison;
  readonly text: readonly TextPart[];
  readonly model: Model;
}

/** One neuron and its explanation. Words that the other side lacks are marked. */
export function Side({ name, comparison, text, model }: Props) {
  const { content, directory } = comparison[name];
  const explanation = explanationOf(comparison[name]);
  const letter = name === 'left' ? 'A' : 'B';
  const id = `side-${name}`;
  return (
    <section class="side" aria-labelledby={id}>
      <div class="side-head">
        <h2 id={id} class="section-heading grow">
          {letter} · {content.title}
          {directory !== '' && <span class="side-directory"> {l10n.t('in {0}', directory)}</span>}
        </h2>
        {content.kind === 'neuron' && content.explanations.length > 1 && (
          <span class="choose-explanation">
            <Icon name="chevron-down" />
            <select
              aria-label={l10n.t('Explanation {0}', letter)}
              title={l10n.t('Explanation {0}', letter)}
              value={String(explanation?.index ?? '')}
              onChange={(event) => model.choose(name, Number(event.currentTarget.value))}
            >
              {content.explanations.map(({ index, text: option, scores }) => (
                <option key={index} value={String(index)}>
                  {displayScore(preferred(scores))} {shorten(displayExplanation(option)).shown}
                </option>
              ))}
            </select>
          </span>
        )}
        <IconButton
          icon="go-to-file"
          label={l10n.t('Open Neuron {0} ({1})', content.title, letter)}
          onClick={() => model.open(name)}
        />
      </div>
      {content.kind === 'failure' && (
        <p role="alert">
          <Icon name="error" class="severity-error" /> {content.reason}
        </p>
      )}
      {explanation && (
        <p class="side-text" dir="auto">
          {text.length === 0 && <em>{displayExplanation(null)}</em>}
          {text.map((part, i) =>
            part.differs ? <mark key={i}>{part.text}</mark> : <span key={i}>{part.text}</span>,
          )}
        </p>
      )}
      {content.kind === 'neuron' && !explanation && (
        <p class="dim">{l10n.t('This neuron has no explanations.')}</p>
      )}
    </section>
  );
}
