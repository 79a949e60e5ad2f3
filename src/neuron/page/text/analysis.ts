import type { Line } from '../../../analysis/line.ts';
import type { LeftOut } from '../../../analysis/points.ts';
import { formatActivation, plural } from '../../../text/number.ts';

/** Such as `; left out: 22 tokens without a prediction`. Empty if nothing was left out. */
export function leftOutText({ unpredicted, missing }: LeftOut): string {
  const parts = [
    unpredicted > 0 ? `${plural(unpredicted, 'token')} without a prediction` : '',
    missing > 0 ? `${plural(missing, 'token')} without a value` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; left out: ${parts.join(' and ')}`;
}

export function lineText(line: Line | null): string {
  return line === null
    ? 'There is no regression line: the simulation is constant.'
    : `Dashed: actual = ${equation(line, 'simulated')}.`;
}

/** Below this share of the slope, an intercept is only rounding. */
const noIntercept = 1e-6;

/** Such as `0.50 × uncalibrated − 0.20`. The sign does not wrap away from its number. */
export function equation({ slope, intercept }: Line, of: string): string {
  if (Math.abs(intercept) <= noIntercept * Math.abs(slope)) {
    return `${formatActivation(slope)} × ${of}`;
  }
  const sign = intercept < 0 ? '\u2212' : '+';
  return `${formatActivation(slope)} × ${of} ${sign}\u00a0${formatActivation(Math.abs(intercept))}`;
}
