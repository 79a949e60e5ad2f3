import type { NeuronPlan } from '../plan.ts';
import { after, any, echoing, except, weak } from '../rules.ts';
import * as v from '../vocabulary.ts';

/** The last layer: what comes next, and mixtures that no short explanation covers. */
export const layer47: readonly NeuronPlan[] = [
  {
    layer: 47,
    index: 17,
    fires: any(v.thanks, weak(echoing(v.thanks, 2), 0.6)),
    gain: 3.3,
    explanations: [
      { text: ' greetings, thanks, and other polite phrases', predicts: v.thanks, blur: 0.4 },
      { text: ' words addressed to the reader ("you", "your")', predicts: v.you, blur: 0.3 },
    ],
    sequences: 6,
  },
  {
    layer: 47,
    index: 131,
    fires: any(v.doubt, weak(after(v.doubt), 0.45)),
    gain: 2.7,
    explanations: [
      { text: ' expressions of doubt or possibility', predicts: v.doubt, blur: 0.5, allValues: true },
    ],
    sequences: 4,
    special: 'distributions of up to 11 values',
  },
  {
    layer: 47,
    index: 942,
    fires: any(after(v.punctuation), weak(v.lineStarts, 0.6)),
    gain: 1.4,
    uncalibrated: true,
    explanations: [
      { text: ' strong feelings, both good and bad', predicts: v.feelings, blur: 0.5 },
      {
        text: ' nouns and verbs in the middle of a sentence',
        predicts: weak(except(v.letters, after(v.punctuation)), 0.6),
        blur: 0.3,
      },
    ],
    sequences: 6,
    special: 'two bad explanations: one score near 0, one clearly negative',
  },
  {
    layer: 47,
    index: 1377,
    fires: v.sentenceEnds,
    gain: 9.4,
    style: 'public',
    uncalibrated: true,
    explanations: [
      {
        text: 'ends of sentences, and words that could be the last of one.',
        predicts: any(v.sentenceEnds, weak(v.punctuation, 0.5)),
        blur: 0.3,
      },
    ],
    sequences: 4,
  },
  {
    layer: 47,
    index: 2211,
    fires: any(v.weather, weak(v.sqlWords, 0.8)),
    gain: 6.9,
    explanations: [
      { text: ' words for weather', predicts: v.weather, blur: 0.2 },
      { text: ' words in capital letters', predicts: v.capitals, blur: 0.25 },
      { text: ' rain and wind, and database queries', predicts: any(v.weather, v.sqlWords), blur: 0.2 },
      { text: ' SQL keywords', predicts: v.sqlWords, blur: 0.2 },
    ],
    sequences: 6,
    special: 'four explanations of a neuron that does two unrelated things',
  },
  {
    layer: 47,
    index: 5166,
    fires: any(v.superlatives, weak(v.weekdays, 0.8), weak(v.cooking, 0.5)),
    gain: 1.9,
    explanations: [
      { text: ' superlatives and days of the week', predicts: any(v.superlatives, v.weekdays), blur: 0.7 },
    ],
    sequences: 4,
  },
];
