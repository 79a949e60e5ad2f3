import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { FileSource } from '../../files/fileSource.ts';
import { relatedPaths } from '../../dialects/openai/dialect.ts';
import type { SiblingKind } from '../../format/siblingPaths.ts';
import { coalesce } from '../../workspace/coalesce.ts';
import { type Lookout, watchFile } from '../../workspace/lookout.ts';

/** In milliseconds. A file that is being written changes many times. */
const delay = 250;

interface Followed {
  readonly source: FileSource;
  readonly paths: readonly string[];
  readonly watchers: vscode.Disposable;
  /** Of all paths, when last checked. */
  stamps: string;
}

/** Watches the related data that the page has shown, until it shows another neuron. */
export class RelatedDataWatch implements vscode.Disposable {
  readonly #changed: (kind: SiblingKind) => void;
  readonly #followed = new Map<SiblingKind, Followed>();
  readonly #look = coalesce(() => this.#compare(), delay);
  readonly #subscription: vscode.Disposable;
  /** How often the page has changed to another neuron. */
  #cleared = 0;

  constructor(lookout: Pick<Lookout, 'onLook'>, changed: (kind: SiblingKind) => void) {
    this.#changed = changed;
    this.#subscription = lookout.onLook(() => {
      if (this.#followed.size > 0) this.#look.soon();
    });
  }

  /** Whether the page has shown this kind. */
  follows(kind: SiblingKind): boolean {
    return this.#followed.has(kind);
  }

  /** Resolves once further changes will be reported. */
  async follow({ directory, unit }: NeuronRef, kind: SiblingKind): Promise<void> {
    if (this.#followed.has(kind)) return;
    const cleared = this.#cleared;
    const { source } = directory;
    const beside = vscode.Uri.joinPath(vscode.Uri.parse(directory.uri), '..');
    const files = relatedPaths(source, directory.path, unit.key).filter(
      (each) => each.kind === kind,
    );
    const look = () => this.#look.soon();
    const watchers = files.map(({ shown }) => watchFile(vscode.Uri.joinPath(beside, shown), look));
    const paths = files.map(({ path }) => path);
    const followed = {
      source,
      paths,
      watchers: vscode.Disposable.from(...watchers),
      stamps: await stampsOf(source, paths),
    };
    // Meanwhile, another call was first, or the page shows another neuron.
    if (cleared !== this.#cleared || this.#followed.has(kind)) followed.watchers.dispose();
    else this.#followed.set(kind, followed);
  }

  clear(): void {
    this.#cleared++;
    for (const { watchers } of this.#followed.values()) watchers.dispose();
    this.#followed.clear();
  }

  dispose(): void {
    this.#look.dispose();
    this.#subscription.dispose();
    this.clear();
  }

  async #compare(): Promise<void> {
    for (const [kind, followed] of this.#followed) {
      const stamps = await stampsOf(followed.source, followed.paths);
      if (stamps === followed.stamps || this.#followed.get(kind) !== followed) continue;
      followed.stamps = stamps;
      this.#changed(kind);
    }
  }
}

async function stampsOf(source: FileSource, paths: readonly string[]): Promise<string> {
  // The next neuron is a new request anyway.
  if (source.isRemote) return '';
  const stamps = await Promise.all(paths.map((path) => source.stat(path).catch(() => undefined)));
  return JSON.stringify(stamps);
}
