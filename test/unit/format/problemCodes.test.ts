import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FormatError } from '../../../src/format/errors.ts';
import { decodeNeuronFile } from '../../../src/format/neuronFile.ts';
import { type ProblemCode, problemCodes, problemKinds } from '../../../src/format/problemCodes.ts';
import * as raw from './rawNeuron.ts';

const root = join(import.meta.dirname, '../../..');

describe('the codes of problems', () => {
  it('equal those of docs/problems.md: anchors, severities and texts', () => {
    const page = readFileSync(join(root, 'docs/problems.md'), 'utf8');
    const lines = page.split('\n').filter((line) => line.startsWith('- <a id='));
    const rank = { error: 0, warning: 1, info: 2 };
    const expected = problemCodes
      .toSorted((a, b) => rank[problemKinds[a].severity] - rank[problemKinds[b].severity])
      .map((code) => {
        const { means, todo } = problemKinds[code];
        return `- <a id="${code}"></a>\`${code}\` ${means} _${todo}_`;
      });
    assert.deepEqual(lines, expected);
  });

  it('are words with hyphens', () => {
    for (const code of problemCodes) assert.match(code, /^[a-z\d]+(-[a-z\d]+)*$/);
  });
});

/** The codes that decoding gives for these bytes, those of the error included. */
function codesOf(bytes: Uint8Array, place = { layer: 3, neuron: 14 }): ProblemCode[] {
  try {
    const { problems } = decodeNeuronFile(bytes, place);
    for (const { code, severity } of problems) assert.equal(severity, problemKinds[code].severity);
    return problems.map(({ code }) => code);
  } catch (error) {
    assert.ok(error instanceof FormatError, String(error));
    return [error.code];
  }
}
const ofText = (text: string) => codesOf(new TextEncoder().encode(text));
const ofNeuron = (neuron: unknown) => ofText(JSON.stringify(neuron));
const ofExplanation = (changes: Record<string, unknown>) =>
  ofNeuron(raw.neuron({ scored_explanations: [raw.explanation(changes)] }));
const ofSequence = (changes: Record<string, unknown>) =>
  ofNeuron(raw.neuronOfSequence(raw.sequence(changes)));
const ofSimulation = (changes: Record<string, unknown>) =>
  ofSequence({ simulation: raw.simulation(changes) });
const good = JSON.stringify(raw.neuron());

describe('a problem of decoding', () => {
  const cases: [string, ProblemCode[], () => ProblemCode[]][] = [
    ['nothing in a good file', [], () => ofText(good)],
    ['0 bytes', ['empty'], () => ofText('')],
    ['white space', ['empty'], () => ofText(' \n\n')],
    ['gzip', ['compressed'], () => codesOf(Uint8Array.of(0x1f, 0x8b, 8, 0))],
    ['bytes of no text', ['not-utf8'], () => codesOf(Uint8Array.of(0xff, 0xfe, 0))],
    ['a byte order mark', ['byte-order-mark'], () => ofText(`\ufeff${good}`)],
    ['an end in an object', ['cut-off'], () => ofText(good.slice(0, -1))],
    ['an end in a string', ['cut-off'], () => ofText(good.slice(0, 10))],
    ['another text', ['malformed-json'], () => ofText('hello')],
    ['a comma too many', ['malformed-json'], () => ofText(good.replace('{', '{,'))],
    ['many brackets', ['nested-too-deep'], () => ofText('['.repeat(600) + ']'.repeat(600))],
    ['many brackets without end', ['nested-too-deep'], () => ofText('['.repeat(600))],
    ['another object', ['not-a-neuron'], () => ofText('{"tokens": []}')],
    ['an attention head', ['attention-head'], () => ofText('{"attention_head_id": {}}')],
    ['two neurons', ['several-lines'], () => ofText(`${good}\n${good}`)],
    ['many lines', ['spread-lines'], () => ofText(JSON.stringify(raw.neuron(), null, 1))],
    [
      'another id',
      ['id-differs'],
      () => codesOf(new TextEncoder().encode(good), { layer: 3, neuron: 1 }),
    ],
    ['no simulation', ['left-out'], () => ofSequence({ simulation: undefined })],
    ['no explanation', ['missing-field'], () => ofExplanation({ explanation: undefined })],
    ['an explanation of null', ['wrong-type'], () => ofExplanation({ explanation: null })],
    ['a word among activations', ['wrong-type'], () => ofSequence({ true_activations: [1, 'x'] })],
    ['another class', ['wrong-class'], () => ofExplanation({ dataclass_name: 'NeuronId' })],
    ['an unknown scale', ['wrong-scale'], () => ofSimulation({ activation_scale: 'percent' })],
    ['no scale', ['missing-field'], () => ofSimulation({ activation_scale: undefined })],
    ['one activation too few', ['lengths-differ'], () => ofSequence({ true_activations: [1] })],
    ['another field', ['unknown-field'], () => ofExplanation({ author: 'me' })],
  ];
  for (const [what, codes, find] of cases)
    it(`has a code: ${what}`, () => assert.deepEqual(find(), codes));

  it('has a code and its severity in every bad file', () => {
    const files = globSync(join(root, 'test/fixtures/bad/*/*.jsonl'));
    assert.ok(files.length > 20);
    for (const file of files) {
      const place = {
        layer: Number(basename(dirname(file))),
        neuron: parseInt(basename(file), 10),
      };
      for (const code of codesOf(readFileSync(file), place))
        assert.ok(problemCodes.includes(code), `${file}: ${code}`);
    }
  });
});
