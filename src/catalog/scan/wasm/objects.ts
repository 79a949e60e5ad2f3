import { byteAt, Char } from './characters';
import { Field, field, skipName } from './fields';
import { skipBlank } from './separators';
import { skipValue, Value } from './values';

/**
 * A class of the format, as a type argument. It has no instances: `changetype<T>(0)` calls its
 * methods, which are compiled for each class.
 */
@unmanaged
export abstract class DataClass {
  /** Its `dataclass_name`. */
  abstract name(): Value;
  /** The bits of all required fields. */
  abstract required(): u32;
  /** Skips the value of a field, other than `dataclass_name`. 0 unless it is valid. */
  abstract skipField(field: Field, at: usize): usize;
}

/** Skips a valid object of class `T`. Also 0 if a field is repeated, unknown or missing. */
export function skipObject<T extends DataClass>(at: usize): usize {
  const type = changetype<T>(0);
  let seen: u32 = 0;
  if (byteAt(at) != Char.OpenObject) return 0;
  do {
    at = skipName(at + 1);
    if (!at || seen & field) return 0;
    seen |= field;
    const isName = field == Field.DataclassName;
    at = isName ? skipValue(at, type.name()) : type.skipField(field, at);
    if (!at) return 0;
    at = skipBlank(at);
  } while (byteAt(at) == Char.Comma);
  const required = type.required();
  const isValid = byteAt(at) == Char.CloseObject && (seen & required) == required;
  return isValid ? at + 1 : 0;
}
