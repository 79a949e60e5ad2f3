import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { WorkerPool } from '../../../src/workers/workerPool.ts';
import { root as project } from '../../host/paths.ts';
import { simpleNeuron } from '../catalog/support/neuronText.ts';
import { threads } from './threads.ts';
import { Window } from './window.ts';

/** What is done to a directory while windows are on it; `place` is any number, and says where. */
export interface Fault {
  readonly kind: FaultKind;
  readonly place: number;
  /** Whether the windows are told of it, as by a watcher, or find out by themselves. */
  readonly told: boolean;
}

/** All that can be done, by name. */
const faults = {
  remove: (ground: Playground, { file }: Place) => rmSync(file, { recursive: true, force: true }),
  replace: (ground: Playground, place: Place) => ground.write(place, ground.neuron(place)),
  truncate: (ground: Playground, { file }: Place) => {
    truncateSync(file, 40);
    ground.age(file);
  },
  grow: (ground: Playground, { file }: Place) => {
    // To open a pipe for writing waits for a reader.
    if (!statSync(file).isFile()) return;
    appendFileSync(file, ' '.repeat(++ground.count));
    ground.age(file);
  },
  break: (ground: Playground, place: Place) => ground.write(place, '{"neuron_id":'),
  folder: (ground: Playground, { file }: Place) => {
    rmSync(file, { recursive: true, force: true });
    mkdirSync(file);
  },
  loop: (ground: Playground, { file }: Place) => link(file, file),
  link: (ground: Playground, { file }: Place) => link(join(dirname(file), '0.jsonl'), file),
  pipe: (ground: Playground, { file }: Place) => {
    rmSync(file, { recursive: true, force: true });
    execFileSync('mkfifo', [file], { stdio: 'ignore' });
  },
  deny: (ground: Playground, { file }: Place) => chmodSync(file, 0),
  permit: (ground: Playground, { file }: Place) => chmodSync(file, 0o600),
  future: (ground: Playground, { file }: Place) => utimesSync(file, 0, 4e9 + ++ground.count),
  past: (ground: Playground, { file }: Place) => utimesSync(file, 0, ++ground.count),
  removeLayer: (ground: Playground, { file }: Place) => rmSync(dirname(file), { recursive: true }),
  moveLayer: (ground: Playground, { file }: Place) =>
    renameSync(dirname(file), join(ground.root, String(10 + ++ground.count))),
  linkLayer: (ground: Playground, { file }: Place) => {
    const elsewhere = `${ground.root}-linked-${++ground.count}`;
    renameSync(dirname(file), elsewhere);
    symlinkSync(elsewhere, dirname(file));
  },
  swapLayers: (ground: Playground, { file, other }: Place) => {
    const elsewhere = `${ground.root}-swapped`;
    renameSync(dirname(file), elsewhere);
    renameSync(dirname(other), dirname(file));
    renameSync(elsewhere, dirname(other));
  },
  refuseFile: (ground: Playground, { layer, name }: Place) =>
    ground.refused.add(`${layer}/${name}`),
  refuseLayer: (ground: Playground, { layer }: Place) => ground.refused.add(layer),
  allow: (ground: Playground) => ground.refused.clear(),
  compare: (ground: Playground, { index }: Place) =>
    ground.windowAt(index).keeper.compare(() => false),
  away: (ground: Playground) => renameSync(ground.root, `${ground.root}-away`),
  back: (ground: Playground) => renameSync(`${ground.root}-away`, ground.root),
  kill: (ground: Playground, { index }: Place) =>
    [...threads][index % Math.max(1, threads.size)]?.terminate(),
  reload: (ground: Playground, { index }: Place) => ground.reload(index),
  pause: (ground: Playground, { index }: Place) => ground.windowAt(index).keeper.pause(),
  resume: (ground: Playground, { index }: Place) => ground.windowAt(index).keeper.resume(),
  refresh: (ground: Playground, { index }: Place) => ground.windowAt(index).keeper.refresh(),
  closeStorage: (ground: Playground) => chmodSync(ground.storage, 0o500),
  openStorage: (ground: Playground) => chmodSync(ground.storage, 0o700),
  damageStorage: (ground: Playground) => {
    for (const name of readdirSync(ground.storage)) truncateSync(join(ground.storage, name), 100);
  },
} satisfies Record<string, (ground: Playground, place: Place) => unknown>;

export type FaultKind = keyof typeof faults;
export const faultKinds = Object.keys(faults) as readonly FaultKind[];

/** What makes a window try again later. */
const mayPass: ReadonlySet<FaultKind> = new Set(['refuseFile', 'refuseLayer', 'kill']);

