import type { GroupedUnit } from '../model/unit.ts';

/** Where Neuronpedia has the neurons of a directory. */
export interface NeuronpediaSource {
  /** Such as `gpt2-small`. */
  readonly model: string;
  /** Such as `{layer}-res-jb`. `{layer}` stands for the number of the layer. */
  readonly source: string;
}

const site = 'https://www.neuronpedia.org';

/**
 * The address of a neuron, `site/model/source/index`. The source of MLP neurons is the number of
 * their layer alone: `isNeuronLayerSource` in the webapp of hijohnnylin/neuronpedia, and the links
 * in the README of hijohnnylin/neuronpedia-scorer, such as `/gpt2-small/6/2294`.
 */
export function neuronpediaAddress(
  { model, source }: NeuronpediaSource,
  { group, unit }: GroupedUnit,
): string {
  const own = source.replaceAll('{layer}', String(group.number));
  return [site, ...[model, own, String(unit.number)].map(encodeURIComponent)].join('/');
}

/** The valid entries of the setting: paths or globs with their sources. */
export function neuronpediaSources(setting: unknown): [path: string, NeuronpediaSource][] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.entries(setting).flatMap(([path, value]: [string, unknown]) => {
    const { model, source } = (value ?? {}) as Partial<Record<keyof NeuronpediaSource, unknown>>;
    return isName(model) && isName(source) ? [[path, { model, source }]] : [];
  });
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/**
 * Whether a path with slashes matches a glob, as in VS Code's settings: `*` and `?` stay in one
 * folder, `**` stands for any number of folders, hidden ones too.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const parts = glob.replace(/\/+$/, '').split(/(\*\*\/|\*\*|\*|\?)/);
  const source = parts.map(
    (part) => wildcards[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 's').test(path);
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
