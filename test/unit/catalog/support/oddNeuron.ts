import {
  escapes,
  illegalEscapes,
  illegalNumbers,
  legalNumbers,
  noNumbers,
  pieces,
} from './oddTexts.ts';
import type { Tape } from './tape.ts';

const former = new Map(
  Object.entries({
    layer_index: 'layer',
    neuron_index: 'idx',
    scored_explanations: 'scored_explanation_or_baseline_list',
    explanation: 'explanation_or_baseline',
    simulation: 'sequence_simulation',
    activation_scale: 'unit',
  }),
);
const otherClasses = [
  'NeuronId',
  'ScoredExplanationOrBaseline',
  'ScoredExplanation',
  '',
  'Neuron\\u0049d',
];
const wrongValues = [
  'null',
  'true',
  '""',
  '"x"',
  '[]',
  '{}',
  '0',
  '-1',
  '1.5',
  'NaN',
  '[[1]]',
  '[{}]',
  '["x"]',
];
const scales = [
  'neuron_activations',
  'simulated_normalized_activations',
  'human_predicted_activations',
];

type Entry = readonly [key: string, value: string];

/** The text of a neuron's file, 5:131, in any valid style. One in `oddOneIn` values has a fault. */
export class OddNeuron {
  readonly #tape: Tape;
  readonly #oddOneIn: number;
  readonly #isSecond: boolean;
  readonly #spacing: 'none' | 'python' | 'any';
  readonly #isShuffled: boolean;

  constructor(tape: Tape, oddOneIn: number) {
    this.#tape = tape;
    this.#oddOneIn = oddOneIn;
    this.#isSecond = tape.oneIn(3);
    this.#spacing = tape.pick(['none', 'python', 'any']);
    this.#isShuffled = tape.oneIn(2);
  }

