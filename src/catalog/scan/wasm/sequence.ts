import { byteAt, Char } from './characters';
import { Field, field, skipName } from './fields';
import { floatCount, skipFloats } from './floats';
import { skipScore } from './scores';
import { more, skipBlank, skipOpen, skipSeparator } from './separators';
import { skipSimulation, tokenCount } from './simulation';
import { skipValue, Value } from './values';

const required: u32 = Field.Simulation | Field.TrueActivations | Field.EvCorrelationScore;

/** The number of sequences in the last list, and of all their tokens. */
export let sequences: u32 = 0;
export let tokens: u32 = 0;

/** Skips a valid list of `ScoredSequenceSimulation`s. 0 otherwise. */
export function skipSequences(at: usize): usize {
  sequences = 0;
  tokens = 0;
  at = skipOpen(at, Char.OpenList);
  if (!at) return 0;
  if (byteAt(at) == Char.CloseList) return at + 1;
  do {
    at = skipSeparator(skipSequence(skipBlank(at)), Char.CloseList);
    sequences++;
    tokens += tokenCount;
  } while (at && more);
  return at;
}

function skipSequence(at: usize): usize {
  let activations: u32 = 0;
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    switch (field) {
      case Field.Simulation:
        at = skipSimulation(at);
        break;
      case Field.TrueActivations:
        at = skipFloats(at);
        activations = floatCount;
        break;
      case Field.EvCorrelationScore:
      case Field.RsquaredScore:
      case Field.AbsoluteDevExplainedScore:
        at = skipScore(at);
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.ScoredSequenceSimulation);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  return (seen & required) == required && activations == tokenCount ? at : 0;
}
