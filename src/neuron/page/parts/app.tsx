import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedScroll } from '../../../tokens/savedScroll.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { Model } from '../model.ts';
import { Failure } from './failure.tsx';
import { Header } from './header.tsx';
import { Neuron } from './neuron.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSnapshot } from '../../../ui/useSnapshot.ts';

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
      {content && (
        <Header content={content} pinned={snapshot.pinned} note={snapshot.note} model={model} />
      )}
      <main class="page" aria-busy={content === null}>
        {!content && <Waiting />}
        {notice !== null && <Notice text={notice} dismiss={() => model.dismissNotice()} />}
        {content?.kind === 'failure' && <Failure failure={content} model={model} />}
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
