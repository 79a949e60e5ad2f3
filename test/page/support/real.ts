import { readFileSync } from 'node:fs';
import { hostNeuron, type HostNeuron } from './messages.ts';

/** The fields of a released file that these tests look at. */
interface File {
  readonly scored_explanations: readonly {
    readonly explanation: string;
    readonly scored_simulation: {
      readonly scored_sequence_simulations: readonly {
        readonly simulation: {
          readonly tokens: string[];
          readonly expected_activations: number[];
          readonly activation_scale: string;
          readonly uncalibrated_simulation?: { readonly expected_activations: number[] } | null;
        };
        readonly true_activations: number[];
        readonly ev_correlation_score: number | null;
      }[];
      readonly ev_correlation_score: number | null;
      readonly rsquared_score: number | null;
      readonly absolute_dev_explained_score: number | null;
    };
  }[];
}

/** A neuron of `shared/data`, turned into messages here, apart from the host's own way. */
export function readNeuron(path: string): HostNeuron {
  const [neuron = '', layer = ''] = path
    .replace(/\.jsonl$/, '')
    .split('/')
    .reverse();
  const file = JSON.parse(readFileSync(path, 'utf8')) as File;
  const explanations = file.scored_explanations.map(
    ({ explanation, scored_simulation: scored }) => ({
      text: explanation,
      scores: {
        evCorrelation: scored.ev_correlation_score,
        rSquared: scored.rsquared_score,
        absoluteDevExplained: scored.absolute_dev_explained_score,
      },
      units: scored.scored_sequence_simulations.every(
        ({ simulation }) => simulation.activation_scale === 'neuron_activations',
      )
        ? ('neuron' as const)
        : ('normalized' as const),
      sequences: scored.scored_sequence_simulations.map((sequence) => ({
        tokens: sequence.simulation.tokens,
        actual: sequence.true_activations,
        simulated: sequence.simulation.expected_activations,
        ...(sequence.simulation.uncalibrated_simulation && {
          uncalibrated: sequence.simulation.uncalibrated_simulation.expected_activations,
        }),
        score: sequence.ev_correlation_score,
      })),
    }),
  );
  return hostNeuron(explanations, {
    uri: `file://${path}`,
    title: `${layer}:${neuron}`,
    layer,
    neuron,
    path: `explanations/${layer}/${neuron}.jsonl`,
  });
}
