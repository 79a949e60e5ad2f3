import type { FileSource } from '../files/fileSource.ts';

/** The folders beside the explanations that may hold each kind of sibling, likeliest first. */
export const siblingFolders = {
  records: [['collated-activations'], ['neurons']],
  tokensByActivation: [['related-tokens', 'activation-based']],
  tokensByWeight: [['related-tokens', 'weight-based']],
  connections: [['related-neurons', 'weight-based']],
} as const;

export type SiblingKind = keyof typeof siblingFolders;

export const siblingKinds = Object.keys(siblingFolders) as readonly SiblingKind[];

/** A possible path of a sibling. */
export interface SiblingPath {
  readonly kind: SiblingKind;
  /** As the source spells it. */
  readonly path: string;
  /** Relative to the parent of the explanations, for display: `collated-activations/5/131.json`. */
  readonly shown: string;
}

/** The possible paths of the siblings of `{directory}/{layer}/{file}`. */
export function siblingPaths(
  source: FileSource,
  directory: string,
  layer: string,
  file: string,
): readonly SiblingPath[] {
  const name = file.replace(/\.jsonl$/, '.json');
  return siblingKinds.flatMap((kind) =>
    siblingFolders[kind].map((folder) => ({
      kind,
      path: source.join(directory, '..', ...folder, layer, name),
      shown: [...folder, layer, name].join('/'),
    })),
  );
}
