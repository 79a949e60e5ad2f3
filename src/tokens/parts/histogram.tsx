import * as l10n from '@vscode/l10n';
import type { Histogram as Bars } from '../text/histogram.ts';

const [width, height] = [220, 44];

/** The distribution that the simulator predicted for a token. */
export function Histogram({ histogram }: { histogram: Bars }) {
  const { bars, barWidth, low, high, summary } = histogram;
  return (
    <div class="histogram">
      <svg class="s16" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {bars.map(({ x, height: share, label }, i) => (
          <rect
            key={i}
            class="histogram-bar"
            x={(x - barWidth / 2) * width + 1}
            width={barWidth * width - 2}
            y={height - Math.max(1, share * height)}
            height={Math.max(1, share * height)}
          >
            <title>{label}</title>
          </rect>
        ))}
        <line class="histogram-axis" x1={0} x2={width} y1={height} y2={height} />
      </svg>
      <div class="histogram-ends dim number">
        <span>{low}</span>
        <span>{l10n.t('predicted value')}</span>
        <span>{high}</span>
      </div>
      {summary.map((line) => (
        <div class="dim number" key={line}>
          {line}
        </div>
      ))}
    </div>
  );
}
