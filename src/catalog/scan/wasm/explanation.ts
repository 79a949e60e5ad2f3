import { Field } from './fields';
import { Element } from './lists';
import { DataClass, skipObject } from './objects';
import { addResult, setResult } from './results';
import * as Result from './resultWords';
import { scoreEnd, scoreStart, skipScore } from './scores';
import { sequences, skipSequences, tokens } from './sequence';
import { hasEscapes, skipText } from './texts';
import { Value } from './values';

/** A `ScoredExplanation`. Adds a result. */
@unmanaged
export class Explanation extends Element {
  skip(at: usize): usize {
    return addResult() ? skipObject<ScoredExplanation>(at) : 0;
  }
}

@unmanaged
class ScoredExplanation extends DataClass {
  name(): Value {
    return Value.ScoredExplanation;
  }

  required(): u32 {
    return Field.Explanation | Field.ScoredSimulation;
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.Explanation:
        return skipExplanation(at);
      case Field.ScoredSimulation:
        return skipObject<ScoredSimulation>(at);
      default:
        return 0;
    }
  }
}

@unmanaged
class ScoredSimulation extends DataClass {
  name(): Value {
    return Value.ScoredSimulation;
  }

  required(): u32 {
    return Field.ScoredSequenceSimulations;
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.ScoredSequenceSimulations:
        at = skipSequences(at);
        setResult(Result.sequences, sequences);
        setResult(Result.tokens, tokens);
        return at;
      case Field.EvCorrelationScore:
        return skipResultScore(at, Result.evCorrelationScore);
      case Field.RsquaredScore:
        return skipResultScore(at, Result.rsquaredScore);
      case Field.AbsoluteDevExplainedScore:
        return skipResultScore(at, Result.absoluteDevExplainedScore);
      default:
        return 0;
    }
  }
}

/** Skips an explanation's text and stores its range in the result. */
function skipExplanation(at: usize): usize {
  const end = skipText(at);
  setResult(Result.textStart, at);
  setResult(Result.textEnd, end);
  setResult(Result.hasEscapes, hasEscapes ? 1 : 0);
  return end;
}

/** Skips a score and stores its range as two words of the result. */
function skipResultScore(at: usize, first: u32): usize {
  at = skipScore(at);
  setResult(first, scoreStart);
  setResult(first + 1, scoreEnd);
  return at;
}
