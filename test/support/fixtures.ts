import { type Fixture, fixtures, type Text } from '../../scripts/fixtures.js';
import { type LintInput, type LintOptions, type Release, SourceFile } from '../../src/index.ts';

export { type Fixture, filesBelow, fixtures, read, root } from '../../scripts/fixtures.js';
export { compareWants, readWants, withoutWants } from '../../scripts/wants.js';

const sources = (texts: readonly Text[]) => texts.map(({ path, text }) => new SourceFile(path, text));

/** A fixture as `lint()` takes it. */
export function toInput({ files, base, live, whatIf, release, closedWorld }: Fixture): {
  input: LintInput;
  options: LintOptions;
} {
  return {
    input: {
      files: sources(files),
      ...(base ? { base: sources(base) } : {}),
      ...(live ? { live: sources(live) } : {}),
      ...(whatIf ? { whatIf: sources(whatIf) } : {}),
    },
    options: { closedWorld, today: '2026-11-24', ...(release === undefined ? {} : { release: release as Release }) },
  };
}

/** The fixtures of one rule whose file name starts with a word: `bad`, `good`. */
export const fixturesNamed = (rule: string, start: string): Fixture[] =>
  fixtures([rule]).filter((fixture) => (fixture.name.split('/').at(-1) as string).startsWith(start));
