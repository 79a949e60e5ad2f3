import * as l10n from '@vscode/l10n';
import { fold } from './fold.ts';
import { type NoteTest, noteTest } from '../rows/neuronNotes.ts';
import { type NumberTest, readRanges } from './numberRanges.ts';
import { type TextPattern, textPattern } from './textPattern.ts';
import { readTimes, type TimeTest } from './timeRanges.ts';

/** A search query. All its terms must match. */
export interface Query {
  /** Folded words and phrases that the text must contain. They determine the rank. */
  readonly texts: readonly string[];
  /** Folded words and phrases that it must not contain. */
  readonly excluded: readonly string[];
  readonly patterns: readonly QueryPattern[];
  readonly ofDirectory: readonly ((path: string) => boolean)[];
  readonly ofLayer: readonly NumberTest[];
  readonly ofNeuron: readonly NumberTest[];
  /** Tests of the preferred score, which is NaN if missing or undefined. */
  readonly ofScore: readonly NumberTest[];
  /** Tests of the user's note. */
  readonly ofNote: readonly NoteTest[];
  /** Tests of when the file was modified. */
  readonly ofModified: readonly TimeTest[];
  /** Tests of whether the file has problems, and of whether one is that it could not be read. */
  readonly ofFaults: readonly ((faulty: boolean, failed: boolean) => boolean)[];
  /** Invalid terms as sentences for the user. Those terms are ignored. */
  readonly problems: readonly string[];
  /** Whether the result changes as time passes. */
  readonly dependsOnTime: boolean;
}

export interface QueryPattern extends TextPattern {
  /** Whether it must not match. */
  readonly not: boolean;
}

/** A query under construction. */
type Lists = Omit<Query, 'dependsOnTime'>;
type Parts = { readonly [Part in keyof Lists]: Lists[Part][number][] };

/**
 * Parses a query of terms separated by white space: `word`, `"a phrase"`, `/a regular expression/`,
 * `layer:3`, `layer:3-8`, `layer:1,5-7`, `neuron:17`, `score:>0.5`, `score:0.2-0.4`, `score:none`,
 * `modified:<2h`, `dir:name`, `is:starred`, `is:noted`, `is:unreadable`, `is:problem`,
 * `verdict:wrong`, `note:word`. A `-` before a term excludes its matches. Ignores case. Never
 * throws, since it runs while the user types.
 */
export function parseQuery(query: string): Query {
  const parts: Parts = {
    texts: [],
    excluded: [],
    patterns: [],
    ofDirectory: [],
    ofLayer: [],
    ofNeuron: [],
    ofScore: [],
    ofNote: [],
    ofModified: [],
    ofFaults: [],
    problems: [],
  };
  for (const [, sign, operator, phrase, pattern, word] of query.matchAll(term)) {
    const not = sign === '-';
    if (operator) readOperator(operator.toLowerCase(), phrase ?? word ?? '', not, parts);
    else if (pattern !== undefined) readPattern(pattern, not, parts);
    else readText(phrase ?? word ?? '', not, parts);
  }
  return { ...parts, dependsOnTime: parts.ofModified.some((test) => test.dependsOnTime) };
}

/**
 * An open phrase extends to the end. A pattern only counts once it is closed, so that `/` can be
 * searched for.
 */
const term =
  /(?<=^|[\s"])(-)?(?:(layer|neuron|score|modified|dir|is|verdict|note):)?(?:"([^"]*)(?:"|$)|(?<!:)\/((?:[^/\\]|\\.)+)\/(?=\s|$)|(\S+)|(?<=:))/giu;

function readText(text: string, not: boolean, { texts, excluded }: Parts): void {
  const wanted = fold(text);
  if (wanted.trim() === '') return;
  (not ? excluded : texts).push(wanted);
}

function readPattern(source: string, not: boolean, { patterns, problems }: Parts): void {
  try {
    patterns.push({ ...textPattern(source), not });
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
}

function readOperator(operator: string, value: string, not: boolean, parts: Parts): void {
  if (operator === 'dir') {
    const wanted = fold(value);
    if (value === '') parts.problems.push(misunderstood(operator, value));
    else parts.ofDirectory.push((path) => fold(path).includes(wanted) !== not);
    return;
  }
  if (operator === 'modified') {
    const test = readTimes(value);
    if (!test) parts.problems.push(misunderstood(operator, value));
    else parts.ofModified.push(not ? negated(test) : test);
    return;
  }
  if (operator === 'is' && fold(value) === 'unreadable') {
    parts.ofFaults.push((_, failed) => failed !== not);
    return;
  }
  if (operator === 'is' && fold(value) === 'problem') {
    parts.ofFaults.push((faulty) => faulty !== not);
    return;
  }
  if (operator === 'is' || operator === 'verdict' || operator === 'note') {
    const holds = noteTest(operator, value);
    if (!holds) parts.problems.push(misunderstood(operator, value));
    else parts.ofNote.push((note) => holds(note) !== not);
    return;
  }
  const isScore = operator === 'score';
  if (isScore && value.toLowerCase() === 'none') {
    parts.ofScore.push((score) => Number.isNaN(score) !== not);
    return;
  }
  const holds = readRanges(value);
  if (!holds) {
    parts.problems.push(misunderstood(operator, value));
    return;
  }
  // Comparisons with NaN are false.
  const test: NumberTest = not ? (number) => !holds(number) : holds;
  if (isScore) parts.ofScore.push(test);
  else if (operator === 'layer') parts.ofLayer.push(test);
  else parts.ofNeuron.push(test);
}

function negated({ holds, dependsOnTime }: TimeTest): TimeTest {
  return { holds: (modified, now) => !holds(modified, now), dependsOnTime };
}

function misunderstood(operator: string, value: string): string {
  const found = value === '' ? l10n.t('Found nothing.') : l10n.t('Found “{0}”.', value);
  return `${expectedOf(operator)} ${found}`;
}

function expectedOf(operator: string): string {
  switch (operator) {
    case 'dir':
      return l10n.t('Expected part of a directory path, as in dir:name.');
    case 'is':
      return l10n.t('Expected is:starred, is:noted, is:unreadable or is:problem.');
    case 'verdict':
      return l10n.t('Expected verdict:right, verdict:partly, verdict:wrong or verdict:none.');
    case 'note':
      return l10n.t('Expected part of a note, as in note:word.');
    case 'modified':
      return l10n.t(
        'Expected an age in s, m, h, d or w, or a date, as in modified:<2h, modified:>1d or modified:2026-11-28.',
      );
    case 'score':
      return l10n.t(
        'Expected none, a number, a comparison or a range, as in score:none, score:>0.5 or score:0.2-0.4.',
      );
    default:
      return l10n.t('Expected a number or a range, as in {0}:3 or {0}:3-8.', operator);
  }
}
