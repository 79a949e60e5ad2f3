import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { checkFile, findingsKept } from '../../../src/check/checkFile.ts';
import { type ProblemCode, problemCodes, problemKinds } from '../../../src/format/problemCodes.ts';
import { computeScores } from '../../../src/format/scores.ts';
import {
  type ExplanationParts,
  neuronText,
  type SequenceParts,
} from '../catalog/support/neuronText.ts';

const place = { layer: 5, neuron: 131 };
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A sequence whose scores are those of its tokens, and three tokens of which fit together. */
const good: SequenceParts = {
  tokens: ['a', 'b', 'c'],
  actual: [0, 1, 2],
  simulated: [0, 1, 2],
  scores: [1, 1, 1],
  values: [[0.5], [0.5], [0.5]],
  probabilities: [[1], [1], [1]],
};
const scored: ExplanationParts = { text: ' words', scores: [1, 1, 1], sequences: [good] };
const neuron = (...explanations: ExplanationParts[]) => neuronText('5:131', explanations);
const withSequence = (parts: SequenceParts, more: ExplanationParts = {}) =>
  neuron({ ...scored, sequences: [{ ...good, ...parts }], ...more });

/** A sequence on 0-10, and its R² where 10 is taken as the largest activation. */
const values = { actual: [0, 1, 2.5], simulated: [0, 5, 10] };
const onTen = {
  ...values,
  scale: 'simulated_normalized_activations',
  scores: Object.values(computeScores(values.actual, values.simulated)),
};
const mappedRSquared = computeScores(values.actual, [0, 1.25, 2.5]).rSquared;

/** What is found in a text: the code, and the characters from the place on. */
function found(text: string): [ProblemCode, string][] {
  const lines = text.split(/\r\n|\r|\n/);
  return checkFile(bytesOf(text), place).findings.map(({ code, severity, start, end }) => {
    assert.equal(severity, problemKinds[code].severity);
    const oneLine = start.line === end.line ? end.column : undefined;
    return [code, lines[start.line]!.slice(start.column, oneLine)];
  });
}

