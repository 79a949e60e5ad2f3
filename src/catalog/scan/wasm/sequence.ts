import { Field } from './fields';
import { skipFloats } from './floats';
import { Element, listLength, skipList } from './lists';
import { DataClass, skipObject } from './objects';
import { skipScore } from './scores';
import { skipSimulation, tokenCount } from './simulation';
import { Value } from './values';

/** The number of sequences in the last list, and of all their tokens. */
export let sequences: u32 = 0;
export let tokens: u32 = 0;

let activationCount: u32 = 0;

/** A `ScoredSequenceSimulation`, with its length checked. */
@unmanaged
class Sequence extends Element {
  skip(at: usize): usize {
    at = skipObject<ScoredSequenceSimulation>(at);
    tokens += tokenCount;
    return activationCount == tokenCount ? at : 0;
  }
}

@unmanaged
class ScoredSequenceSimulation extends DataClass {
  name(): Value {
    return Value.ScoredSequenceSimulation;
  }

  required(): u32 {
    return Field.Simulation | Field.TrueActivations | Field.EvCorrelationScore;
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.Simulation:
        return skipSimulation(at);
      case Field.TrueActivations:
        at = skipFloats(at);
        activationCount = listLength;
        return at;
      case Field.EvCorrelationScore:
      case Field.RsquaredScore:
      case Field.AbsoluteDevExplainedScore:
        return skipScore(at);
      default:
        return 0;
    }
  }
}

/** Skips a valid list of `ScoredSequenceSimulation`s. 0 otherwise. */
export function skipSequences(at: usize): usize {
  tokens = 0;
  at = skipList<Sequence>(at);
  sequences = listLength;
  return at;
}
