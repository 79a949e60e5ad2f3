import { hash } from './random.ts';

/** GPT-2's pre-tokenizer: contractions, words, numbers, other signs, with leading spaces. */
const pieces = /'(?:s|t|re|ve|m|ll|d)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** Splits a text into tokens like GPT-2's. Joined, they are the text, except split characters. */
export function tokenise(text: string): string[] {
  return [...text.matchAll(pieces)].flatMap(([piece]) => split(piece));
}

function split(piece: string): string[] {
  if (/^\s+$/u.test(piece)) return [...piece];
  const space = piece.startsWith(' ') ? ' ' : '';
  const [first, ...rest] = splitCore(piece.slice(space.length));
  return [space + first, ...rest];
}

function splitCore(core: string): string[] {
  if (/^'\p{L}/u.test(core)) return [core];
  if (/^\p{N}+$/u.test(core)) return splitNumber(core);
  if (/^\p{Script=Latin}+$/u.test(core)) return splitCamelCase(core).flatMap(splitWord);
  if (/^[\p{Script=Cyrillic}\p{Script=Greek}]+$/u.test(core)) return chunks(core, 3);
  if (/^[\p{Script=Arabic}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(core)) {
    return chunks(core, 2);
  }
  // What is not ASCII is several bytes in UTF-8.
  if (/[^\x00-\x7f]/.test(core)) return [...core].flatMap(splitCharacter);
  return splitSigns(core);
}

/** Years are tokens of their own, as are numbers of up to three digits. */
function splitNumber(digits: string): string[] {
  if (/^(?:19|20)\d\d$/.test(digits) || digits.length <= 3) return [digits];
  return digits.match(/.{1,3}/gu) ?? [];
}

function splitCamelCase(word: string): string[] {
  if (/^\p{Lu}{7,}$/u.test(word)) return word.match(/.{1,3}/gu) ?? [];
  return word.match(/\p{Lu}*[^\p{Lu}]+|\p{Lu}+/gu) ?? [word];
}

const suffix =
  /(?:ings?|ness|ments?|tions?|house|ship|able|less|ful|ally|ers?|ists?|ised|ises|ory|ents?|ly)$/;
/** What GPT-2 knows whole although it is long. */
const whole = new Set(
  (
    'afternoon although beginning certainly dangerous different everything expensive following ' +
    'grandfather grandmother minutes neighbours officials questions something translate ' +
    'understand whispered explained September Wednesday December November'
  ).split(' '),
);

function splitWord(word: string): string[] {
  const accent = word.search(/[^A-Za-z]/);
  if (accent > 0) return [word.slice(0, accent), word.slice(accent)];
  if (accent === 0 || word.length <= 8 || whole.has(word)) return [word];
  const end = suffix.exec(word)?.[0].length ?? Math.floor(word.length / 2);
  const stem = word.slice(0, -end);
  const last = word.slice(-end);
  return stem.length > 8 ? [stem.slice(0, 4), stem.slice(4), last] : [stem, last];
}

function chunks(word: string, longest: number): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let at = 0; at < characters.length; ) {
    const length = 1 + (hash(word + at) % longest);
    parts.push(characters.slice(at, at + length).join(''));
    at += length;
  }
  return parts;
}

/** GPT-2 works on bytes: a rare character is several tokens, each decoded alone as U+FFFD. */
function splitCharacter(character: string): string[] {
  const code = character.codePointAt(0)!;
  if (code > 0xffff) return ['\ufffd', '\ufffd', '\ufffd'];
  if (code >= 0x900 && hash(character) % 3 === 0 && !/\p{P}/u.test(character)) {
    return ['\ufffd', '\ufffd'];
  }
  return [character];
}

/** Runs of one sign, and known pairs, are single tokens; brackets mostly stand alone. */
function splitSigns(signs: string): string[] {
  return (
    signs.match(/(.)\1+|=>|->|<>|[<>!]=|\+=|-=|\(\)|\);|\.\.\.|[.,!?]["']|["'],|<\/|\/>|./gu) ?? []
  );
}
