import type { NeuronPlan } from '../plan.ts';
import { any, weak } from '../rules.ts';
import * as v from '../vocabulary.ts';

/** An upper middle layer: what stands where. */
export const layer11: readonly NeuronPlan[] = [
  {
    layer: 11,
    index: 3,
    fires: v.afterHowever,
    gain: 6.6,
    explanations: [
      { text: ' contrast, as in "however" and "but"', predicts: v.contrast, blur: 0.2 },
      { text: ' the token after "however"', predicts: v.afterHowever, blur: 0.1 },
    ],
    sequences: 4,
    uncalibrated: true,
  },
  {
    layer: 11,
    index: 131,
    fires: any(v.particles, weak(v.kana, 0.15)),
    gain: 3.7,
    explanations: [
      { text: ' non-English text', predicts: weak(v.otherScripts, 0.7), blur: 0.3 },
      { text: ' Japanese particles (は, が, を)', predicts: v.particles, blur: 0.2 },
    ],
    sequences: 6,
  },
  {
    layer: 11,
    index: 742,
    fires: any(v.keywords, weak(v.sqlWords, 0.6)),
    gain: 5.1,
    style: 'secondGeneration',
    explanations: [{ text: ' programming keywords', predicts: v.keywords, blur: 0.25 }],
    special: 'the second generation of the format, with `sequence_simulation`',
  },
  {
    layer: 11,
    index: 1377,
    fires: any(v.speechVerbs, weak(v.openingQuotes, 0.6)),
    gain: 4.9,
    style: 'python',
    explanations: [
      { text: ' the beginning of a story', predicts: () => 0, blur: 0, constant: true },
      { text: ' verbs of speech, and quotation marks', predicts: v.speechVerbs, blur: 0.5 },
    ],
    sequences: 6,
    special: "bare `NaN` for undefined scores, as Python's `json` writes them",
  },
  {
    layer: 11,
    index: 2602,
    fires: v.countedPlurals,
    gain: 5.5,
    explanations: [
      { text: ' plural nouns that come after a number', predicts: v.countedPlurals, blur: 0.25 },
      { text: ' plural nouns', predicts: weak(v.plurals, 0.6), blur: 0.3 },
    ],
  },
  {
    layer: 11,
    index: 4870,
    fires: any(v.comparatives, weak(v.superlatives, 0.35)),
    gain: 4.2,
    explanations: [
      {
        text: ' comparatives and superlatives',
        predicts: any(v.comparatives, v.superlatives),
        blur: 0.4,
        skips: true,
      },
    ],
    special: 'tokens that the simulator skipped: empty distributions',
  },
  {
    layer: 11,
    index: 6013,
    fires: v.pastTense,
    gain: 1.6,
    explanations: [
      {
        text: ' verbs in the past tense, and actions that someone completed',
        predicts: v.pastTense,
        blur: 0.9,
      },
    ],
  },
];
