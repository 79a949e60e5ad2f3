import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageState } from '../../contract/protocol.ts';
import type { SavedState } from '../../../ui/savedState.ts';

/** In pixels. */
const narrowest = 240;
const leastBeside = 360;
const step = 20;

/** The edge of the analysis, which is dragged to resize it. A double click resets the width. */
export function Sash({ saved }: { readonly saved: SavedState<PageState> }) {
  const [width, setWidth] = useState(saved.state.analysisWidth);
  const [shown, setShown] = useState(0);
  const sash = useRef<HTMLDivElement>(null);
  const panel = () => sash.current?.parentElement;
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    if (width === null) style.removeProperty('--analysis-width');
    else style.setProperty('--analysis-width', `${width}px`);
  }, [width]);
  useLayoutEffect(() => {
    const element = panel();
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setShown(element.offsetWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const resize = (wanted: number | null) => {
    const most = Math.max(narrowest, (panel()?.parentElement?.clientWidth ?? 0) - leastBeside);
    const next = wanted === null ? null : Math.round(Math.min(most, Math.max(narrowest, wanted)));
    setWidth(next);
    saved.set({ analysisWidth: next });
  };
  const key = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    resize((panel()?.offsetWidth ?? 0) + by);
  };
  return (
    <div
      class="sash"
      ref={sash}
      role="separator"
      aria-orientation="vertical"
      aria-label={l10n.t('Resize Analysis')}
      aria-valuenow={shown}
      aria-valuemin={narrowest}
      tabIndex={0}
      onKeyDown={key}
      onDblClick={() => resize(null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const { right } = panel()!.getBoundingClientRect();
        resize(right - event.clientX);
      }}
    />
  );
}
