/** The value below which the given part of the sorted numbers lies, interpolated. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((left, right) => left - right);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

/** Median and quartiles. */
export function summarize(numbers) {
  return { median: quantile(numbers, 0.5), q1: quantile(numbers, 0.25), q3: quantile(numbers, 0.75) };
}
