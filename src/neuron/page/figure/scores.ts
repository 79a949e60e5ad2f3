import { displayScore } from '../../../text/display.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import { isMeaningless, meaninglessReason } from '../../../tokens/text/units.ts';

const names = {
  evCorrelation: 'EV correlation',
  rSquared: 'R²',
  absoluteDevExplained: 'absolute deviation explained',
} as const;
const kinds = ['evCorrelation', 'rSquared', 'absoluteDevExplained'] as const;

/** The existing scores, and why some are not meaningful. */
export function scoreLines(of: Pick<ExplanationSummary, 'scores' | 'scale'>): readonly string[] {
  const present = kinds.filter((kind) => of.scores[kind] !== null);
  const said = present.map((kind) => {
    const mark = isMeaningless(kind, of) ? '*' : '';
    return `${names[kind]} ${displayScore(of.scores[kind])}${mark}`;
  });
  const note = present.some((kind) => isMeaningless(kind, of)) ? [`* ${meaninglessReason}`] : [];
  return said.length === 0 ? [] : [said.join(' · '), ...note];
}
