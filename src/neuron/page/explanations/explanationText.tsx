import { explanationText } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';

/** An explanation on one line, in whichever direction it is written; or that there is none. */
export function ExplanationText({ explanation }: { explanation: ExplanationSummary }) {
  const text = explanationText(explanation.text);
  return text === null ? (
    <em class="explanation-text">(no explanation text)</em>
  ) : (
    <span class="explanation-text" dir="auto">
      {text}
    </span>
  );
}
