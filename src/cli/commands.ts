import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { presets } from '../engine/rule.ts';
import type { Shard } from '../engine/shard.ts';
import { unknownWord } from '../engine/unknown.ts';
import { nearest } from '../model/nearest.ts';
import { releases } from '../model/release.ts';
import { formatNames } from '../reporters/index.ts';
import { hookWords, hostWords } from './init/words.ts';
import type { InitArguments } from './init-command.ts';
import type { LintArguments } from './lint-command.ts';
import { version } from './package.ts';
import { exists } from './paths.ts';
import type { PrintConfigArguments } from './print-config-command.ts';
import type { RuleArguments } from './rule-commands.ts';
import { exitCodes, UsageError, type World } from './world.ts';

const afterHelp = `
Examples:
  azlocal-lint init                            set up this repository
  azlocal-lint                                 check this folder
  azlocal-lint specs '!specs/old/**'           a folder, without a part of it
  azlocal-lint --base origin/main              what does this branch change that can't be changed?
  azlocal-lint --base HEAD --quiet             in a git hook
  azlocal-lint --live vm.json machines         compare with what "az stack-hci-vm show" printed
  azlocal-lint --format text --format sarif:out.sarif
  azlocal-lint --rule ipv6-address=warning --rule AZL8003=error
  azlocal-lint --preset strict                 all rules, advice too
  azlocal-lint --fix-dry-run | git apply       fix what is safe to fix; --fix does it at once
  azlocal-lint audit --live live.json --format markdown:audit.md
  azlocal-lint baseline create                 accept what is there today; then: --baseline azlocal-lint-baseline.json
  azlocal-lint plan specs                      who has which addresses
  azlocal-lint explain AZL1104                 why, with an example

Exit codes:
  0  clean
  1  findings at or above --fail-on (error, unless told otherwise), or more than --max-warnings
  2  wrong arguments or configuration
  3  analysis incomplete: a file can't be read, a limit was hit, a rule crashed

Configuration: azlocal-lint.yaml in this folder, or the nearest one above it in the repository.
For a folder that is called like a command, write ./rules.`;

const baselineHelp = `
The baseline is azlocal-lint-baseline.json where the configuration stands (without one, in the root of the repository),
the file that the configuration names under "baseline", or the one of --baseline. Check as your runs do: same paths,
same --base, same preset.`;

const collect = (value: string, previous: string[] = []): string[] => [...previous, value];

const count = (value: string): number => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
};

/** `2/4`: the second of four shares. */
const share = (value: string): Shard => {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(value)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new InvalidArgumentError('Write which share of how many it is, such as 2/4: the second of four.');
  return { index, count };
};

/** `--release <release>`: an option that takes one of a few words. */
const choice = (flags: string, description: string, words: readonly string[]): Option =>
  new Option(flags, description).choices(words).argParser((value) => {
    const [flag = '', kind = ''] = flags.split(/ <|>/);
    if (!words.includes(value)) throw new UsageError(`${flag} ${value}: ${unknownWord(kind, value, words)}`);
    return value;
  });

/** Parses the arguments and runs what they ask for. @throws UsageError */
export async function runCommand(args: readonly string[], world: World): Promise<number> {
  let code: number = exitCodes.clean;
  const run =
    (result: (options: LintArguments & RuleArguments & PrintConfigArguments) => Promise<number>) => async () => {
      code = await result(program.opts());
    };
  const program = await describeProgram(world);
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

async function describeProgram(world: World): Promise<Command> {
  return new Command('azlocal-lint')
    .description('Finds what Azure Local (multi-rack) will refuse or can never repair, in VM and network specs.')
    .argument('[paths...]', 'files, folders or globs; "!glob" leaves out (default: this folder)')
    .configureHelp({ helpWidth: world.width ?? 100 })
    .optionsGroup('What to check:')
    .option('--ignore <pattern>', 'leave out files, as in .gitignore (repeatable)', collect)
    .option('--parameters <file>', 'parameter file for the templates (repeatable)', collect)
    .option('--stdin', 'read one spec from standard input')
    .option('--stdin-filename <name>', 'the same, and the file name that it would have')
    .option('--max-file-size <MB>', 'do not read larger files (default: 20)', count)
    .option(
      '--timeout <seconds>',
      'stop a file that takes longer (default: 60 for large ones, and with --rules)',
      count,
    )
    .option('--shard <index/count>', 'judge only a share of the files, such as 2/4: for several machines', share)
    .optionsGroup('What to compare it with:')
    .option('--base <path or ref>', 'older specs: a file, a folder or a git ref ("path:" and "git:" say which)')
    .option('--merge-base', 'compare with the last commit in common with the base')
    .option('--staged', 'check what is staged, against the last commit: for hooks')
    .option('--changed-since <ref>', 'check only what differs from a git ref, and what depends on it')
    .option('--live <file>', 'JSON of what is deployed, from az … show or list (repeatable)', collect)
    .option('--what-if <file>', 'JSON of az deployment … what-if --no-pretty-print (repeatable)', collect)
    .option('--closed-world', 'what the files refer to in their own resource groups must be in them')
    .optionsGroup('Rules:')
    .addOption(choice('--release <release>', 'release of the platform', releases))
    .addOption(choice('--preset <preset>', 'which rules: recommended (default), seed or strict', presets))
    .option('--rule <rule=severity>', 'error, warning, note or off (repeatable)', collect)
    .option('--no-suppressions', 'report also what comments, metadata and the configuration accept')
    .option('--rules <module>', 'load rules of your own (repeatable)', collect)
    .addOption(choice('--fail-on <severity>', 'lowest severity that fails', ['error', 'warning', 'note', 'none']))
    .option('--max-warnings <number>', 'fail when there are more warnings', count)
    .option('--baseline <file>', 'report only what is not in this list of accepted findings')
    .option('--no-baseline', 'report all, whatever the configuration says')
    .option('--config <file>', 'configuration, in place of the one that is found')
    .option('--no-config', 'no configuration')
    .optionsGroup('Report:')
    .option('--format <format[:file]>', `${formatNames.join(', ')}; with a file to write to (repeatable)`, collect)
    .option('-o, --output <file>', 'write the report to a file')
    .option('--plan <file>', 'write the way out of what can never be changed, in Markdown')
    .option('-q, --quiet', 'errors only; silence when there are none')
    .option('-v, --verbose', 'also what became of each file, and how resources were paired with the base')
    .option('--explain-values', 'also how the values came about that findings are about')
    .option('--report-suppressed', 'in SARIF, also the findings that are accepted, with the reason')
    .option('--report-unknown', 'also the checked values that only the deployment knows, with their places')
    .option('--print-config [file]', 'check nothing: print which settings apply to a file, and why')
    .option('--color', 'colours even when piped')
    .option('--no-color', 'no colours')
    .optionsGroup('Fixes:')
    .option('--fix', 'write what is safe to fix to the files, and report what remains')
    .option('--fix-dry-run', 'print what --fix would write as a patch for "git apply"')
    .optionsGroup('About:')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', afterHelp);
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
