import './activationHistogram.css';
import * as l10n from '@vscode/l10n';
import { useEffect, useState } from 'preact/hooks';
import { useSnapshot } from '../../../ui/store.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import type { ActivationsMessage } from '../../contract/protocol.ts';
import type { AnalysisPanel } from '../analysis/analysisPanel.ts';
import { type Bars, barsOf } from '../analysis/histogramBars.ts';
import { aboutActivations, barText, maximaText } from '../text/activations.ts';

/** The distribution of the neuron's activations, and where the sequences' maxima are in it. */
export function ActivationHistogram({ panel }: { readonly panel: AnalysisPanel }) {
  const { activations, error } = useActivations(panel);
  if (!activations && error === null) return null;
  return (
    <section aria-labelledby="activations-heading">
      <h3 id="activations-heading" class="section-heading">
        {l10n.t('Activation histogram')}
      </h3>
      {error !== null && <p class="note">{error}</p>}
      {activations && <Histogram activations={activations} />}
    </section>
  );
}

function Histogram({ activations }: { readonly activations: ActivationsMessage }) {
  const bars = barsOf(activations);
  const about = <p class="dim plot-note">{aboutActivations(activations)}</p>;
  // A single value needs no picture.
  if (activations.min === activations.max) return about;
  return (
    <>
      <div class="activations" aria-hidden="true">
        <div class="activations-counts number">
          {bars.ticks.map(({ count, share }) => (
            <span key={count} style={{ bottom: `${share * 100}%` }}>
              {formatCount(count)}
            </span>
          ))}
        </div>
        <Drawing bars={bars} />
        <div class="activations-ends number">
          <span>{formatActivation(activations.min)}</span>
          <span class="dim">{l10n.t('activation')}</span>
          <span>{formatActivation(activations.max)}</span>
        </div>
      </div>
      {about}
      <Table bars={bars} />
    </>
  );
}

/** Stretched to the width of the column, in units of bins and percent. */
function Drawing({ bars: { bars, ticks, maxima } }: { readonly bars: Bars }) {
  const width = bars.length;
  return (
    <svg
      class="activations-plot a16"
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="none"
      overflow="visible"
    >
      {ticks.map(({ count, share }) => (
        <path key={count} class="activations-line" d={`M0 ${100 - share * 100}h${width}`} />
      ))}
      {bars.map((bar, i) => (
        <rect
          key={i}
          class="activations-bar"
          x={i + 0.06}
          width={0.88}
          y={100 - bar.share * 100}
          height={bar.share * 100}
        >
          <title>{barText(bar)}</title>
        </rect>
      ))}
      <path class="activations-axis" d={`M0 100h${width}`} />
      {maxima.map((at, i) => (
        <path key={i} class="activations-maximum" d={`M${at * width} 102v10`} />
      ))}
    </svg>
  );
}

/** The histogram for screen readers. */
function Table({ bars: { bars } }: { readonly bars: Bars }) {
  return (
    <div class="sr-only">
      <table>
        <caption>{l10n.t('Number of activations by range')}</caption>
        <thead>
          <tr>
            <th scope="col">{l10n.t('Activation')}</th>
            <th scope="col">{l10n.t('Tokens')}</th>
            <th scope="col">{maximaText()}</th>
          </tr>
        </thead>
        <tbody>
          {bars
            .filter(({ count, maxima }) => count > 0 || maxima > 0)
            .map(({ from, to, count, maxima }) => (
              <tr key={from}>
                <th scope="row">
                  {l10n.t('{0} to {1}', formatActivation(from), formatActivation(to))}
                </th>
                <td>{formatCount(count)}</td>
                <td>{formatCount(maxima)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

interface State {
  readonly activations: ActivationsMessage | null;
  readonly error: string | null;
}

const nothing: State = { activations: null, error: null };

/** Requests them with each analysis, and when related data changes. */
function useActivations(panel: AnalysisPanel): State {
  const { analysis } = useSnapshot(panel);
  const { relatedDataChanges } = useSnapshot(panel.model);
  const [state, setState] = useState(nothing);
  useEffect(() => {
    let gone = false;
    panel.activations().then(
      (activations) => !gone && setState({ activations, error: null }),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (!gone)
          setState({ ...nothing, error: l10n.t('Could not count the activations. {0}', why) });
      },
    );
    return () => {
      gone = true;
    };
  }, [panel, analysis, relatedDataChanges]);
  return state;
}
