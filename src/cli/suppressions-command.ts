import { unknownWord } from '../engine/unknown.ts';
import { suppressionsJson, suppressionsText } from '../reporters/suppressions.ts';
import { check } from './check.ts';
import { readInput } from './input.ts';
import type { LintArguments } from './lint-command.ts';
import { seenFrom, useColors, writeWhole } from './output.ts';
import { Progress } from './progress.ts';
import { say } from './say.ts';
import { readSettings } from './settings.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const formats = ['text', 'json'];

/** `azlocal-lint suppressions [paths…]`: what is accepted, why and until when. @throws UsageError */
export async function suppressionsCommand(
  paths: readonly string[],
  options: LintArguments,
  world: World,
): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!formats.includes(format)) throw new UsageError(unknownWord('format', format, formats));
  const progress = new Progress(world, options.quiet ?? false);
  try {
    const settings = await readSettings(paths, options, world);
    const input = await readInput(options, settings, world, progress);
    const report = await check('lint', input, paths, options, settings, world);
    progress.end();
    const { output } = options;
    const colors = output === undefined && useColors(options.color, world);
    const text =
      format === 'json'
        ? suppressionsJson(report)
        : suppressionsText(seenFrom(world.cwd, settings.root, report), { colors });
    if (output === undefined) world.stdout(text);
    else await writeWhole(output, text, world.cwd);
    for (const { path, message } of report.failures) {
      say(world, `azlocal-lint: ${path === undefined ? '' : `${path}: `}${message}`);
    }
    return report.failures.length > 0 ? exitCodes.incomplete : exitCodes.clean;
  } finally {
    progress.end();
  }
}
