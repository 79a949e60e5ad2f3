import { byteAt, Char } from './characters';
import { Field, field, skipName } from './fields';
import { addResult, Result, setResult } from './results';
import { scoreEnd, scoreStart, skipScore } from './scores';
import { more, skipBlank, skipOpen, skipSeparator } from './separators';
import { sequences, skipSequences, tokens } from './sequence';
import { hasEscapes, skipText } from './texts';
import { skipValue, Value } from './values';

const required: u32 = Field.Explanation | Field.ScoredSimulation;

/** Skips a valid list of `ScoredExplanation`s and adds a result for each. 0 otherwise. */
export function skipExplanations(at: usize): usize {
  at = skipOpen(at, Char.OpenList);
  if (!at) return 0;
  if (byteAt(at) == Char.CloseList) return at + 1;
  do {
    if (!addResult()) return 0;
    at = skipSeparator(skipExplanation(skipBlank(at)), Char.CloseList);
  } while (at && more);
  return at;
}

function skipExplanation(at: usize): usize {
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    const start = at;
    switch (field) {
      case Field.Explanation:
        at = skipText(at);
        setResult(Result.TextStart, start);
        setResult(Result.TextEnd, at);
        setResult(Result.HasEscapes, hasEscapes ? 1 : 0);
        break;
      case Field.ScoredSimulation:
        at = skipScoredSimulation(at);
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.ScoredExplanation);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  return (seen & required) == required ? at : 0;
}

function skipScoredSimulation(at: usize): usize {
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    switch (field) {
      case Field.ScoredSequenceSimulations:
        at = skipSequences(at);
        setResult(Result.Sequences, sequences);
        setResult(Result.Tokens, tokens);
        break;
      case Field.EvCorrelationScore:
        at = skipResultScore(at, Result.EvCorrelationScore);
        break;
      case Field.RsquaredScore:
        at = skipResultScore(at, Result.RsquaredScore);
        break;
      case Field.AbsoluteDevExplainedScore:
        at = skipResultScore(at, Result.AbsoluteDevExplainedScore);
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.ScoredSimulation);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  return seen & Field.ScoredSequenceSimulations ? at : 0;
}

/** Skips a score and stores its range as two words of the result. */
function skipResultScore(at: usize, first: Result): usize {
  at = skipScore(at);
  setResult(first, scoreStart);
  setResult(first + 1, scoreEnd);
  return at;
}
