import fc from 'fast-check';
import { parsePythonJson } from '../../../src/format/pythonJson.ts';
import { breakBytes } from '../catalog/support/brokenBytes.ts';
import { OddNeuron } from '../catalog/support/oddNeuron.ts';
import { structural } from '../catalog/support/oddTexts.ts';
import { Tape } from '../catalog/support/tape.ts';
import * as raw from '../format/rawNeuron.ts';
import { breakNeuron, fieldNames, hostileNumbers, hostileTexts } from './breakNeuron.ts';

/** Where all of these files are. */
export const place = { layer: 5, neuron: 131 };

const utf8 = (text: string) => new TextEncoder().encode(text);

const tapes = (length: number) =>
  fc.uint16Array({ minLength: length, maxLength: length }).map((numbers) => new Tape(numbers));

const anyBytes = fc.uint8Array({ maxLength: 200 });
const anyText = fc.string({ unit: 'binary', maxLength: 200 }).map(utf8);
const jsonSoup = fc
  .array(fc.constantFrom(...structural, 'null', '1e5', '"a"', '"\\u00', 'Infinity', '\r\n'), {
    maxLength: 60,
  })
  .map((parts) => utf8(parts.join('')));

/** Any JSON, of any names; and of the format's own. */
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 5 }),
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      fc.constantFrom(...hostileTexts),
      fc.constantFrom(...hostileNumbers),
      fc.constantFrom(null, true),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...fieldNames), tie('value'), { maxKeys: 6 }),
    ),
  })).value,
);

/** What an odd neuron has in a field that no one reads may be no JSON: then a plain one. */
function goodNeuron(tape: Tape): unknown {
  try {
    return parsePythonJson(new OddNeuron(tape, 0).text());
  } catch {
    return raw.neuron({ neuron_id: { layer_index: place.layer, neuron_index: place.neuron } });
  }
}

/** A good neuron in which some things are others. */
const brokenNeuron = tapes(1400).map((tape) => {
  let root = goodNeuron(tape);
  const count = 1 + tape.below(4);
  for (let i = 0; i < count; i++) root = breakNeuron(tape, root);
  return write(tape, root);
});

/** Neurons' files of all kinds: most are nearly good, which is where mistakes are. */
export const hostileFile: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 1, arbitrary: anyBytes },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: jsonSoup },
  { weight: 2, arbitrary: anyJson.chain((value) => tapes(4).map((tape) => write(tape, value))) },
  { weight: 2, arbitrary: tapes(1200).map((tape) => utf8(new OddNeuron(tape, 0).text())) },
  {
    weight: 4,
    arbitrary: tapes(1200).map((tape) =>
      utf8(new OddNeuron(tape, tape.pick([50, 150, 500])).text()),
    ),
  },
  {
    weight: 3,
    arbitrary: tapes(1200).map((tape) => breakBytes(tape, utf8(new OddNeuron(tape, 0).text()))),
  },
  { weight: 8, arbitrary: brokenNeuron },
);

/** JSON as Python writes it, over lines or not, with what other programs put around it. */
function write(tape: Tape, value: unknown): Uint8Array {
  const text = repeatKeys(tape, pythonJson(value, tape.pick([undefined, undefined, 1, '\t'])));
  const lines = tape.oneIn(6) ? text.replaceAll('\n', '\r\n') : text;
  const before = tape.oneIn(20) ? tape.pick(['\ufeff', '\n\r\n', ' ']) : '';
  const ends = ['\n', '\r\n\r\n', '\n{}', '\0', '\n\0\0', '\0\0\r\n'];
  const whole = before + lines + (tape.oneIn(4) ? tape.pick(ends) : '');
  return tape.oneIn(50) ? Uint8Array.from(Buffer.from(whole, 'utf16le')) : utf8(whole);
}

/** Now and then, a key of an object stands before itself once more. */
function repeatKeys(tape: Tape, text: string): string {
  if (!tape.oneIn(5)) return text;
  const keys = [...text.matchAll(/(?<=[{,]\s*)"\w+":/g)];
  const key = keys[tape.below(Math.max(1, keys.length))];
  if (!key) return text;
  const other = tape.pick(['null', '[]', '{"a":1,"a":2}', '"x"', '3', 'NaN']);
  return `${text.slice(0, key.index)}${key[0]}${other},${text.slice(key.index)}`;
}

/** As `json.dumps` writes it: numbers that are not finite by their names. */
export function pythonJson(value: unknown, indent?: number | string): string {
  const mark = '\ue123';
  const text = JSON.stringify(
    value,
    (_, item: unknown) =>
      typeof item === 'number' && !Number.isFinite(item) ? `${mark}${item}` : item,
    indent,
  );
  // Undefined, at the top, is no value that a file could have.
  return (text ?? 'null').replaceAll(new RegExp(`"${mark}(NaN|-?Infinity)"`, 'g'), '$1');
}