  text(): string {
    const id = () =>
      this.#object('NeuronId', [
        ['layer_index', this.#index(5)],
        ['neuron_index', this.#index(131)],
      ]);
    const entries: Entry[] = [
      ['neuron_id', this.#or(id)],
      [
        'scored_explanations',
        this.#or(() => this.#list(this.#tape.list(3, () => this.#explanation()))),
      ],
    ];
    return this.#object('NeuronSimulationResults', entries);
  }

  #explanation(): string {
    const name = this.#isSecond ? 'ScoredExplanationOrBaseline' : 'ScoredExplanation';
    const simulation = () => {
      const sequences = () => this.#list(this.#tape.list(3, () => this.#sequence()));
      return this.#object('ScoredSimulation', [
        ['scored_sequence_simulations', this.#or(sequences)],
        ...this.#scores(true),
      ]);
    };
    return this.#object(name, [
      ['explanation', this.#or(() => this.#string())],
      ['scored_simulation', this.#or(simulation)],
    ]);
  }

  #sequence(): string {
    const tokens = this.#tape.oneIn(8) ? this.#tape.below(70) : this.#tape.below(4);
    return this.#object('ScoredSequenceSimulation', [
      ['simulation', this.#or(() => this.#simulation(tokens, 1))],
      ['true_activations', this.#or(() => this.#numbers(this.#length(tokens)))],
      ...this.#scores(false),
    ]);
  }

  #simulation(tokens: number, depth: number): string {
    const rows = () => {
      const count = this.#tape.oneIn(4) ? 0 : this.#length(tokens);
      return this.#list(
        Array.from({ length: count }, () => this.#or(() => this.#numbers(this.#tape.below(5)))),
      );
    };
    const entries: Entry[] = [
      [
        'tokens',
        this.#or(() =>
          this.#list(Array.from({ length: tokens }, () => this.#or(() => this.#string()))),
        ),
      ],
      ['expected_activations', this.#or(() => this.#numbers(this.#length(tokens)))],
      ['activation_scale', this.#or(() => `"${this.#tape.pick(scales)}"`)],
      ['distribution_values', this.#or(rows)],
      ['distribution_probabilities', this.#or(rows)],
    ];
    if (this.#tape.oneIn(3)) entries.push(['uncalibrated_simulation', 'null']);
    else if (this.#tape.oneIn(depth * 2)) {
      entries.push([
        'uncalibrated_simulation',
        this.#or(() => this.#simulation(this.#tape.below(4), depth + 1)),
      ]);
    }
    if (this.#isSecond || this.#tape.oneIn(10)) entries.push(['response', this.#any(0)]);
    return this.#object('SequenceSimulation', entries);
  }

  #scores(isOptional: boolean): Entry[] {
    const names = ['ev_correlation_score', 'rsquared_score', 'absolute_dev_explained_score'];
    const some = names.filter((_, i) => !((isOptional || i > 0) && this.#tape.oneIn(8)));
    return some.map((name) => [name, this.#or(() => this.#number())]);
  }

  #index(index: number): string {
    if (!this.#odd()) return String(index);
    return this.#tape.pick([
      `${index}.0`,
      `0${index}`,
      `-${index}`,
      String(index + 1),
      `${index}e0`,
      '-0',
      '1e400',
      '4294967301',
      'NaN',
      '05',
      '',
    ]);
  }

  #length(tokens: number): number {
    return this.#odd() ? this.#tape.below(tokens + 3) : tokens;
  }

  #numbers(count: number): string {
    return this.#list(Array.from({ length: count }, () => this.#number()));
  }

  #number(): string {
    if (this.#odd()) return this.#tape.pick(illegalNumbers);
    return this.#tape.pick(this.#tape.oneIn(30) ? noNumbers : legalNumbers);
  }

  #string(): string {
    const inside = this.#tape.list(4, () => {
      if (this.#odd()) return this.#tape.pick(illegalEscapes);
      if (this.#tape.oneIn(3)) return this.#tape.pick(escapes);
      return JSON.stringify(this.#tape.pick(pieces)).slice(1, -1);
    });
    return `"${inside.join('')}"`;
  }

  #any(depth: number): string {
    const kind = this.#tape.below(depth > 3 ? 4 : 6);
    if (kind === 4) return this.#list(this.#tape.list(3, () => this.#any(depth + 1)));
    if (kind === 5)
      return this.#join(
        '{}',
        this.#tape.list(3, () => this.#anyKey() + this.#colon() + this.#any(depth + 1)),
      );
    if (kind === 0) return this.#string();
    return kind === 1
      ? this.#number()
      : this.#tape.pick(['true', 'false', 'null', 'NaN', '-Infinity', 'tru', 'falsy', '""']);
  }

  /** Often one that the object has already. */
  #anyKey(): string {
    return this.#tape.oneIn(2) ? this.#string() : this.#tape.pick(['"a"', '"b"', '"\\u0061"']);
  }

  #object(name: string, entries: Entry[]): string {
    if (!this.#tape.oneIn(4))
      entries.unshift([
        'dataclass_name',
        `"${this.#odd() ? this.#tape.pick(otherClasses) : name}"`,
      ]);
    if (this.#odd()) entries.splice(this.#tape.below(entries.length), 1);
    if (this.#odd())
      entries.push(this.#tape.pick(entries.length > 0 ? entries : [['x', '1'] as const]));
    if (this.#odd())
      entries.push([
        this.#tape.pick(['x', 'mean', 'response', '', '__proto__', 'attention_id', 'Tokens']),
        '1',
      ]);
    if (this.#odd())
      for (const [key, value] of [...entries]) entries.push([former.get(key) ?? key, value]);
    const ordered = this.#isShuffled ? this.#tape.shuffle(entries) : entries;
    return this.#join(
      '{}',
      ordered.map(([key, value]) => `"${this.#key(key)}"` + this.#colon() + value),
    );
  }

  #key(key: string): string {
    const name = this.#isSecond !== this.#odd() ? (former.get(key) ?? key) : key;
    if (!this.#odd()) return name;
    return this.#tape.pick([
      `\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
      `${name} `,
      name.toUpperCase(),
      name.slice(0, -1),
      `${name.slice(0, -1)}x`,
    ]);
  }

  #colon(): string {
    return (
      this.#blank() +
      (this.#odd() ? this.#tape.pick(['', ';', '::', '=', ',']) : ':') +
      (this.#spacing === 'python' ? ' ' : this.#blank())
    );
  }

  #list(items: string[]): string {
    return this.#join('[]', items);
  }

  #join(brackets: string, items: string[]): string {
    if (items.length === 0) return brackets[0]! + this.#blank() + brackets[1]!;
    const separator = () => {
      if (this.#odd()) return this.#tape.pick(['', ',,', ';', ' ', ':']);
      return this.#spacing === 'python' ? ', ' : this.#blank() + ',' + this.#blank();
    };
    let text = brackets[0]! + this.#blank();
    for (const [i, item] of items.entries()) text += (i > 0 ? separator() : '') + item;
    return (
      text + this.#blank() + (this.#odd() ? this.#tape.pick(['', ',', ']', '}']) : brackets[1]!)
    );
  }

  #blank(): string {
    if (this.#odd())
      return this.#tape.pick(['\n', '\f', '\v', '\u00a0', '\ufeff', '/**/', '\u2028']);
    return this.#spacing === 'any' && this.#tape.oneIn(6)
      ? this.#tape.pick([' ', '\t', '\r', '  ', '\t \r'])
      : '';
  }

  #or(make: () => string): string {
    return this.#odd() ? this.#tape.pick(wrongValues) : make();
  }

  #odd(): boolean {
    return this.#tape.oneIn(this.#oddOneIn);
  }
}
