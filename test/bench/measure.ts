/** What a run of a measure says: a value, and how it compares with a peer measured side by side. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string;
  readonly ratio: number;
}

export interface Measure {
  readonly name: string;
  /** What `run` is held against. */
  readonly peer: string;
  readonly run: () => unknown;
  readonly runPeer: () => unknown;
}

const warmUps = 2;
const runs = 9;

/** Runs a measure and its peer in turn, so that both see the same machine, and takes medians. */
export async function measure({ name, peer, run, runPeer }: Measure): Promise<Measurement> {
  const own: number[] = [];
  const peers: number[] = [];
  for (let i = -warmUps; i < runs; i++) {
    const times = [await time(run), await time(runPeer)] as const;
    if (i < 0) continue;
    own.push(times[0]);
    peers.push(times[1]);
  }
  const value = median(own);
  return { name, value, unit: 'ms', peer, ratio: value / median(peers) };
}

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
