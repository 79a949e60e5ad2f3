import { scoreKindOf } from '../../../dialects/scoreKinds.ts';
import { displayScore } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { isMeaningless, meaninglessReason } from '../../../tokens/text/units.ts';

/** The existing scores, and why some are not meaningful. */
export function scoreLines({
  scores,
  scale,
}: Pick<ExplanationSummary, 'scores' | 'scale'>): readonly string[] {
  const present = scores.filter(({ value }) => value !== null);
  const said = present.map((score) => {
    const mark = isMeaningless(score, scale) ? '*' : '';
    return `${scoreKindOf(score.kind).name} ${displayScore(score.value)}${mark}`;
  });
  const note = present.some((score) => isMeaningless(score, scale))
    ? [`* ${meaninglessReason()}`]
    : [];
  return said.length === 0 ? [] : [said.join(' · '), ...note];
}
