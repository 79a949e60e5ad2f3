import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SavedScroll } from '../../../tokens/savedScroll.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { Failure } from '../../../ui/failure.tsx';
import { IconButton } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSnapshot } from '../../../ui/store.ts';
import type { Model } from '../model.ts';
import { titleOf } from '../title.ts';
import { ComparisonView } from './comparison.tsx';

interface Props {
  readonly model: Model;
  readonly announcer: Announcer;
  readonly scroll: SavedScroll;
}

export function App({ model, announcer, scroll }: Props) {
  const snapshot = useSnapshot(model);
  const { comparison, failure, notice } = snapshot;
  const spoken = useRef<HTMLDivElement>(null);
  const last = useRef('');
  useLayoutEffect(() => scroll.drawn({ ...snapshot, sequences: snapshot.rows }), [snapshot]);
  useLayoutEffect(() => spoken.current?.append(announcer.element), [announcer]);
  // Screen readers do not notice that the page changes.
  useEffect(() => {
    if (!comparison) return;
    const title = titleOf(comparison);
    document.title = title;
    if (last.current !== '' && last.current !== title) announcer.say(title);
    last.current = title;
  }, [announcer, comparison]);
  return (
    <>
      {comparison && (
        <header class="page header">
          <h1 class="grow">{titleOf(comparison)}</h1>
          <div class="actions" role="group" aria-label={l10n.t('Comparison')}>
            <IconButton
              icon="arrow-swap"
              label={l10n.t('Swap Sides')}
              onClick={() => model.swap()}
            />
          </div>
        </header>
      )}
      <main class="page" aria-busy={comparison === null && failure === null}>
        {!comparison && (
          <>
            <h1 class="sr-only">{l10n.t('Comparison')}</h1>
            {failure === null ? (
              <div class="progress" role="progressbar" aria-label={l10n.t('Loading comparison')} />
            ) : (
              <div role="alert">
                <Failure reason={l10n.t('Could not show the comparison.')} detail={failure}>
                  <button type="button" class="button" onClick={() => model.retry()}>
                    {l10n.t('Try Again')}
                  </button>
                </Failure>
              </div>
            )}
          </>
        )}
        {notice !== null && <Notice text={notice} dismiss={() => model.dismissNotice()} />}
        {comparison && (
          <ComparisonView
            comparison={comparison}
            snapshot={snapshot}
            model={model}
            announcer={announcer}
          />
        )}
        <div ref={spoken} />
      </main>
    </>
  );
}
