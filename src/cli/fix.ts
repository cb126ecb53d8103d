import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LintInput } from '../engine/lint.ts';
import type { FixResult } from '../engine/lint-and-fix.ts';
import { counted } from '../reporters/reporter.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type Output, writeWhole } from './output.ts';
import { encode, textOf, wholeText } from './read-files.ts';
import { say } from './say.ts';
import { UsageError, type World } from './world.ts';

/** What the command line says of fixing. */
export interface FixArguments {
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** Whether a run fixes: writes files, or shows what it would write. @throws UsageError for options that don't go together */
export function fixMode({ fix, fixDryRun, staged, stdin, stdinFilename }: FixArguments): 'write' | 'show' | undefined {
  if (fix && fixDryRun)
    throw new UsageError('--fix writes files and --fix-dry-run writes none: leave one of them out.');
  if (fix && staged) {
    throw new UsageError(
      '--fix writes files, and --staged checks what is in the index: leave out --staged, and stage again what was fixed.',
    );
  }
  if (fix && (stdin || stdinFilename !== undefined)) {
    throw new UsageError('--fix writes files, and --stdin has none: use --fix-dry-run, which prints a patch.');
  }
  return fix ? 'write' : fixDryRun ? 'show' : undefined;
}

/** Nothing but the patch goes to standard output. @throws UsageError */
export function refuseBesidePatch(outputs: readonly Output[]): void {
  const unfiled = outputs.find(({ file }) => file === undefined)?.format;
  if (unfiled === undefined) return;
  throw new UsageError(`--fix-dry-run prints a patch: give the report a file, --format ${unfiled}:report.${unfiled}`);
}

/**
 * Writes what was fixed, or prints it as a patch.
 *
 * @returns false when a file was left alone, because somebody else had changed it
 * @throws UsageError for a file that can't be written
 */
export async function carryOut(
  mode: 'write' | 'show',
  { changed, fixed }: FixResult,
  input: LintInput,
  root: string,
  world: World,
): Promise<boolean> {
  const read = new Map([...input.files, ...(input.parameters ?? [])].map((file) => [file.path, file]));
  const pairs = changed.map((after) => ({ before: read.get(after.path) as SourceFile, after }));
  const tell = (text: string) => say(world, `azlocal-lint: ${text}.`);
  const { patchOf } = await import('./patch.ts');
  const left: string[] = [];
  for (const { before, after } of pairs) {
    if (mode === 'show') world.stdout(await patchOf(before, after));
    else if (!(await rewrite(before, after, root))) left.push(after.path);
  }
  const extent = `${counted(fixed, 'problem')} in ${counted(changed.length, 'file')}`;
  if (fixed === 0) tell('there is nothing that --fix can fix');
  else if (mode === 'show') tell(`--fix would fix ${extent}`);
  else
    tell(
      left.length === changed.length
        ? 'nothing was fixed'
        : `fixed ${extent}${left.length > 0 ? ', but for those below' : ''}`,
    );
  for (const path of left) tell(`${path} was changed by somebody else meanwhile, so it was left alone. Run again`);
  return left.length === 0;
}

/** Writes a file in the encoding it has; false when it isn't what was read any more. */
async function rewrite(before: SourceFile, after: SourceFile, root: string): Promise<boolean> {
  const path = resolve(root, before.path);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined || textOf(bytes) !== wholeText(before)) return false;
  await writeWhole(path, encode(wholeText(after), bytes), root);
  return true;
}
