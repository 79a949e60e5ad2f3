import type { Line } from '../../../analysis/line.ts';
import type { LeftOut } from '../../../analysis/points.ts';
import { formatActivation, plural } from '../../../text/number.ts';

/** `, without 22 that have no prediction and 1 that lacks a value`; empty where nothing was left out. */
export function leftOutText({ unpredicted, missing }: LeftOut): string {
  const parts = [
    unpredicted > 0 ? `${plural(unpredicted, 'token')} without a prediction` : '',
    missing > 0 ? `${plural(missing, 'token')} without a value` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `; left out: ${parts.join(' and ')}`;
}

/** The regression line as an equation. */
export function lineText(line: Line | null): string {
  return line === null
    ? 'There is no regression line: the simulation is constant.'
    : `Dashed: actual = ${equation(line, 'simulated')}.`;
}

/** An intercept below this share of the slope is what rounding has left of none. */
const noIntercept = 1e-6;

/** `0.50 × uncalibrated − 0.20`; the sign stays with its number. */
export function equation({ slope, intercept }: Line, of: string): string {
  if (Math.abs(intercept) <= noIntercept * Math.abs(slope)) {
    return `${formatActivation(slope)} × ${of}`;
  }
  const sign = intercept < 0 ? '\u2212' : '+';
  return `${formatActivation(slope)} × ${of} ${sign}\u00a0${formatActivation(Math.abs(intercept))}`;
}
