import { displayExplanation, explanationText } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';

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
