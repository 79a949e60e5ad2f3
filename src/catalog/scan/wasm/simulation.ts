import { byteAt, Char } from './characters';
import { Field, field, skipName } from './fields';
import { floatCount, skipFloatRows, skipFloats } from './floats';
import { skipNull } from './numbers';
import { more, skipOpen, skipSeparator } from './separators';
import { skipTexts, textCount } from './texts';
import { skipAny } from './anyValue';
import { skipValue, Value } from './values';

/** How deep simulations may be nested. Files have one in one. */
const maximumDepth: u32 = 4;

const required: u32 =
  Field.Tokens |
  Field.ExpectedActivations |
  Field.ActivationScale |
  Field.DistributionValues |
  Field.DistributionProbabilities;

/** The number of tokens in the last simulation. */
export let tokenCount: u32 = 0;

/**
 * Skips a valid `SequenceSimulation`. 0 otherwise. Only checks lengths of the outermost one, as the
 * decoder does.
 */
export function skipSimulation(at: usize, depth: u32 = 0): usize {
  let tokens: u32 = 0;
  let expected: u32 = 0;
  let rows: u32 = 0;
  let seen: u32 = 0;
  at = skipOpen(at, Char.OpenObject);
  if (!at) return 0;
  do {
    at = skipName(at);
    if (!at || seen & field) return 0;
    seen |= field;
    switch (field) {
      case Field.Tokens:
        at = skipTexts(at);
        tokens = textCount;
        break;
      case Field.ExpectedActivations:
        at = skipFloats(at);
        expected = floatCount;
        break;
      case Field.ActivationScale:
        at = skipValue(at, Value.ActivationScale);
        break;
      case Field.DistributionValues:
        at = skipFloatRows(at);
        rows = floatCount;
        break;
      case Field.DistributionProbabilities:
        at = skipFloatRows(at);
        break;
      case Field.UncalibratedSimulation:
        at = skipUncalibrated(at, depth + 1);
        break;
      case Field.Response:
        at = skipAny(at);
        break;
      case Field.DataclassName:
        at = skipValue(at, Value.SequenceSimulation);
        break;
      default:
        return 0;
    }
    at = skipSeparator(at, Char.CloseObject);
  } while (at && more);
  if ((seen & required) != required) return 0;
  if (depth == 0 && (expected != tokens || (rows != 0 && rows != tokens))) return 0;
  tokenCount = tokens;
  return at;
}

function skipUncalibrated(at: usize, depth: u32): usize {
  if (byteAt(at) == Char.SmallN) return skipNull(at);
  return depth > maximumDepth ? 0 : skipSimulation(at, depth);
}
