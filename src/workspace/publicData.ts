import type { DeclaredRange } from '../dialects/openai/declaredFiles.ts';

/** A directory whose files are public, but which cannot be listed. */
export interface PublicData extends DeclaredRange {
  /** A name, not translated. */
  readonly label: string;
  readonly address: string;
}

/** The data sets of “Language models can explain neurons in language models” (OpenAI, 2023). */
export const publicData: readonly PublicData[] = [
  {
    label: 'GPT-2 XL',
    address: 'az://openaipublic/neuron-explainer/data/explanations',
    layers: 48,
    neurons: 6400,
    bytes: 90e9,
  },
  {
    label: 'GPT-2 small',
    address: 'az://openaipublic/neuron-explainer/gpt2_small_data/explanations',
    layers: 12,
    neurons: 3072,
    related: ['records'],
  },
];
