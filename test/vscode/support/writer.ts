import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { randomOf } from '../../samples/random.ts';
import { simpleNeuron } from '../../unit/catalog/support/neuronText.ts';

const layers = 4;
const neurons = 8;

/** Changes explanation directories in a folder, as runs and people do. Repeatable by seed. */
export class Writer {
  readonly #folder: string;
  /** For what links lead to, beyond what the editor watches. */
  readonly #outside: string;
  readonly #random: () => number;
  #count = 0;

  constructor(folder: string, outside: string, seed: number) {
    this.#folder = folder;
    this.#outside = outside;
    this.#random = randomOf(`live ${seed}`);
    for (const name of ['a', 'b'])
      for (let layer = 0; layer < layers; layer++)
        for (let neuron = 0; neuron < neurons; neuron++)
          this.#write(join(this.#folder, name, String(layer)), `${neuron}.jsonl`);
  }

  /** How much was done so far. */
  get count(): number {
    return this.#count;
  }

  /** Does one thing; what cannot be done just now is left. */
  step(): void {
    const acts = [
      ...Array.from({ length: 4 }, () => () => this.#write(this.#layer(), this.#name())),
      // What goes comes again, so that there is always something to do things to.
      ...Array.from({ length: 6 }, () => () => this.#write(this.#usualLayer(), this.#name())),
      ...Array.from({ length: 3 }, () => () => this.#replace(this.#layer(), this.#name())),
      ...Array.from({ length: 3 }, () => () => appendFileSync(this.#file(), ' ')),
      ...Array.from({ length: 3 }, () => () => rmSync(this.#file())),
      ...Array.from(
        { length: 3 },
        () => () => renameSync(this.#file(), join(this.#layer(), this.#name())),
      ),
      () => truncateSync(this.#file(), 40),
      () => writeFileSync(this.#file(), ''),
      () => this.#link(this.#file()),
      () => this.#link(this.#layer()),
      () => renameSync(this.#layer(), join(this.#directory(), this.#number(2 * layers))),
      () => rmSync(this.#layer(), { recursive: true }),
      () => renameSync(this.#directory(), join(this.#folder, this.#pick(['a', 'b', 'c']))),
      () => symlinkSync(this.#directory(), join(this.#folder, this.#pick(['link', 'c']))),
      () => this.#removeLinks(),
    ];
    try {
      this.#pick(acts)();
      this.#count++;
    } catch {
      // There is no such file or folder just now, or there is one in the way.
    }
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.#random() * choices.length)]!;
  }

  #number(below: number): string {
    return String(Math.floor(this.#random() * below));
  }

  #name(): string {
    return `${this.#number(2 * neurons)}.jsonl`;
  }

  #directory(): string {
    return join(this.#folder, this.#pick(readdirSync(this.#folder)));
  }

  #layer(): string {
    const directory = this.#directory();
    return join(directory, this.#pick(readdirSync(directory)));
  }

  #usualLayer(): string {
    return join(this.#folder, this.#pick(['a', 'b']), this.#number(layers));
  }

  #file(): string {
    const layer = this.#layer();
    return join(layer, this.#pick(readdirSync(layer)));
  }

  #text(): string {
    return simpleNeuron('0:0', ` text ${++this.#count} ${'x'.repeat(this.#count % 50)}`, 0.5);
  }

  #write(layer: string, name: string): void {
    mkdirSync(layer, { recursive: true });
    writeFileSync(join(layer, name), this.#text());
  }

  #replace(layer: string, name: string): void {
    writeFileSync(join(layer, 'new.tmp'), this.#text());
    renameSync(join(layer, 'new.tmp'), join(layer, name));
  }

  /** Puts a link in the place of a file or folder, which goes elsewhere. */
  #link(path: string): void {
    if (lstatSync(path).isSymbolicLink()) return;
    const elsewhere = join(this.#outside, `linked-${++this.#count}`);
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
  }

  #removeLinks(): void {
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      if (lstatSync(path).isSymbolicLink() || !existsSync(path)) rmSync(path);
    }
  }
}
