import { type Command, CommanderError } from 'commander';
import { nearest } from '../model/nearest.ts';
import { hookWords, hostWords } from './init/words.ts';
import type { InitArguments } from './init-command.ts';
import type { LintArguments } from './lint-command.ts';
import { exists } from './paths.ts';
import type { PrintConfigArguments } from './print-config-command.ts';
import { choice, describeProgram } from './program.ts';
import type { RuleArguments } from './rule-commands.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const baselineHelp = `
The baseline is azlocal-lint-baseline.json where the configuration stands (without one, in the root of the repository),
the file that the configuration names under "baseline", or the one of --baseline. Check as your runs do: same paths,
same --base, same preset.`;

/** Parses the arguments and runs what they ask for. @throws UsageError */
export async function runCommand(args: readonly string[], world: World): Promise<number> {
  let code: number = exitCodes.clean;
  const run =
    (result: (options: LintArguments & RuleArguments & PrintConfigArguments) => Promise<number>) => async () => {
      code = await result(program.opts());
    };
  const program = describeProgram(world);
  const commands = () => import('./rule-commands.ts');
  program.action((paths: string[]) =>
    run(async (options) => {
      if (options.printConfig !== undefined)
        return (await import('./print-config-command.ts')).printConfigCommand(options.printConfig, options, world);
      await refuseMisspeltCommand(paths, program, world);
      return (await import('./lint-command.ts')).lintCommand(paths, options, world);
    })(),
  );
  program
    .command('audit')
    .description('check everything with all rules, and write a report for people: text, markdown, csv, json or sarif')
    .argument('[paths...]', 'files, folders or globs')
    .action((paths: string[]) =>
      run(async (options) => (await import('./audit-command.ts')).auditCommand(paths, options, world))(),
    );
  program
    .command('plan')
    .description('print the address plan: prefixes, pools and who has which addresses; with --format json for programs')
    .argument('[paths...]', 'files, folders or globs')
    .action((paths: string[]) =>
      run(async (options) => (await import('./plan-command.ts')).planCommand(paths, options, world))(),
    );
  describeBaseline(program, (command) => async (paths, own) => {
    const chosen = (await import('./baseline-command.ts'))[command];
    await run((options) => chosen(paths, { ...options, ...own }, world))();
  });
  program
    .command('merge')
    .description('make one SARIF log of those of a run that was split over several machines')
    .argument('<logs...>', 'files that --format sarif wrote')
    .action((logs: string[]) =>
      run(async (options) => (await import('./merge-command.ts')).mergeCommand(logs, options, world))(),
    );
  program
    .command('suppressions')
    .description('list what is accepted, by whom it is said, why and until when; with --format json for programs')
    .argument('[paths...]', 'files, folders or globs')
    .action((paths: string[]) =>
      run(async (options) => (await import('./suppressions-command.ts')).suppressionsCommand(paths, options, world))(),
    );
  program
    .command('rules')
    .description('list the rules; with --format json for programs')
    .action(run(async (options) => (await commands()).listRules(options, world)));
  program
    .command('explain')
    .description('say why a rule exists, with its evidence and an example')
    .argument('<rule>', 'id or name')
    .action((rule: string) => run(async (options) => (await commands()).explain(rule, options, world))());
  program
    .command('schema')
    .description('print a JSON Schema: of compact specs, the configuration, the JSON report, an audit or a baseline')
    .argument('<name>', 'spec, config, report, audit or baseline')
    .action((name: string) => run(async () => (await commands()).printSchema(name, world))());
  program
    .command('init')
    .description('set up a repository: configuration, hook and check of pull requests; overwrites nothing')
    .argument('[folder]', 'a folder of the repository', '.')
    .option('-y, --yes', 'ask nothing: take what is detected, and what --release, --preset, --base … say')
    .option('--dry-run', 'show what would be written, and write nothing')
    .addOption(choice('--hook <manager>', 'what runs the hook before a commit', hookWords))
    .addOption(choice('--check <host>', 'what checks pull requests', hostWords))
    .action((folder: string, own: InitArguments) =>
      run(async (options) => (await import('./init-command.ts')).initCommand(folder, { ...options, ...own }, world))(),
    );
  for (const command of withSubcommands(program)) quiet(command, world);
  program.hook('preAction', (_, command) => {
    if (command !== program && program.opts().shard !== undefined)
      throw new UsageError(`--shard splits a check; ${command.name()} takes all files at once.`);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return exitCodes.clean;
    throw new UsageError(await inOneLine(error, args, namesOf(program), world));
  }
}

type BaselineCommand = 'createBaseline' | 'pruneBaseline' | 'showBaseline';

/** The commands about accepted findings. */
function describeBaseline(
  program: Command,
  action: (command: BaselineCommand) => (paths: string[], own: { readonly force?: boolean }) => Promise<void>,
): void {
  const baseline = program
    .command('baseline')
    .description('accept what is found today, so that runs with --baseline report what is new')
    .addHelpText('after', baselineHelp);
  const files = 'files, folders or globs';
  baseline
    .command('create')
    .description('write down all that is found')
    .argument('[paths...]', files)
    .option('--force', 'also when there is a baseline already')
    .action(action('createBaseline'));
  baseline
    .command('prune')
    .description('drop what is fixed; adds nothing, and keeps what this run cannot see')
    .argument('[paths...]', files)
    .action(action('pruneBaseline'));
  baseline
    .command('show')
    .description('list what is accepted: what is still there, and what is fixed; with --format json for programs')
    .argument('[paths...]', files)
    .action(action('showBaseline'));
}

const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)];

/** Commander neither prints nor exits: what it has to say comes back as an error. */
function quiet(command: Command, world: World): void {
  command
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => world.stdout(text), writeErr: () => undefined });
}

/** `explian AZL1104` names two files that don't exist; that is not what is wrong with it. */
async function refuseMisspeltCommand(paths: readonly string[], program: Command, { cwd }: World): Promise<void> {
  const [first] = paths;
  if (first === undefined || /[./\\*]/.test(first) || (await exists(`${cwd}/${first}`))) return;
  const meant = nearest(first, namesOf(program));
  if (meant !== undefined) {
    throw new UsageError(`there is no command, file or folder "${first}". Did you mean "azlocal-lint ${meant}"?`);
  }
}

const namesOf = (program: Command): string[] => program.commands.map((command) => command.name());

async function inOneLine(
  error: CommanderError,
  args: readonly string[],
  commands: readonly string[],
  { cwd }: World,
): Promise<string> {
  if (error.code === 'commander.help') return 'baseline needs to know what to do: create, prune or show.';
  const message = error.message.replace(/^error: /, '').replace(/\n\((Did you mean .*)\)$/, '. $1');
  const folder = args.find((argument) => commands.includes(argument)) ?? '';
  const isFolder = error.code === 'commander.excessArguments' && (await exists(`${cwd}/${folder}`));
  return `${message}\n${isFolder ? `For the folder of that name, write ./${folder}. ` : ''}Try "azlocal-lint --help".`;
}
