/** The candidate nearest to what was typed, unless none is near enough to be a slip of the fingers. */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = countEdits(typed.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

/** ` Did you mean --port?`, or nothing. */
export function didYouMean(typed: string, candidates: readonly string[], prefix = ""): string {
  const candidate = nearest(typed, candidates);
  return candidate === undefined ? "" : ` Did you mean ${prefix}${candidate}?`;
}

/** Insertions, deletions, exchanges of one letter, and swaps of two neighbours. */
function countEdits(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let edits = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

function at(edits: readonly number[], index: number): number {
  return edits[index] ?? Number.POSITIVE_INFINITY;
}
