import * as l10n from '@vscode/l10n';

/** The query syntax, for display. */
export function queryHint(): string {
  return l10n.t(
    'words "a phrase" /regex/ -word layer:3-8 neuron:17 score:>0.5 modified:<2h dir:name is:starred verdict:wrong',
  );
}
