import { join } from 'node:path';
import { filesBelow, read } from '../../scripts/fixtures.js';
import { type LintInput, SourceFile } from '../../src/index.ts';
import { root } from '../support/fixtures.ts';

const folder = 'fixtures/every-rule-at-once';

const below = (name: string) =>
  filesBelow(join(root, folder, name)).map((path) => {
    const { text } = read(path);
    return new SourceFile(path, text);
  });

/** A small estate that breaks every rule, with its base and its live state. */
export const everyRuleAtOnce = (): LintInput & { base: SourceFile[]; live: SourceFile[]; files: SourceFile[] } => ({
  files: below('now'),
  base: below('before'),
  live: [new SourceFile(`${folder}/live.json`, read(`${folder}/live.json`).text)],
});
