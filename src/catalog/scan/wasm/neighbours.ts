/** The predecessor of each byte. The first byte's is the last of `before`. */
export function oneBefore(before: v128, bytes: v128): v128 {
  // prettier-ignore
  return i8x16.shuffle(before, bytes, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** The byte two before each byte. */
export function twoBefore(before: v128, bytes: v128): v128 {
  // prettier-ignore
  return i8x16.shuffle(before, bytes, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}
