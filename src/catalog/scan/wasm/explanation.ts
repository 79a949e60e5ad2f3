import { Field } from './fields';
import { Element } from './lists';
import { DataClass, skipObject } from './objects';
import { addResult, Result, setResult } from './results';
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
        setResult(Result.Sequences, sequences);
        setResult(Result.Tokens, tokens);
        return at;
      case Field.EvCorrelationScore:
        return skipResultScore(at, Result.EvCorrelationScore);
      case Field.RsquaredScore:
        return skipResultScore(at, Result.RsquaredScore);
      case Field.AbsoluteDevExplainedScore:
        return skipResultScore(at, Result.AbsoluteDevExplainedScore);
      default:
        return 0;
    }
  }
}

/** Skips an explanation's text and stores its range in the result. */
function skipExplanation(at: usize): usize {
  const end = skipText(at);
  setResult(Result.TextStart, at);
  setResult(Result.TextEnd, end);
  setResult(Result.HasEscapes, hasEscapes ? 1 : 0);
  return end;
}

/** Skips a score and stores its range as two words of the result. */
function skipResultScore(at: usize, first: Result): usize {
  at = skipScore(at);
  setResult(first, scoreStart);
  setResult(first + 1, scoreEnd);
  return at;
}
