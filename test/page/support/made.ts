import {
  hostNeuron,
  type ExplanationInput,
  type HostNeuron,
  type SequenceInput,
} from './messages.ts';

/** Neurons made by hand, with what real files have rarely, all at once. */

const wave = (count: number, f: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => f(i));

/** Tokens that cannot be seen, or would do harm if they were not shown with care. */
export const oddTokens = [
  'two',
  ' spaces',
  '  ',
  'tab',
  '\t',
  'end',
  '\n',
  '\r\n',
  'no\u00a0break',
  'zero\u200bwidth',
  '\u200b',
  '',
  'empty',
  '\u202eoverride',
  ' שלום',
  ' مرحبا',
  ' left',
  '\u0000',
  '\u0007bell',
  '\ufffd',
  'soft\u00adhyphen',
  ' 👩‍💻',
  ' e\u0301',
  'bytes:\\xe2\\x80',
  '<script>alert(1)</script>',
  '&amp;',
  '<img src=x onerror=alert(2)>',
  '\ud83d',
  ' ' + 'long'.repeat(2500),
  ' after',
];

export function oddNeuron(): HostNeuron {
  const count = oddTokens.length;
  return hostNeuron([
    {
      text: ' <script>alert(3)</script> <b>bold</b> & text',
      sequences: [
        {
          tokens: oddTokens,
          actual: wave(count, (i) => Math.sin(i) * 3),
          simulated: wave(count, (i) => Math.cos(i) * 3),
        },
      ],
    },
  ]);
}

/** Every state that a value can be in. */
export function gapsNeuron(): HostNeuron {
  const tokens = [' zero', ' positive', ' negative', ' missing', ' infinite', ' skipped', ' short'];
  return hostNeuron([
    {
      text: ' every kind of value',
      sequences: [
        {
          tokens,
          actual: [0, 4, -2, NaN, Infinity, 1],
          simulated: [0, 2, -4, NaN, -Infinity, 0.25],
          predicted: [1, 1, 1, 1, 1, 0, 1],
        },
      ],
    },
  ]);
}

const prose =
  ' The sea was calm, and the ships lay at anchor; no one on the shore could say when the wind would turn.';

export function proseSequence(seed: number, length = 64): SequenceInput {
  const words = prose.match(/ ?[a-z]+|[^a-z]/gi) ?? [];
  const value = (i: number) => Math.max(0, Math.sin(i * 1.7 + seed) * 5 - 3);
  return {
    tokens: wave(length, (i) => i).map((i) => words[(i + seed) % words.length] ?? ''),
    actual: wave(length, value),
    simulated: wave(length, (i) => Math.max(0, value(i) + Math.sin(i * 3 + seed))),
  };
}

/** Misses at token 10 of sequence 12, and at token 31 of sequence 5. */
export function twoMisses() {
  const sequences = Array.from({ length: 12 }, (_, i) => {
    const sequence = proseSequence(i);
    const actual = sequence.actual.map((value, t) =>
      i === 11 && t === 9 ? 50 : i === 4 && t === 30 ? 40 : value,
    );
    return { ...sequence, simulated: sequence.actual, actual };
  });
  return hostNeuron([{ sequences }]);
}

/** `count` explanations, with scores and texts of all sorts. */
export function manyExplanations(count: number): HostNeuron {
  const texts = [
    ' references to the sea, ships, and sailing',
    ' a long explanation that goes on about words and phrases related to ships, boats, harbours, anchors, sailors and all the other things that people do and see when they are at sea or think about it, and then says it again in other words',
    null,
    '',
    ' words\nwith a\n\nline break',
    'המילים של הים',
    'averylongwordwithoutanyspaceinit'.repeat(6),
  ];
  const scores = [0.77, 0.5, 0.03, 0, -0.13, 'undefined', null] as const;
  return hostNeuron(
    Array.from({ length: count }, (_, i): ExplanationInput => {
      const text = texts[i % texts.length];
      return {
        text: text === undefined ? null : text,
        scores: { evCorrelation: scores[i % scores.length] ?? null },
        sequences: [0, 1, 2].map((seed) => proseSequence(seed + i)),
      };
    }),
  );
}

/** The problems that a file may have, short and long. */
export const someProblems = [
  {
    severity: 'error',
    where:
      'scored_explanations[0].scored_simulation.scored_sequence_simulations[3].true_activations',
    message: 'There are 63 activations for 64 tokens; the last token has none.',
    path: [
      'scored_explanations',
      0,
      'scored_simulation',
      'scored_sequence_simulations',
      3,
      'true_activations',
    ],
  },
  {
    severity: 'warning',
    where: 'neuron_id',
    message: 'The file says that it is neuron 5:9, its path that it is 5:131.',
    path: ['neuron_id'],
  },
  { severity: 'info', where: '', message: 'The file begins with a byte order mark.', path: [] },
] as const;
