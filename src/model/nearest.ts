/**
 * The candidate that a misspelt word most likely means, or undefined when none is near. Letter case does not count.
 *
 * @param maximum largest number of edits (insert, remove, replace, swap neighbours); by default a third of the word, at most 3
 */
export function nearest(
  word: string,
  candidates: readonly string[],
  maximum = Math.min(3, Math.ceil(word.length / 3)),
): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = maximum + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replace, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (before[j - 2] as number) + 1);
      }
      row.push(distance);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] as number;
}

/**
 * Whether a word is one slip of the pen away from one candidate and at least three from every other: then there is no doubt
 * what it means. Short words are too near to each other.
 */
export const isSlip = (word: string, meant: string, candidates: readonly string[]): boolean =>
  word.length >= 4 &&
  nearest(word, [meant], 1) !== undefined &&
  candidates.every((candidate) => candidate === meant || nearest(word, [candidate], 2) === undefined);
