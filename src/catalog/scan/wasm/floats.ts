import { Element, skipList } from './lists';
import { skipFloat } from './numbers';
import { skipPlainNumbers, skipPlainRows } from './plainNumbers';

@unmanaged
class Float extends Element {
  skip(at: usize): usize {
    return skipFloat(at);
  }
}

@unmanaged
class Row extends Element {
  skip(at: usize): usize {
    return skipList<Float>(at);
  }
}

/** Skips a list of numbers and nulls. 0 otherwise. */
export function skipFloats(at: usize): usize {
  return skipPlainNumbers(at) || skipList<Float>(at);
}

/** Skips a list of lists of numbers and nulls. 0 otherwise. */
export function skipFloatRows(at: usize): usize {
  return skipPlainRows(at) || skipList<Row>(at);
}
