import * as l10n from '@vscode/l10n';
import { useEffect, useRef } from 'preact/hooks';
import { isComplete, type Loaded } from '../sequenceRun.ts';
import { formatCount } from '../../text/number.ts';
import { Icon } from '../../ui/icon.tsx';

/** Loads more as the end of the list comes near, and shows failures. */
export function More({ run, loadMore }: { run: Loaded; loadMore: () => void }) {
  const row = useRef<HTMLDivElement>(null);
  const idle = !run.loading && run.error === null;
  useEffect(() => {
    if (!row.current || !idle) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) loadMore();
      },
      // Within VS Code's frames, `rootMargin` needs a root.
      { root: document, rootMargin: '0px 0px 1000px 0px' },
    );
    observer.observe(row.current);
    return () => observer.disconnect();
    // Observe again after each page: an element that stays visible is reported only once.
  }, [idle, run]);

  if (isComplete(run)) return null;
  return (
    <div class="more" ref={row}>
      {run.error === null ? (
        <span role="status">
          <Icon name="loading" />{' '}
          {l10n.t(
            'Loading sequences… {0} of {1}',
            formatCount(run.sequences.length),
            formatCount(run.total),
          )}
        </span>
      ) : (
        <span role="alert">
          <Icon name="error" class="severity-error" />{' '}
          {l10n.t('Could not load the sequences. {0}', run.error)}{' '}
          <button type="button" class="link" onClick={loadMore}>
            {l10n.t('Try Again')}
          </button>
        </span>
      )}
    </div>
  );
}
