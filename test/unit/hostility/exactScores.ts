/** A ratio of whole numbers, without rounding until it is asked for. */
type Ratio = readonly [numerator: bigint, denominator: bigint];

/** Scores in exact arithmetic: a double is a whole number of 2^-1074. */
export interface ExactScores {
  readonly evCorrelation: number | null;
  readonly rSquared: number | null;
  readonly absoluteDevExplained: number | null;
  /** Whether doubles have enough digits to correlate the values. */
  readonly wellConditioned: boolean;
}

const none = { evCorrelation: null, rSquared: null, absoluteDevExplained: null };

/** The three scores by their definitions; null where they are undefined. */
export function exactScores(actual: readonly number[], simulated: readonly number[]): ExactScores {
  const finite = [...actual, ...simulated].every(Number.isFinite);
  if (actual.length !== simulated.length || actual.length === 0 || !finite)
    return { ...none, wellConditioned: true };
  const r = actual.map(whole);
  const p = simulated.map(whole);
  const errors = r.map((value, i) => value - p[i]!);
  const [xx, yy] = [spread(r, r), spread(p, p)];
  return {
    evCorrelation: correlation(spread(r, p), xx, yy),
    rSquared: explained(sum(errors.map((e) => e * e)), sum(r.map((v) => v * v))),
    absoluteDevExplained: explained(sum(errors.map(magnitude)), sum(r.map(magnitude))),
    wellConditioned: isWide(r, xx) && isWide(p, yy),
  };
}

function correlation(xy: bigint, xx: bigint, yy: bigint): number | null {
  if (xx === 0n || yy === 0n) return null;
  return Math.sign(Number(xy > 0n) - 0.5) * Math.sqrt(numberOf([xy * xy, xx * yy]));
}

function explained(missed: bigint, all: bigint): number | null {
  return all === 0n ? null : numberOf([all - missed, all]);
}

/** n² times the covariance. */
function spread(x: readonly bigint[], y: readonly bigint[]): bigint {
  return BigInt(x.length) * sum(x.map((value, i) => value * y[i]!)) - sum(x) * sum(y);
}

function isWide(x: readonly bigint[], spreadOfX: bigint): boolean {
  const largest = x.map(magnitude).reduce((a, b) => (a > b ? a : b));
  const size = BigInt(x.length) * largest;
  return spreadOfX === 0n || numberOf([spreadOfX, size * size]) > 1e-10;
}

const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n);
const magnitude = (value: bigint) => (value < 0n ? -value : value);

const view = new DataView(new ArrayBuffer(8));

function whole(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

function numberOf([numerator, denominator]: Ratio): number {
  const size = (value: bigint) => magnitude(value).toString(16).length * 4;
  // As many digits as a double has, and some.
  const shift = 80 - (size(numerator) - size(denominator));
  const shifted = shift > 0 ? numerator << BigInt(shift) : numerator >> BigInt(-shift);
  let result = Number(shifted / denominator);
  for (let left = -shift; left !== 0;) {
    const step = Math.max(-1000, Math.min(1000, left));
    result *= 2 ** step;
    left -= step;
  }
  return result;
}
