import * as l10n from '@vscode/l10n';
import { Icon, IconButton } from '../../../ui/icon.tsx';
import type { UnitsMap } from '../../../analysis/simulation.ts';
import type { Miss, Misses as AllMisses } from '../../../analysis/misses.ts';
import type { ExplanationScale } from '../../../tokens/contract.ts';
import type { MissFilter } from '../../contract/protocol.ts';
import type { AnalysisPanel } from '../analysis/analysisPanel.ts';
import { countOf, filtered, kindNames } from '../analysis/missWalk.ts';
import { useSnapshot } from '../../../ui/store.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { mapNote } from '../../../tokens/text/units.ts';
import { actualHead, SimulatedCells, SimulatedHeads } from './simulatedCells.tsx';
import { TokenText } from './topTokens.tsx';
import { useOpened } from './useOpened.ts';

const first = 8;

const filterNames: Readonly<Record<MissFilter, string>> = {
  all: l10n.t('All'),
  falsePositive: l10n.t('False positives'),
  falseNegative: l10n.t('False negatives'),
};

interface Props {
  readonly panel: AnalysisPanel;
  readonly misses: AllMisses;
  readonly scale: ExplanationScale;
}

/** The tokens with the largest errors. Each links to its position. */
export function Misses({ panel, misses, scale }: Props) {
  const { filter, rank } = useSnapshot(panel);
  const [all, setAll] = useOpened('misses', panel.saved);
  const list = filtered(misses, filter);
  const count = countOf(misses, filter);
  const { difference } = scale;
  // Always includes the current miss.
  const shown = all ? list : list.slice(0, Math.max(first, (rank ?? 0) + 1));
  return (
    <section aria-labelledby="misses-heading">
      <div class="analysis-head">
        <h3 id="misses-heading" class="section-heading">
          {l10n.t('Largest misses')}
        </h3>
        <span class="miss-steps">
          {rank !== null && (
            <span class="dim number">
              {l10n.t('{0} of {1}', formatCount(rank + 1), formatCount(list.length))}
            </span>
          )}
          <IconButton
            icon="arrow-up"
            label={l10n.t('Previous Miss (Shift+F8)')}
            onClick={() => void panel.stepMiss(-1)}
          />
          <IconButton
            icon="arrow-down"
            label={l10n.t('Next Miss (F8)')}
            onClick={() => void panel.stepMiss(1)}
          />
        </span>
      </div>
      {list.length === 0 && filter === 'all' && (
        <p class="dim">
          {difference.by === 'none'
            ? l10n.t('No misses: the simulation is on 0–10, and no actual activation is above 0.')
            : l10n.t('No misses: every error is under 10% of the peak.')}
        </p>
      )}
      {countOf(misses, 'all') > 0 && (
        <select
          class="select"
          aria-label={l10n.t('Filter misses')}
          value={filter}
          onChange={({ currentTarget: { value } }) => panel.setFilter(filterOf(value))}
        >
          {(Object.keys(filterNames) as MissFilter[]).map((each) => (
            <option key={each} value={each}>
              {filterNames[each]} ({formatCount(countOf(misses, each))})
            </option>
          ))}
        </select>
      )}
      {list.length === 0 && filter !== 'all' && <p class="dim">{l10n.t('None of this kind.')}</p>}
      {list.length > 0 && (
        <table class="numbers misses" aria-labelledby="misses-heading">
          <thead>
            <tr>
              <th scope="col">{l10n.t('Token')}</th>
              <th scope="col" class="number" title={l10n.t('Sequence')}>
                {l10n.t('Seq.')}
              </th>
              <th scope="col" class="number" title={l10n.t('Actual activation')}>
                {actualHead}
              </th>
              <SimulatedHeads by={difference.by} />
            </tr>
          </thead>
          <tbody>
            {shown.map((miss, i) => (
              <MissRow
                key={`${miss.sequence}/${miss.index}`}
                miss={miss}
                by={difference.by}
                current={i === rank}
                go={() => void panel.goToMiss(i)}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < list.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {l10n.t('Show {0} more', formatCount(list.length - shown.length))}
        </button>
      )}
      {list.length > 0 && (
        <p class="dim plot-note" aria-hidden="true">
          <Icon name="triangle-up" /> {l10n.t('Simulated too high')} <Icon name="triangle-down" />{' '}
          {l10n.t('Simulated too low')}
        </p>
      )}
      {list.length < count && (
        <p class="dim plot-note">
          {l10n.t('The largest {0} of {1} misses.', formatCount(list.length), formatCount(count))}
        </p>
      )}
      {difference.by === 'range' && <p class="dim plot-note">{mapNote(difference)}</p>}
    </section>
  );
}

const goToTexts: Readonly<Record<Miss['kind'], string>> = {
  falsePositive: l10n.t('Go to this false positive'),
  falseNegative: l10n.t('Go to this false negative'),
};

interface RowProps {
  readonly miss: Miss;
  readonly by: UnitsMap['by'];
  readonly current: boolean;
  readonly go: () => void;
}

function MissRow({ miss, by, current, go }: RowProps) {
  const { kind, token, sequence, actual, simulated, mapped } = miss;
  return (
    <tr class={current ? 'miss-current' : ''} aria-current={current || undefined}>
      <th scope="row">
        <button type="button" class="miss" title={goToTexts[kind]} onClick={go}>
          <Icon name={kind === 'falsePositive' ? 'triangle-up' : 'triangle-down'} class={kind} />
          <span class="sr-only">{kindNames[kind]}: </span>
          <TokenText token={token} />
        </button>
      </th>
      <td class="number">{formatCount(sequence + 1)}</td>
      <td class="number">{formatActivation(actual)}</td>
      <SimulatedCells by={by} mapped={mapped} simulated={simulated} />
    </tr>
  );
}

function filterOf(value: string): MissFilter {
  return value === 'falsePositive' || value === 'falseNegative' ? value : 'all';
}
