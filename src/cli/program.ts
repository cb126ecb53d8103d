import { Command, InvalidArgumentError, Option } from 'commander';
import { presets } from '../engine/rule.ts';
import type { Shard } from '../engine/shard.ts';
import { unknownWord } from '../engine/unknown.ts';
import { releases } from '../model/release.ts';
import { formatNames } from '../reporters/index.ts';
import { version } from './package.ts';
import { helpWidth, UsageError, type World } from './world.ts';

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
export const choice = (flags: string, description: string, words: readonly string[]): Option =>
  new Option(flags, description).choices(words).argParser((value) => {
    const [flag = '', kind = ''] = flags.split(/ <|>/);
    if (!words.includes(value)) throw new UsageError(`${flag} ${value}: ${unknownWord(kind, value, words)}`);
    return value;
  });

/** The command as it is without subcommands: a check, with its options. */
export function describeProgram({ width = helpWidth }: Pick<World, 'width'>): Command {
  return new Command('azlocal-lint')
    .description('Finds what Azure Local (multi-rack) will refuse or can never repair, in VM and network specs.')
    .argument('[paths...]', 'files, folders or globs; "!glob" leaves out (default: this folder)')
    .configureHelp({ helpWidth: width })
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
