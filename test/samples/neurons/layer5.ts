import type { NeuronPlan } from '../plan.ts';
import { any, echoing, weak } from '../rules.ts';
import * as v from '../vocabulary.ts';

/** A lower middle layer: topics and kinds of words. */
export const layer5: readonly NeuronPlan[] = [
  {
    layer: 5,
    index: 17,
    fires: any(v.sea, weak(v.coast, 0.5), weak(echoing(v.sea, 2), 0.3)),
    gain: 5.8,
    explanations: [
      { text: ' travel and means of transport', predicts: v.travel, blur: 0.3 },
      { text: ' words related to the sea, ships, and sailing', predicts: v.sea, blur: 0.15 },
      { text: ' islands, coasts and other places by the water', predicts: v.coast, blur: 0.25 },
    ],
    sequences: 6,
    special: 'three explanations; the best is not the first',
  },
  {
    layer: 5,
    index: 131,
    fires: v.family,
    gain: 4.4,
    explanations: [
      { text: ' members of a family', predicts: v.family, blur: 0.12 },
      { text: ' references to people', predicts: v.people, blur: 0.3 },
    ],
  },
  {
    layer: 5,
    index: 742,
    fires: any(v.months, weak(v.weekdays, 0.25)),
    gain: 7.1,
    explanations: [{ text: ' names of months', predicts: v.months, blur: 0.1 }],
  },
  {
    layer: 5,
    index: 847,
    fires: any(v.negation, weak(echoing(v.negation, 1), 0.5)),
    gain: 3.5,
    explanations: [
      { text: ' negation, such as "not", "no" and "never"', predicts: v.negation, blur: 0.2 },
    ],
  },
  {
    layer: 5,
    index: 1377,
    fires: any(v.cooking, weak(v.cookingVerbs, 0.8)),
    gain: 2.9,
    style: 'public',
    explanations: [
      { text: ' verbs for preparing food', predicts: v.cookingVerbs, blur: 0.2 },
      { text: 'cooking: ingredients, utensils — and “how to”', predicts: v.cooking, blur: 0.25 },
    ],
    sequences: 6,
    special:
      'the style of the public files: `dataclass_name` first, spaces after separators, `\\u` escapes, 4 decimals',
  },
  {
    layer: 5,
    index: 3552,
    fires: v.prices,
    gain: 8,
    explanations: [
      { text: ' digits that follow a currency sign', predicts: v.prices, blur: 0.2 },
      { text: ' numbers', predicts: v.digits, blur: 0.25 },
    ],
  },
  {
    layer: 5,
    index: 5820,
    fires: any(v.feelings, weak(v.superlatives, 0.7)),
    gain: 2.2,
    explanations: [
      {
        text: ' a mixture of unrelated words',
        predicts: () => 0,
        blur: 0,
        constant: true,
      },
    ],
    sequences: 4,
    special: 'null correlation: the simulator predicts the same value for every token',
  },
];
