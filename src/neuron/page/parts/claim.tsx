import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { displayExplanation, explanationText } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';

/** The text of an explanation. */
export function ExplanationText({ explanation }: { explanation: ExplanationSummary }) {
  const text = explanationText(explanation.text);
  return text === null ? (
    <em class="explanation-text">{displayExplanation(null)}</em>
  ) : (
    <span class="explanation-text" dir="auto">
      {text}
    </span>
  );
}

/** The selected explanation. A long one shows two lines, and the rest on request. */
export function Claim({ explanation }: { explanation: ExplanationSummary }) {
  const [all, setAll] = useState(false);
  const [isCut, setCut] = useState(false);
  const text = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = text.current;
    if (!element || all) return undefined;
    const measure = () => setCut(element.scrollHeight > element.clientHeight + 1);
    // It is first called after layout. Measuring here would force an extra layout.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [all]);
  return (
    <>
      <span class={all ? 'claim-text' : 'claim-text claim-cut'} ref={text}>
        <ExplanationText explanation={explanation} />
      </span>
      {(isCut || all) && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? l10n.t('Show less') : l10n.t('Show more')}
        </button>
      )}
    </>
  );
}
