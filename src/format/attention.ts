import * as z from 'zod';
import { defineDataclass } from './dataclass.ts';
import { score, text, texts } from './fields.ts';
import { NeuronId } from './schema.ts';

/**
 * Explanations of attention heads, which the second generation stores in directories of the same
 * form. `loads` decodes them; the rest of the library only recognises them.
 */

export const AttentionSimulation = defineDataclass('AttentionSimulation', {
  tokens: texts,
  /** Positions of the attending and the attended token. */
  token_pair_coords: z.array(z.number()),
  token_pair_label: z.number(),
  simulation_prediction: z.number(),
});

export const ScoredAttentionSimulation = defineDataclass('ScoredAttentionSimulation', {
  attention_simulations: z.array(AttentionSimulation.schema),
  roc_auc_score: score.default(null),
});

export const ScoredAttentionExplanation = defineDataclass('ScoredAttentionExplanation', {
  explanation: text,
  scored_attention_simulation: ScoredAttentionSimulation.schema,
});

export const AttentionSimulationResults = defineDataclass(
  'AttentionSimulationResults',
  {
    attention_head_id: NeuronId.schema,
    scored_explanations: z.array(ScoredAttentionExplanation.schema),
  },
  { fields: { attention_id: 'attention_head_id' } },
);
