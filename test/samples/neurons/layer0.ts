import type { NeuronPlan } from '../plan.ts';
import { any, both, except, token, weak } from '../rules.ts';
import * as v from '../vocabulary.ts';

const oddTokens = any(
  token(/^$|[\t\u00a0\u200b\u202e\r\\]|<\/?\w|ÃÂ/),
  weak(token(/^["'`<>&|$#]+$/), 0.25),
);

/** An early layer: single tokens. Here are most of the neurons that are unusual as data. */
export const layer0: readonly NeuronPlan[] = [
  {
    layer: 0,
    index: 17,
    fires: any(v.digits, weak(v.numberWords, 0.4)),
    gain: 4.6,
    explanations: [
      { text: ' dates and years', predicts: any(v.months, v.years), blur: 0.3 },
      { text: ' numbers and digits', predicts: v.digits, blur: 0.1 },
    ],
  },
  {
    layer: 0,
    index: 131,
    fires: v.and,
    gain: 3.1,
    explanations: [{ text: ' the word "and"', predicts: v.and, blur: 0.02 }],
  },
  {
    layer: 0,
    index: 742,
    fires: any(both(v.openingBrackets, v.inCode), weak(v.openingBrackets, 0.5)),
    gain: 6.2,
    explanations: [
      {
        text: ' opening brackets, particularly in code',
        predicts: any(v.openingBrackets, weak(token(/[)\]}]/), 0.3)),
        blur: 0.15,
      },
    ],
  },
  {
    layer: 0,
    index: 1377,
    fires: v.lineStarts,
    gain: 5.4,
    uncalibrated: true,
    explanations: [
      { text: ' line breaks', predicts: v.lineBreaks, blur: 0.05 },
      { text: ' the first word of a new line', predicts: v.lineStarts, blur: 0.15 },
      { text: 'list markers and bullet points', predicts: v.bullets, blur: 0.3 },
    ],
    special:
      'three explanations, the first shifted by one token; simulated values on 0–10 only, without distributions',
  },
  {
    layer: 0,
    index: 2602,
    fires: v.letters,
    gain: 0.03,
    // The GELU's trough: as deep as it gets, and closer to zero for some tokens.
    activation: (strength, random) => -0.17 + (0.02 + 0.12 * strength) * (0.5 + 0.5 * random()),
    sequences: 4,
    explanations: [
      { text: ' everything but punctuation and short words', predicts: v.letters, blur: 0.3 },
    ],
    special: 'negative activations; none is above 0',
  },
  {
    layer: 0,
    index: 3552,
    fires: () => 0,
    gain: 0,
    activation: () => 0,
    explanations: [
      {
        text: ' control characters of old printers',
        predicts: weak(v.lineBreaks, 0.4),
        blur: 0.3,
      },
    ],
    sequences: 4,
    special: 'a dead neuron: all activations are 0 and all scores are null',
  },
  {
    layer: 0,
    index: 4870,
    fires: any(v.brokenCharacters, weak(v.otherScripts, 0.35)),
    gain: 3.9,
    explanations: [
      {
        text: ' fragments of characters from other scripts, and of emoji',
        predicts: v.brokenCharacters,
        blur: 0.2,
      },
    ],
  },
  {
    layer: 0,
    index: 6399,
    fires: oddTokens,
    gain: 7.8,
    odd: true,
    explanations: [
      {
        text: " stray markup such as <script> or &amp;, backslashes and 'invisible' characters",
        predicts: oddTokens,
        blur: 0.25,
      },
      {
        text: ' white space other than a single space',
        predicts: except(token(/^\s+$/), token(/^ $/)),
        blur: 0.2,
      },
    ],
    sequences: 4,
    special:
      'odd tokens in the first sequence: empty, a tab, a non-breaking and a zero-width space, a bidirectional override, half a character, markup, a backslash, `\\r\\n`, and one of 300 characters',
  },
];
