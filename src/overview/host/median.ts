/** The number in the middle, or the mean of the two there; null of none. Moves the numbers about, and takes as long as reading them. */
export function medianOf(numbers: Float64Array): number | null {
  const { length } = numbers;
  if (length === 0) return null;
  const middle = length >> 1;
  const upper = select(numbers, middle);
  if (length % 2 === 1) return upper;
  // Those before it are not larger; the largest of them is its neighbour.
  let lower = -Infinity;
  for (let at = 0; at < middle; at++) lower = Math.max(lower, numbers[at]!);
  return (lower + upper) / 2;
}

/** The number that would be at a place if they were sorted (Hoare's quickselect); what is before it then is not larger. */
function select(numbers: Float64Array, place: number): number {
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
    if (place <= high) last = high;
    else if (place >= low) first = low;
    else break;
  }
  return numbers[place]!;
}
