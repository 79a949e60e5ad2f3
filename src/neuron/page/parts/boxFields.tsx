import * as l10n from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Points } from '../../../analysis/points.ts';
import type { Box, Interval, PageState } from '../../contract/protocol.ts';
import { withEnd } from '../analysis/box.ts';
import type { SavedState } from '../../../ui/savedState.ts';
import { formatCount } from '../../../text/number.ts';
import { NumberField } from '../../../ui/numberField.tsx';
import { useOpened } from './useOpened.ts';

interface Props {
  readonly box: Box | null;
  readonly points: Points;
  readonly select: (box: Box | null) => void;
  /** How many points are selected. */
  readonly count: number;
  readonly saved: SavedState<PageState>;
}

const sideNames = { simulated: l10n.t('Simulated'), actual: l10n.t('Actual') };
const fieldNames = {
  simulated: [l10n.t('Simulated, from'), l10n.t('Simulated, to')],
  actual: [l10n.t('Actual, from'), l10n.t('Actual, to')],
} as const;

/** The plot's selection in numbers, to read and to change by keyboard. */
export function BoxFields({ box, points, select, count, saved }: Props) {
  const [open, setOpen] = useOpened('marks', saved);
  const limits = useMemo(
    () => ({ simulated: extentOf(points.simulated), actual: extentOf(points.actual) }),
    [points],
  );
  return (
    <>
      <details
        class="box-fields"
        open={open}
        onToggle={({ currentTarget }) => currentTarget.open !== open && setOpen(currentTarget.open)}
      >
        <summary>{l10n.t('Highlight tokens in range')}</summary>
        {(['simulated', 'actual'] as const).map((side) => (
          <div class="box-side" key={side} role="group" aria-label={sideNames[side]}>
            <span class="box-name" aria-hidden="true">
              {sideNames[side]}
            </span>
            {([0, 1] as const).map((end) => (
              <NumberField
                key={end}
                label={fieldNames[side][end]}
                placeholder={limits[side][end].toFixed(2)}
                value={box?.[side] ? round(box[side][end]) : null}
                change={(value) => select(withEnd(box, side, end, value, limits[side]))}
              />
            ))}
          </div>
        ))}
      </details>
      <p class="plot-note" role="status">
        {box && (
          <>
            {highlighted(count)}{' '}
            <button type="button" class="link" onClick={() => select(null)}>
              {l10n.t('Clear')}
            </button>
          </>
        )}
      </p>
    </>
  );
}

function extentOf(values: ArrayLike<number>): Interval {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  return [low, high];
}

const round = (value: number) => Number(value.toFixed(3));

function highlighted(count: number): string {
  return count === 1
    ? l10n.t('1 token highlighted')
    : l10n.t('{0} tokens highlighted', formatCount(count));
}
