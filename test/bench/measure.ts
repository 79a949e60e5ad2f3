/** What a run of a measure says: a value, and how it compares with a peer measured side by side. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly peer?: string;
  /** Divided by the peer's value; absent without a peer on this machine. */
  readonly ratio?: number;
  /** What the ratio, or the value where a measure has no peer, must not exceed. */
  readonly must?: number;
  readonly aim?: number;
}

export type Unit = 'ms' | 'MB' | '%';

export interface Measure {
  readonly name: string;
  readonly unit: Unit;
  readonly must?: number;
  readonly aim?: number;
  /** Fewer where the peer is slow. */
  readonly runs?: number;
  readonly warmUps?: number;
  /** Makes the data, which takes long, only when the measure is asked for. */
  readonly prepare: () => Subject | Promise<Subject>;
}

export interface Subject {
  readonly sample: Sample;
  readonly peer?: Peer;
  readonly close?: () => unknown;
}

/** Gives one value, in the measure's unit. */
export type Sample = () => Promise<number>;

/** What a measure is held against. */
export interface Peer {
  readonly name: string;
  /** Why it cannot be run here; undefined where it can. */
  readonly missing?: string;
  readonly sample: Sample;
}

export const usualRuns = 9;
const usualWarmUps = 2;

/** Runs a measure and its peer in turn, so that both see the same machine, and takes medians. */
export async function measure(it: Measure): Promise<Measurement> {
  const { name, unit, must, aim, runs = usualRuns, warmUps = usualWarmUps } = it;
  const { sample, peer, close } = await it.prepare();
  try {
    const other = peer?.missing === undefined ? peer : undefined;
    const own: number[] = [];
    const others: number[] = [];
    for (let i = -warmUps; i < runs; i++) {
      const value = await sample();
      const otherValue = await other?.sample();
      if (i < 0) continue;
      own.push(value);
      if (otherValue !== undefined) others.push(otherValue);
    }
    const value = median(own);
    if (!peer) return { name, value, unit, must, aim };
    // Limits of a ratio say nothing of a value.
    if (!other) return { name, value, unit, peer: `${peer.name}: ${peer.missing}` };
    return { name, value, unit, peer: peer.name, ratio: value / median(others), must, aim };
  } finally {
    await close?.();
  }
}

/** How long something takes, which must give this result if there is one. */
export function timed(run: () => unknown, expected?: number | boolean): Sample {
  return async () => {
    const start = performance.now();
    const found = await run();
    const time = performance.now() - start;
    if (expected !== undefined && found !== expected) {
      throw new Error(
        `Found ${String(found)} in place of ${expected}: what is timed does not work`,
      );
    }
    return time;
  };
}

/** The lower one of two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]!;
}
