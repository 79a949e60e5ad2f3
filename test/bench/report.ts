import { type Measure, type Measurement, usualRuns } from './measure.ts';

/** A table that prints each line once it is measured. Peers are last: their names are long. */
export class Table {
  readonly #width: number;

  constructor(measures: readonly Measure[]) {
    this.#width = Math.max(...measures.map(({ name }) => name.length));
    console.log(this.#line('measure', 'value', 'ratio', 'must', 'aim', 'peer'));
  }

  add({ runs = usualRuns }: Measure, measurement: Measurement): void {
    const { name, value, unit, peer, ratio, must, aim } = measurement;
    const reached = ratio ?? value;
    const few = runs < usualRuns ? ` (median of ${runs})` : '';
    console.log(
      this.#line(
        name,
        `${short(value)} ${unit}`,
        ratio === undefined ? '–' : short(ratio),
        verdict(reached, must),
        verdict(reached, aim),
        (peer ?? '–') + few,
      ),
    );
  }

  #line(name: string, value: string, ratio: string, must: string, aim: string, peer: string) {
    const columns = [value, ratio, must, aim].map((text) => text.padStart(11));
    return `${name.padEnd(this.#width)} ${columns.join(' ')}   ${peer}`;
  }
}

function verdict(reached: number, limit: number | undefined): string {
  return limit === undefined ? '–' : `≤ ${short(limit)} ${reached <= limit ? '✓' : '✗'}`;
}

function short(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}
