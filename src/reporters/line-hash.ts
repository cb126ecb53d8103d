/**
 * GitHub's `primaryLocationLineHash` for lines of a text: a rolling hash over 100 characters from the line's start,
 * spaces and tabs left out, and a counter for equal ones.
 * Source: github/codeql-action, src/fingerprints.ts (f3f1edb, June 2026; read 2026-11-22).
 *
 * @param wanted lines, from 1
 */
export function primaryLocationLineHash(text: string, wanted: ReadonlySet<number>): Map<number, string> {
  const { units, starts } = unitsOf(text);
  const seen = new Map<string, number>();
  const result = new Map<number, string>();
  for (const [index, start] of starts.entries()) {
    const window = units.slice(start, start + 100);
    const key = window.join();
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (wanted.has(index + 1)) result.set(index + 1, `${rollingHash(window)}:${count}`);
  }
  return result;
}

/** Characters that count, with an end mark, and where each line starts among them. */
function unitsOf(text: string): { units: number[]; starts: number[] } {
  const units: number[] = [];
  const starts: number[] = [];
  let lineStarts = true;
  let afterReturn = false;
  const push = (unit: number) => {
    if (lineStarts) starts.push(units.length);
    lineStarts = unit === 10;
    units.push(unit);
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 9 || (afterReturn && unit === 10)) {
      afterReturn = false;
      continue;
    }
    afterReturn = unit === 13;
    push(afterReturn ? 10 : unit);
  }
  push(0xffff);
  return { units, starts };
}

function rollingHash(window: readonly number[]): string {
  let hash = 0n;
  for (let index = 0; index < 100; index++) hash = (hash * 37n + BigInt(window[index] ?? 0)) & 0xffff_ffff_ffff_ffffn;
  return hash.toString(16);
}
