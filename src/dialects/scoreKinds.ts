import * as l10n from '@vscode/l10n';
import type { Score, ScoreKind } from '../model/score.ts';
import { openaiScoreKinds } from './openai/scoreKinds.ts';

const kinds = new Map(openaiScoreKinds.map((kind) => [kind.key, kind]));

/** The kind of score with this key. Throws for an unknown key. */
export function scoreKindOf(key: string): ScoreKind {
  const kind = kinds.get(key);
  if (!kind) throw new Error(`unknown kind of score: ${key}`);
  return kind;
}

/** For display: the name of the preferred score. */
export function preferredName([first]: readonly Score[]): string {
  return first ? scoreKindOf(first.kind).name : l10n.t('score');
}
