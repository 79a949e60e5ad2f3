import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedScroll } from '../../../tokens/savedScroll.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { Model } from '../model.ts';
import { Header } from './header.tsx';
import { Neuron } from './neuron.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSnapshot } from '../../../ui/store.ts';
import type { NeuronFailure } from '../../contract/protocol.ts';

interface Props {
  readonly model: Model;
  readonly scroll: SavedScroll;
  readonly announcer: Announcer;
}

export function App({ model, scroll, announcer }: Props) {
  const snapshot = useSnapshot(model);
  const { content, run, notice } = snapshot;
  const spoken = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => spoken.current?.append(announcer.element), [announcer]);
  useLayoutEffect(() => scroll.drawn(run), [scroll, content, run]);

  // Without this, a screen reader would not notice the new neuron.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!content) return;
    if (shown.current !== null && shown.current !== content.uri) announcer.say(content.title);
    shown.current = content.uri;
  }, [announcer, content]);

  return (
    <>
      {content && <Header content={content} snapshot={snapshot} model={model} />}
      <main class="page" aria-busy={content === null}>
        {!content && <Waiting />}
        {notice !== null && <Notice text={notice} dismiss={() => model.dismissNotice()} />}
        {content?.kind === 'failure' && <NoNeuron failure={content} model={model} />}
        {content?.kind === 'neuron' && (
          <Neuron neuron={content} snapshot={snapshot} model={model} announcer={announcer} />
        )}
        <div ref={spoken} />
      </main>
    </>
  );
}

function Waiting() {
  return (
    <>
      <h1 class="sr-only">{l10n.t('Neuron')}</h1>
      <div class="progress" role="progressbar" aria-label={l10n.t('Loading neuron')} />
    </>
  );
}

/** In place of a neuron: which file, what is wrong with it, and what to do. */
function NoNeuron({ failure, model }: { failure: NeuronFailure; model: Model }) {
  const { reason, detail, path, movedTo, canOpenText } = failure;
  return (
    <Failure reason={reason} detail={detail}>
      <p class="failure-path">{path}</p>
      {movedTo !== undefined && (
        <button type="button" class="button" onClick={() => void model.openMoved()}>
          {l10n.t('Open {0}', movedTo)}
        </button>
      )}
      {canOpenText && (
        <button type="button" class="button" onClick={() => void model.openJson([])}>
          {l10n.t('Open JSON')}
        </button>
      )}
    </Failure>
  );
}
