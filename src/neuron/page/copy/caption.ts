import * as l10n from '@vscode/l10n';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred, type Score } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';

/** Which sequence it is, and its preferred score. */
export function sequenceCaption(index: number, scores: readonly Score[]): string {
  return l10n.t(
    'sequence {0}, {1} {2}',
    index + 1,
    preferredName(scores),
    displayScore(preferred(scores)),
  );
}
