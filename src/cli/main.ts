import { version } from './package.ts';
import { plainArguments } from './plain-arguments.ts';
import { exitCodes, UsageError, type World } from './world.ts';

/**
 * The command line: reads arguments, runs the command, says what went wrong. Never throws.
 *
 * @returns the exit code
 */
export async function main(args: readonly string[], world: World): Promise<number> {
  // Asked for by scripts on every run: answered without loading anything.
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    world.stdout(`${version()}\n`);
    return exitCodes.clean;
  }
  const help = args.length === 1 && ['--help', '-h'].includes(args[0] ?? '') && world.help?.();
  if (help) {
    world.stdout(help);
    return exitCodes.clean;
  }
  try {
    const plain = plainArguments(args);
    if (plain) return await (await import('./lint-command.ts')).lintCommand(plain.paths, plain.options, world);
    return await (await import('./commands.ts')).runCommand(args, world);
  } catch (error) {
    const { say } = await import('./say.ts');
    if (error instanceof UsageError) {
      say(world, `azlocal-lint: ${error.message}`);
      return exitCodes.usage;
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(world, `azlocal-lint failed: this is a fault of the tool, please report it.\n${detail}`);
    return exitCodes.incomplete;
  }
}
