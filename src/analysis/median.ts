/** In linear time, reordering the numbers; null if there are none. */
export function medianOf(numbers: Float64Array): number | null {
  const { length } = numbers;
  if (length === 0) return null;
  const middle = length >> 1;
  const upper = select(numbers, middle);
  if (length % 2 === 1) return upper;
  // No number before it is larger, so the largest of them is its neighbour.
  let lower = -Infinity;
  for (let at = 0; at < middle; at++) lower = Math.max(lower, numbers[at]!);
  return (lower + upper) / 2;
}

/** The number at an index of the sorted array, by Hoare's quickselect: partly sorts it. */
function select(numbers: Float64Array, index: number): number {
  let first = 0;
  let last = numbers.length - 1;
  while (first < last) {
    const pivot = numbers[(first + last) >> 1]!;
    let low = first;
    let high = last;
    while (low <= high) {
      while (numbers[low]! < pivot) low++;
      while (numbers[high]! > pivot) high--;
      if (low > high) break;
      const moved = numbers[low]!;
      numbers[low++] = numbers[high]!;
      numbers[high--] = moved;
    }
    if (index <= high) last = high;
    else if (index >= low) first = low;
    else break;
  }
  return numbers[index]!;
}
