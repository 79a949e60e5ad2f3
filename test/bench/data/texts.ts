import { type Random, weighted } from './choose.ts';
import { type Slot, slots } from './vocabulary.ts';

/** For neurons with a meaning: `head`, `linked`, two or three topics, then sometimes more. */
const meaning = weighted([
  ['words link T and T', 150],
  ['words link T or T', 60],
  ['words link T, T, and T', 50],
  ['words and phrases link T or T', 70],
  ['words and phrases link T and T', 70],
  ['words and phrases link T or the V of T', 60],
  ['phrases link T and T', 40],
  ['phrases link T or T of T', 25],
  ['words and concepts link T, T, or T', 15],
  ['K and phrases link T or T', 45],
  ['K link T and T', 55],
  ['K and words link T and the V of T', 45],
  ['M T and M T', 30],
  ['T, T, and words related to T', 25],
  ['references to T and T in the context of T', 20],
  ['T or people who P T', 8],
  ['names of people, such as N and N, or T', 20],
  ['organizations, companies, or places such as N, and T', 14],
  ['names of people, T, or T', 22],
  ['names of T and related terms', 16],
]);

/** Of neurons that stand for tokens of one form. */
const form = weighted([
  ['instances of the word "Q"', 22],
  ["instances of the word 'Q' and its variations", 12],
  ["occurrences of the word 'Q' and related K", 20],
  ["the word 'Q' and similar K", 12],
  ['the word "Q" in M contexts', 10],
  ['the name "N" or the letters "F" and "F"', 12],
  ['the letter "L" in various contexts', 7],
  ['words containing the letter combination "F"', 10],
  ['words with the letters "F" or "F"', 10],
  ["words starting with 'F' and K", 12],
  ['words ending in "F" or "F"', 9],
  ["parts of words or names with 'F' in them", 12],
  ['parts of compound words such as QQ or FF', 5],
  ['K and K in M sentences', 25],
  ['K, K, and K', 20],
  ['K or K that follow M K', 18],
  ['K at the beginning of M sentences', 12],
  ['M values and K', 15],
  ['names such as N or N', 8],
  ['K with the prefix F or the suffix F', 6],
  ['the name "N" and other K', 9],
  ['variations of the verb "to Q"', 7],
  ['V or V something', 9],
]);

const links = weighted([
  ['related to', 66],
  ['indicating', 7],
  ['associated with', 6],
  ['describing', 3],
  ['that indicate', 4],
  ['involving', 3],
  ['expressing', 3],
  ['referring to', 3],
  ['that have to do with', 1],
  ['often used for', 2],
  ['of', 2],
]);

const tails = weighted([
  ['', 590],
  [' and T', 90],
  [', particularly T', 26],
  [', especially T or T', 24],
  [', specifically in M contexts', 12],
  [', often V T', 20],
  [' in the context of T', 22],
  [', such as Q or Q', 30],
  [' with a focus on T', 10],
  [', including K', 12],
  [', especially in relation to T or the V of T', 7],
  [', such as "Q Q Q", "Q Q" and "Q Q"', 3],
  [', mainly when they are used as K or follow T and K in M or M contexts', 2],
]);

/** Of 16,517 explanations of GPT-2 XL, 68 % begin with a space. */
const spaced = 0.68;
const longest = 162;

/** An explanation of a neuron, of the length and the words that real ones have. */
export function explanationText(random: Random): string {
  const space = random() < spaced ? ' ' : '';
  const sentence = random() < 0.76 ? meaning(random) : form(random);
  // Joined: `+` would keep the parts in memory, unlike texts that were read from a file.
  const text = [space, fill(sentence, random), fill(tails(random), random)].join('');
  return text.slice(0, longest);
}

type Part = string | Slot;

const templates = new Map<string, readonly Part[]>();

/** Fills the letters of a template that stand alone; `link` is one of the links. */
function fill(template: string, random: Random): string {
  let parts = templates.get(template);
  if (!parts) templates.set(template, (parts = parse(template)));
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : part(random);
  return text;
}

function parse(template: string): Part[] {
  return template
    .split(/(\blink\b|[A-Z])/)
    .filter((part) => part !== '')
    .map((part) => (part === 'link' ? links : (slots[part] ?? part)));
}
