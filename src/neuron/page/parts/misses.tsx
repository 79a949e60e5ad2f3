import { Icon, IconButton } from '../../../ui/icon.tsx';
import type { UnitsMap } from '../../../analysis/simulation.ts';
import type { Miss, Misses as AllMisses } from '../../../analysis/misses.ts';
import type { ExplanationScale, MissFilter } from '../../contract/protocol.ts';
import type { AnalysisPanel } from '../analysis/analysisPanel.ts';
import { countOf, filtered, kindNames } from '../analysis/missWalk.ts';
import { useSnapshot } from '../../../ui/useSnapshot.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { mapNote, noMap } from '../../../tokens/text/units.ts';
import { SimulatedCells, SimulatedHeads } from './simulatedCells.tsx';
import { TokenText } from './tokenText.tsx';
import { useOpened } from './useOpened.ts';

const first = 8;

const filterNames: Readonly<Record<MissFilter, string>> = {
  all: 'All',
  falsePositive: 'False positives',
  falseNegative: 'False negatives',
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
          Largest misses
        </h3>
        <span class="miss-steps">
          {rank !== null && (
            <span class="dim number">
              {formatCount(rank + 1)} of {formatCount(list.length)}
            </span>
          )}
          <IconButton
            icon="arrow-up"
            label="Previous Miss (Shift+F8)"
            onClick={() => void panel.stepMiss(-1)}
          />
          <IconButton
            icon="arrow-down"
            label="Next Miss (F8)"
            onClick={() => void panel.stepMiss(1)}
          />
        </span>
      </div>
      {list.length === 0 && filter === 'all' && (
        <p class="dim">
          {difference.by === 'none'
            ? `${noMap}, so there are no misses.`
            : 'No misses: every error is under 10% of the peak.'}
        </p>
      )}
      {countOf(misses, 'all') > 0 && (
        <select
          class="select"
          aria-label="Which misses"
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
      {list.length === 0 && filter !== 'all' && <p class="dim">There are none.</p>}
      {list.length > 0 && (
        <table class="numbers misses" aria-labelledby="misses-heading">
          <thead>
            <tr>
              <th scope="col">token</th>
              <th scope="col" class="number" title="Sequence">
                seq
              </th>
              <th scope="col" class="number">
                actual
              </th>
              <SimulatedHeads by={difference.by} of="Simulated activation" />
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
          Show {formatCount(list.length - shown.length)} more
        </button>
      )}
      {list.length > 0 && (
        <p class="dim plot-note" aria-hidden="true">
          <Icon name="triangle-up" /> simulated too high <Icon name="triangle-down" /> too low
        </p>
      )}
      {list.length < count && (
        <p class="dim plot-note">
          The worst {formatCount(list.length)} of {formatCount(count)}.
        </p>
      )}
      {difference.by === 'range' && <p class="dim plot-note">{mapNote(difference)}</p>}
    </section>
  );
}

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
        <button type="button" class="miss" title={`Go to this ${kindNames[kind]}`} onClick={go}>
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