interface Place {
  readonly index: number;
  readonly layer: string;
  readonly name: string;
  readonly file: string;
  /** One of another layer. */
  readonly other: string;
}

const layers = 4;
const neurons = 12;

/** The files that a worker thread runs. */
type Program = readonly (readonly [name: string, bytes: Uint8Array])[];

/** Read with full rights: the test's other user may not have access to the project's folder. */
export function readProgram(): Program {
  return ['worker.mjs', 'scanner.wasm'].map(
    (name) => [name, readFileSync(join(project, 'dist', name))] as const,
  );
}

/** A directory on disk, and windows that watch it. `folder`, which must be empty, has all. */
export class Playground {
  readonly root: string;
  readonly storage: string;
  readonly #folder: string;
  readonly #pool: WorkerPool;
  readonly #windows: Window[];
  #everRefused = false;
  /** What the disk refuses for now, by the paths of files and layers below the directory. */
  readonly refused = new Set<string>();
  /** So that each file that is written is another one than all before, by its size and time. */
  count = 0;

  constructor(folder: string, windows: number, program: Program) {
    this.#folder = folder;
    this.root = join(folder, 'run');
    this.storage = join(folder, 'storage');
    mkdirSync(this.storage);
    for (const [name, bytes] of program) writeFileSync(join(folder, name), bytes);
    this.#pool = new WorkerPool({
      script: join(folder, 'worker.mjs'),
      scanner: join(folder, 'scanner.wasm'),
    });
    for (let place = 0; place < layers * neurons; place++) this.#fill(this.#placeOf(place));
    this.#windows = Array.from({ length: windows }, () => this.#open(this.storage));
  }

  get windows(): readonly Window[] {
    return this.#windows;
  }

  windowAt(index: number): Window {
    return this.#windows[index % this.#windows.length]!;
  }

  /** Does it; what cannot be done just now is left. */
  async inject({ kind, place, told }: Fault): Promise<boolean> {
    const at = this.#placeOf(place);
    let done = true;
    this.#everRefused ||= mayPass.has(kind);
    try {
      await faults[kind](this, at);
    } catch {
      done = false;
    }
    if (told)
      for (const { keeper } of this.#windows) keeper.touch(at.layer, `${at.layer}/${at.name}`);
    return done;
  }

  /** All as it should be again, apart from what the files hold. */
  async end(): Promise<void> {
    if (existsSync(`${this.root}-away`)) {
      rmSync(this.root, { recursive: true, force: true });
      renameSync(`${this.root}-away`, this.root);
    }
    chmodSync(this.storage, 0o700);
    // Refused paths are retried later or by a refresh. Everything else is found without a hint.
    this.refused.clear();
    for (const { keeper } of this.#windows) keeper.resume();
    for (const window of this.#windows)
      await (this.#everRefused ? window.refresh() : window.compare());
  }

  /** A window that has nothing to begin with. */
  async fresh(): Promise<Window> {
    const storage = join(this.#folder, `storage-${++this.count}`);
    mkdirSync(storage);
    const window = this.#open(storage);
    await window.keeper.finished();
    return window;
  }

  reload(index: number): void {
    const at = index % this.#windows.length;
    this.#windows[at]!.keeper.dispose();
    this.#windows[at] = this.#open(this.storage);
  }

  close(): void {
    for (const { keeper } of this.#windows) keeper.dispose();
    this.#pool.dispose();
  }

  neuron({ layer, name }: Place): string {
    const text = ` neuron ${++this.count} ${'x'.repeat(this.count)}`;
    return simpleNeuron(`${layer}:${parseInt(name, 10)}`, text, 0.5);
  }

  write({ file }: Place, text: string): void {
    rmSync(file, { recursive: true, force: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    this.age(file);
  }

  /** Written long ago: one that may still be written is read again later. */
  age(file: string): void {
    utimesSync(file, 0, 1e9 + ++this.count);
  }

  #fill(place: Place): void {
    this.write(place, this.neuron(place));
  }

  #open(storage: string): Window {
    const window = new Window(this.root, storage, this.#pool, (path) => this.refused.has(path));
    void window.keeper.open();
    return window;
  }

  #placeOf(index: number): Place {
    const layer = String(Math.floor(index / neurons) % layers);
    const name = `${index % neurons}.jsonl`;
    const other = join(this.root, String((Number(layer) + 1) % layers), name);
    return { index, layer, name, file: join(this.root, layer, name), other };
  }
}

function link(target: string, file: string): void {
  rmSync(file, { recursive: true, force: true });
  symlinkSync(target, file);
}
