import { skipAny } from './anyValue';
import { byteAt, Char } from './characters';
import { Field } from './fields';
import { skipFloatRows, skipFloats } from './floats';
import { listLength, skipList } from './lists';
import { skipNull } from './numbers';
import { DataClass, skipObject } from './objects';
import { Text } from './texts';
import { skipValue, Value } from './values';

/** How deep simulations may be nested. Files have one in one. */
const maximumDepth: u32 = 4;
let depth: u32 = 0;

/** The number of tokens in the last simulation that is not nested. */
export let tokenCount: u32 = 0;
let expectedCount: u32 = 0;
let rowCount: u32 = 0;

@unmanaged
class SequenceSimulation extends DataClass {
  name(): Value {
    return Value.SequenceSimulation;
  }

  required(): u32 {
    return (
      Field.Tokens |
      Field.ExpectedActivations |
      Field.ActivationScale |
      Field.DistributionValues |
      Field.DistributionProbabilities
    );
  }

  skipField(field: Field, at: usize): usize {
    switch (field) {
      case Field.Tokens:
        at = skipList<Text>(at);
        if (!depth) tokenCount = listLength;
        return at;
      case Field.ExpectedActivations:
        at = skipFloats(at);
        if (!depth) expectedCount = listLength;
        return at;
      case Field.ActivationScale:
        return skipValue(at, Value.ActivationScale);
      case Field.DistributionValues:
        at = skipFloatRows(at);
        if (!depth) rowCount = listLength;
        return at;
      case Field.DistributionProbabilities:
        return skipFloatRows(at);
      case Field.UncalibratedSimulation:
        return skipUncalibrated(at);
      case Field.Response:
        return skipAny(at);
      default:
        return 0;
    }
  }
}

/**
 * Skips a valid `SequenceSimulation`. 0 otherwise. Only checks lengths of the outermost one, as the
 * decoder does.
 */
export function skipSimulation(at: usize): usize {
  depth = 0;
  at = skipObject<SequenceSimulation>(at);
  const fits = expectedCount == tokenCount && (!rowCount || rowCount == tokenCount);
  return fits ? at : 0;
}

function skipUncalibrated(at: usize): usize {
  if (byteAt(at) == Char.SmallN) return skipNull(at);
  if (depth == maximumDepth) return 0;
  depth++;
  at = skipObject<SequenceSimulation>(at);
  depth--;
  return at;
}
