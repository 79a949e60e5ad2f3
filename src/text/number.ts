import * as l10n from '@vscode/l10n';

/** U+2212 is as wide as a plus sign, unlike a hyphen. */
const minus = '\u2212';

/** An activation with about three significant digits. Whole and large numbers keep all digits. */
export function formatActivation(value: number): string {
  if (Number.isNaN(value)) return l10n.t('missing');
  return (value < 0 ? minus : '') + formatMagnitude(Math.abs(value));
}

/** Cached: creating it takes longer than drawing a page of tokens, or half of an activation. */
let counts: Intl.NumberFormat | undefined;

/** A whole number with thousands separators: `100,000`. */
export function formatCount(count: number): string {
  counts ??= new Intl.NumberFormat('en-US');
  return counts.format(count);
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A number of bytes with two significant digits: `75 kB`, `90 GB`. */
export function formatBytes(bytes: number): string {
  const thousands = Math.max(0, Math.floor(Math.log10(Number(bytes.toPrecision(2))) / 3));
  const unit = Math.min(units.length - 1, thousands);
  return `${formatCount(Number((bytes / 1000 ** unit).toPrecision(2)))} ${units[unit]}`;
}

/** `1 sequence`, `10 sequences`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function formatMagnitude(value: number): string {
  if (value === Infinity) return '∞';
  if (value === 0) return '0';
  if (value >= 1e6 || value < 1e-3) return formatExponent(value);
  if (Number.isInteger(value)) return String(value);
  // Round first: 9.996 is 10.0, not 10.00.
  const rounded = Number(value.toPrecision(3));
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(rounded)));
  return rounded.toFixed(rounded >= 0.1 ? Math.min(decimals, 2) : decimals);
}

function formatExponent(value: number): string {
  return value.toExponential(2).replace('e+', 'e').replace('e-', `e${minus}`);
}

/** `1 token`, `640 tokens`, in the language of the window. */
export function tokenCount(count: number): string {
  return count === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', formatCount(count));
}

export function neuronCount(count: number): string {
  return count === 1 ? l10n.t('1 neuron') : l10n.t('{0} neurons', formatCount(count));
}