/** Texts by the problem that each has, and what stands at its place. */
const texts: Partial<Record<ProblemCode, [text: string, at: string]>> = {
  empty: ['', ''],
  'byte-order-mark': [`\ufeff${neuron(scored)}`, '\ufeff'],
  'cut-off': [neuron(scored).slice(0, 40), '"'],
  'malformed-json': ['{"neuron_id": x}', 'x'],
  'nested-too-deep': ['['.repeat(600) + ']'.repeat(600), '['],
  'not-a-neuron': ['[1]', '['],
  'attention-head': ['{"attention_head_id": 1}', '{'],
  'several-lines': [`${neuron(scored)}\n${neuron(scored)}`, neuron(scored)],
  'left-out': [neuron(scored).replace('"tokens"', '"words"'), '{'],
  'score-disagrees': [withSequence({ scores: [0.5, 1, 1] }), '0.5'],
  'score-out-of-range': [withSequence({}, { scores: [1.5, 1, 1] }), '1.5'],
  'missing-field': [neuron(scored).replace('"true_activations"', '"true_activation"'), '{'],
  'wrong-type': [withSequence({ actual: [0, 'one', 2] }, { scores: [null] }), '"one"'],
  'wrong-class': [neuron(scored).replace('"ScoredSimulation"', '"Another"'), '"Another"'],
  'wrong-scale': [
    withSequence({
      simulated: [0, 5, 10],
      values: [
        [0, 1],
        [5, 6],
        [10, 9],
      ],
      probabilities: [
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    }),
    '"neuron_activations"',
  ],
  'id-differs': [
    neuronText('5:1', [scored]),
    '{"dataclass_name":"NeuronId","layer_index":5,"neuron_index":1}',
  ],
  'id-missing': [neuron(scored).replace('"neuron_index":131', '"neuron_index":NaN'), 'NaN'],
  'lengths-differ': [withSequence({ actual: [0, 1] }, { scores: [null] }), '[0,1]'],
  'value-missing': [
    withSequence({ actual: [0, NaN, 2], scores: [NaN, NaN, NaN] }, { scores: [NaN] }),
    'NaN',
  ],
  'probability-out-of-range': [withSequence({ probabilities: [[1], [-2], [1]] }), '-2'],
  'no-explanations': [neuron(), '[]'],
  'empty-explanation': [neuron({ ...scored, text: ' ' }), '" "'],
  'no-sequences': [neuron({ ...scored, scores: [null], sequences: [] }), '[]'],
  'score-missing': [withSequence({}, { scores: [null, 1, 1] }), 'null'],
  'score-placeholder': [withSequence({}, { scores: [0, 1, 1] }), '0'],
  'score-unexplained': [withSequence({ scores: [null, 1, 1] }, { scores: [0.5, 1, 1] }), '0.5'],
  'score-other-scale': [
    withSequence(onTen, { scores: [onTen.scores[0], mappedRSquared, onTen.scores[2]] }),
    String(mappedRSquared),
  ],
  'tokens-skipped': [
    withSequence({ values: [[0.5], [], [0.5]], probabilities: [[1], [], [1]] }),
    '[]',
  ],
  'duplicate-key': [
    neuron(scored).replace('"explanation":', '"explanation":"a","explanation":'),
    '" ',
  ],
  'trailing-zeros': [`${neuron(scored)}\n\0\0`, '{'],
  'unknown-field': [neuron(scored).replace('{', '{"comment":"é",'), '"é"'],
  'spread-lines': [
    neuron(scored).replaceAll(',', ',\n'),
    '{"dataclass_name":"NeuronSimulationResults",',
  ],
};

describe('the check of a file', () => {
  it('finds nothing in a valid file', () => {
    assert.deepEqual(found(neuron(scored)), []);
    assert.deepEqual(checkFile(bytesOf(neuron(scored)), place).counts, {});
  });

  for (const [code, [text, at]] of Object.entries(texts) as [ProblemCode, [string, string]][])
    it(`finds ${code}, at its position`, () => {
      const all = found(text);
      const own = all.find(([each]) => each === code);
      assert.ok(own, `found ${JSON.stringify(all)}`);
      assert.ok(own[1].startsWith(at) || at === own[1], `${own[1]} is not ${at}`);
    });

  it('recognises what is not text', () => {
    assert.deepEqual(checkFile(gzipSync('x'), place).counts, { compressed: 1 });
    assert.deepEqual(checkFile(Uint8Array.of(0xff, 0xfe), place).counts, { 'not-utf8': 1 });
  });

  it('can find all problems with a code, except those of the system', () => {
    const others = ['unreadable', 'too-large', 'compressed', 'not-utf8'];
    assert.deepEqual(
      problemCodes.filter((code) => !texts[code]),
      others,
    );
  });

  it('counts columns like an editor, and lines after any line break', () => {
    const text = neuron({ ...scored, text: ' 🚢é', scores: [1.5, 1, 1] });
    const column = text.indexOf('1.5');
    const [finding] = checkFile(bytesOf(text), place).findings;
    assert.deepEqual(finding?.start, { line: 0, column });
    assert.deepEqual(finding?.end, { line: 0, column: column + 3 });
    for (const lineBreak of ['\n', '\r\n']) {
      const spread = text.replace(
        '"scored_simulation"',
        `${lineBreak}${lineBreak}"scored_simulation"`,
      );
      const { start } = checkFile(bytesOf(spread), place).findings.find(
        ({ code }) => code === 'score-out-of-range',
      )!;
      assert.deepEqual(start, { line: 2, column: spread.split(lineBreak)[2]!.indexOf('1.5') });
    }
  });

  it('finds positions by the file’s names', () => {
    const text = neuron({ ...scored, scores: [1.5, 1, 1] })
      .replaceAll('scored_explanations', 'scored_explanation_or_baseline_list')
      .replaceAll('"ScoredExplanation"', '"ScoredExplanationOrBaseline"');
    assert.deepEqual(
      checkFile(bytesOf(text), place).findings.map(({ code, path }) => [code, path]),
      [
        [
          'score-out-of-range',
          'scored_explanation_or_baseline_list[0].scored_simulation.ev_correlation_score',
        ],
      ],
    );
  });

  it('points to values after dropped ones', () => {
    const text = neuron(scored, { ...scored, scores: [1.5, 1, 1] }).replace(
      '"explanation":" words"',
      '"explanation":7,"scored_simulation":3,"was":{}',
    );
    const { path } = checkFile(bytesOf(text), place).findings.find(
      ({ code }) => code === 'score-out-of-range',
    )!;
    assert.equal(path, 'scored_explanations[1].scored_simulation.ev_correlation_score');
  });

  it('lists the first of many, and counts all', () => {
    const text = neuron(
      ...Array.from({ length: 3 * findingsKept }, () => ({ ...scored, text: '' })),
    );
    const { findings, counts } = checkFile(bytesOf(text), place);
    assert.equal(findings.length, findingsKept);
    assert.deepEqual(counts, { 'empty-explanation': 3 * findingsKept });
  });
});
