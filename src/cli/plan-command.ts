import { resolve } from 'node:path';
import type { AddressPlan } from '../engine/address-plan.ts';
import { unknownWord } from '../engine/unknown.ts';
import { addressPlanJson, addressPlanText } from '../reporters/address-plan.ts';
import { check } from './check.ts';
import { readInput } from './input.ts';
import type { LintArguments } from './lint-command.ts';
import { useColors, writeWhole } from './output.ts';
import { version } from './package.ts';
import { relativePath } from './paths.ts';
import { Progress } from './progress.ts';
import { say } from './say.ts';
import { readSettings } from './settings.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const formats = ['text', 'json'];

/** `azlocal-lint plan [paths…]`: who has which addresses. @throws UsageError */
export async function planCommand(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!formats.includes(format)) throw new UsageError(unknownWord('format', format, formats));
  const progress = new Progress(world, options.quiet ?? false);
  try {
    const settings = await readSettings(paths, options, world);
    const input = await readInput(options, settings, world, progress);
    const made = await check('plan', input, paths, options, settings, world);
    const plan = seenFrom(world.cwd, settings.root, made.plan, format);
    progress.end();
    const { output } = options;
    const colors = output === undefined && useColors(options.color, world);
    const text = format === 'json' ? addressPlanJson(plan, version()) : addressPlanText(plan, { colors });
    if (output === undefined) world.stdout(text);
    else await writeWhole(output, text, world.cwd);
    for (const problem of made.problems) say(world, `azlocal-lint: ${problem}`);
    return made.problems.length > 0 ? exitCodes.incomplete : exitCodes.clean;
  } finally {
    progress.end();
  }
}

/** People open what they read from where they stand; programs want one address for a file. */
function seenFrom(folder: string, root: string, plan: AddressPlan, format: string): AddressPlan {
  if (format === 'json' || folder === root) return plan;
  const seen = (path: string) => relativePath(folder, resolve(root, path));
  return { ...plan, networks: plan.networks.map((network) => ({ ...network, path: seen(network.path) })) };
}
