import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { releases } from '../model/release.ts';
import { formatNames } from '../reporters/index.ts';
import type { LintArguments } from './lint-command.ts';
import { version } from './main.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const examples = `
Examples:
  azlocal-lint                                   check this folder
  azlocal-lint --base origin/main specs/         what can't be changed, but changes?
  azlocal-lint --live live.json vm.json          compare with what is deployed
  azlocal-lint --format text --format sarif:out.sarif .
  azlocal-lint explain AZL1104                   why, with an example

Exit codes: 0 clean, 1 findings, 2 wrong arguments or configuration, 3 analysis incomplete.`;

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

const count = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
};

/** Parses the arguments and runs what they ask for. @throws UsageError */
export async function runCommand(args: readonly string[], world: World): Promise<number> {
  let code: number = exitCodes.clean;
  const done = async (result: Promise<number>) => {
    code = await result;
  };
  const program = new Command('azlocal-lint')
    .description('Finds what Azure Local (multi-rack) will refuse or can never repair, in VM and network specs.')
    .argument('[paths...]', 'files, folders or globs (default: this folder)')
    .option(
      '--base <path or ref>',
      'compare with older specs: a file, a folder, or a git ref (path: and git: say which)',
    )
    .option('--live <file>', 'JSON of live resources, from az … show or list (repeatable)', collect)
    .option('--what-if <file>', 'JSON of az deployment … what-if --no-pretty-print (repeatable)', collect)
    .option('--parameters <file>', 'parameter file for the templates (repeatable)', collect)
    .addOption(new Option('--release <release>', 'release of the platform').choices([...releases]))
    .option('--format <format[:file]>', `${formatNames.join(', ')}; with a file to write to (repeatable)`, collect)
    .option('-o, --output <file>', 'write the report to a file')
    .option('--plan <file>', 'write a replacement plan in Markdown: the way out of what can never be changed')
    .option('--rule <rule=severity>', 'error, warning, note or off for a rule (repeatable)', collect)
    .option('--rules <module>', 'load rules of your own (repeatable)', collect)
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails').choices(['error', 'warning', 'note', 'none']),
    )
    .option('--max-warnings <number>', 'fail when there are more warnings', count)
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'do not look for a configuration file')
    .option('--ignore <glob>', 'leave out files (repeatable)', collect)
    .option('--stdin', 'read one spec from standard input')
    .option('--stdin-filename <name>', 'name of what comes from standard input', 'stdin.json')
    .option('-q, --quiet', 'errors only; silence when there are none')
    .option('-v, --verbose', 'also say why each file was skipped and how resources were paired')
    .option('--explain-values', 'also say how the values came about that findings are about')
    .option('--color', 'colours even when piped')
    .option('--no-color', 'no colours')
    .version(await version(), '-V, --version')
    .addHelpText('after', examples)
    .action((paths: string[], options: LintArguments) =>
      done(import('./lint-command.ts').then(({ lintCommand }) => lintCommand(paths, options, world))),
    );
  program
    .command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .action((_: unknown, command: Command) =>
      done(
        import('./rule-commands.ts').then(({ listRules }) =>
          listRules(command.optsWithGlobals<{ format?: unknown }>(), world),
        ),
      ),
    );
  program
    .command('explain')
    .description('say why a rule exists, with its evidence and an example')
    .argument('<rule>', 'id or name')
    .action((rule: string) => done(import('./rule-commands.ts').then(({ explain }) => explain(rule, world))));
  program
    .command('schema')
    .description('print a JSON Schema: spec (compact spec), config, report')
    .argument('<name>', 'spec, config or report')
    .action((name: string) => done(import('./rule-commands.ts').then(({ printSchema }) => printSchema(name, world))));

  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => world.stdout(text),
        writeErr: () => undefined,
      });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.clean;
    throw new UsageError(`${error.message.replace(/^error: /, '')}\nTry "azlocal-lint --help".`);
  }
}
