import type { SourceFile } from '../source/source-file.ts';
import { wholeText } from './read-files.ts';

/** What changes in a file, as `git apply` takes it: paths are relative to the root, as git has them. */
export async function patchOf(before: SourceFile, after: SourceFile): Promise<string> {
  const { structuredPatch } = await import('diff/lib/patch/create.js');
  const { hunks } = structuredPatch('', '', wholeText(before), wholeText(after), undefined, undefined, { context: 3 });
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  const { path } = before;
  return `${[`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}`, `--- ${named(`a/${path}`)}`, `+++ ${named(`b/${path}`)}`, ...lines].join('\n')}\n`;
}

/** A name with a space needs an end that can be seen. */
const named = (path: string): string => (/ /.test(path) && quoted(path) === path ? `${path}\t` : quoted(path));

/** A name as git quotes it: control characters, quotes and backslashes as C has them. */
function quoted(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what git quotes.
  const escaped = path.replace(/[\u0000-\u001f"\\\u007f]/g, (character) =>
    /["\\]/.test(character) ? `\\${character}` : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return escaped === path ? path : `"${escaped}"`;
}
