import * as l10n from '@vscode/l10n';
import { displayScore } from '../../../text/display.ts';
import { formatCount } from '../../../text/number.ts';
import type { DirectorySummary, Totals } from '../../contract/contract.ts';
import { ago, exact } from '../time.ts';

interface Props {
  readonly directories: readonly DirectorySummary[];
  /** The URI of the directory that the page shows as a whole, if it does. */
  readonly current: string | null;
  readonly open: (uri: string) => void;
}

/** The directories of the window, each with a link to its overview. */
export function Directories({ directories, current, open }: Props) {
  return (
    <div class="directories">
      <h2 id="directories-heading" class="section-heading">
        {l10n.t('Explanation directories')}
      </h2>
      <div class="directory-table" role="region" aria-labelledby="directories-heading" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[
                l10n.t('Directory'),
                l10n.t('Neurons'),
                l10n.t('With explanation'),
                l10n.t('Unreadable files'),
                l10n.t('Median score'),
                l10n.t('Last modified'),
              ].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {directories.map(({ uri, name, totals, modified }) => (
              <tr key={uri}>
                <th scope="row">
                  {uri === current ? (
                    <span aria-current="page">{name}</span>
                  ) : (
                    <button type="button" class="link" onClick={() => open(uri)}>
                      {name}
                    </button>
                  )}
                </th>
                {numbersOf(totals).map((text, i) => (
                  <td key={i}>{text}</td>
                ))}
                <td title={modified === null ? undefined : exact(modified)}>
                  {modified === null ? (totals ? '–' : '…') : ago(modified)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** In the order of the columns. */
function numbersOf(totals: Totals | null): readonly string[] {
  if (!totals) return ['…', '…', '…', '…'];
  const { neurons, read, withoutExplanation, unreadable, median } = totals;
  const counts = [neurons, read - withoutExplanation - unreadable, unreadable];
  return [...counts.map(formatCount), displayScore(median)];
}
