import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { temporaryFolder } from '../../host/cleanup.ts';
import { root } from '../../host/paths.ts';
import { ensureViews } from '../data/views.ts';
import type { Measure } from '../measure.ts';
import { BenchWindow } from './benchWindow.ts';

const clock = join(import.meta.dirname, '../clock');
/** A window that has not told by then does not. */
const patience = 60_000;

/** From nothing loaded to the end of `activate` in the extension host, as VS Code measures it. */
export const activationMeasures: readonly Measure[] = [
  {
    name: 'activation',
    unit: 'ms',
    must: 2,
    aim: 1.3,
    runs: 5,
    warmUps: 1,
    prepare: async () => {
      const folder = temporaryFolder();
      const ours = await Clock.open(root, join(folder.path, 'ours'));
      const theirs = await Clock.open(emptyExtension(folder.path), join(folder.path, 'theirs'));
      return {
        sample: () => ours.sample(),
        peer: {
          name: 'an extension that contributes the same and does nothing',
          sample: () => theirs.sample(),
        },
        close: async () => {
          await ours.close();
          await theirs.close();
          folder.remove();
        },
      };
    },
  },
];

/** A window with one extension, which tells at each start how long that took to activate. */
class Clock {
  readonly #window: BenchWindow;
  readonly #file: string;

  private constructor(window: BenchWindow, file: string) {
    this.#window = window;
    this.#file = file;
  }

  static async open(extension: string, file: string): Promise<Clock> {
    const { publisher, name } = manifestOf(extension);
    const env = { CLOCK_EXTENSION: `${publisher}.${name}`, CLOCK_FILE: file };
    return new Clock(
      await BenchWindow.open(ensureViews(), { env, installed: [extension, clock] }),
      file,
    );
  }

  async sample(): Promise<number> {
    rmSync(this.#file, { force: true });
    await this.#window.page.reload();
    const end = Date.now() + patience;
    while (!existsSync(this.#file)) {
      if (Date.now() > end) throw new Error('The extension was not activated within a minute');
      await after(50);
    }
    return Number(readFileSync(this.#file, 'utf8'));
  }

  close(): Promise<void> {
    return this.#window.close();
  }
}

/** This extension's contributions, without its code. */
function emptyExtension(within: string): string {
  const folder = join(within, 'empty');
  mkdirSync(folder);
  const manifest = { ...manifestOf(root), name: 'empty', main: './empty.cjs' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.cjs'), 'exports.activate = () => undefined;\n');
  copyFileSync(join(root, 'package.nls.json'), join(folder, 'package.nls.json'));
  return folder;
}

function manifestOf(
  extension: string,
): Record<string, unknown> & Record<'publisher' | 'name', string> {
  return JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as ReturnType<
    typeof manifestOf
  >;
}
