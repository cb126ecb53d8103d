import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, configNames, readConfig, unknownRule } from '../config/config.ts';
import { type LintOptions, lint, type Severities } from '../engine/lint.ts';
import { ownRules } from '../engine/own-rules.ts';
import type { Report } from '../engine/report.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import { nearest } from '../model/nearest.ts';
import type { Release } from '../model/release.ts';
import { type Format, formatNames, reporters } from '../reporters/index.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { SourceFile } from '../source/source-file.ts';
import { decode, exists, findFiles, type ReadFiles, readFiles, relativePath, repositoryRoot } from './files.ts';
import { readCommit, resolveRef } from './git.ts';
import { version } from './main.ts';
import { exitCodes, UsageError, type World } from './world.ts';

/** The options of `azlocal-lint [paths…]`, as commander hands them over. */
export interface LintArguments {
  readonly base?: string;
  readonly live?: readonly string[];
  readonly whatIf?: readonly string[];
  readonly parameters?: readonly string[];
  readonly release?: Release;
  readonly format?: readonly string[];
  readonly output?: string;
  readonly plan?: string;
  readonly rule?: readonly string[];
  readonly rules?: readonly string[];
  readonly failOn?: Severity | 'none';
  readonly maxWarnings?: number;
  /** A path, or false for `--no-config`; true when neither was given. */
  readonly config?: string | boolean;
  readonly ignore?: readonly string[];
  readonly stdin?: boolean;
  readonly stdinFilename: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly explainValues?: boolean;
  readonly color?: boolean;
}

/** Checks specs: read, lint, report, exit code. @throws UsageError */
export async function lintCommand(paths: readonly string[], options: LintArguments, world: World): Promise<number> {
  const started = world.now();
  const outputs = parseFormats(options);
  const root = await repositoryRoot(world.cwd);
  const own = await loadRules(options.rules ?? [], world.cwd);
  const known = [...builtInRules, ...ownRules, ...own];
  const { config, folder } = await findConfig(options, known, root, world.cwd);
  const matcher = await globs(root, folder);

  const ignore = [
    ...(config.ignore ?? []).map((glob) => matcher(glob)),
    ...(options.ignore ?? []).map((glob) => matcher(glob, world.cwd)),
  ];
  const input = await readInput(paths, options, root, world, (path) => ignore.some((matches) => matches(path)));
  const base = await readBase(options.base ?? config.base, root, world.cwd);
  const live = await readNamed(options.live, root, world.cwd, '--live');
  const whatIf = await readNamed(options.whatIf, root, world.cwd, '--what-if');
  const parameters = await readNamed(options.parameters, root, world.cwd, '--parameters');
  const lintOptions: LintOptions = {
    ...((options.release ?? config.release) ? { release: (options.release ?? config.release) as Release } : {}),
    severities: { ...config.rules, ...parseSeverities(options.rule ?? [], known) },
    overrides: (config.overrides ?? []).map(({ paths: wanted, rules }) => {
      const matches = wanted.map((glob) => matcher(glob));
      return { matches: (path: string) => matches.some((match) => match(path)), severities: rules };
    }),
    parameterPairs: (config.parameters ?? []).map(({ template, files }) => {
      const matches = files.map((glob) => matcher(glob));
      return { template: matcher(template), parameters: (path: string) => matches.some((match) => match(path)) };
    }),
    rules: own,
  };
  const report = await lint(
    {
      files: input.files,
      unreadable: [...input.unreadable, ...(base?.unreadable ?? [])],
      ...(base ? { base: base.files } : {}),
      ...(live ? { live } : {}),
      ...(whatIf ? { whatIf } : {}),
      ...(parameters ? { parameters } : {}),
    },
    lintOptions,
  );
  const code = exitCodeOf(
    report,
    options.failOn ?? config.failOn ?? 'error',
    options.maxWarnings ?? config.maxWarnings,
  );
  await write(report, outputs, code, options, world, world.now() - started);
  if (options.plan !== undefined) {
    const { plan } = await import('../reporters/plan.ts');
    await writeWhole(resolve(world.cwd, options.plan), plan(report));
  }
  return code;
}

function exitCodeOf(report: Report, failOn: Severity | 'none', maxWarnings = Number.POSITIVE_INFINITY): number {
  if (report.failures.length > 0) return exitCodes.incomplete;
  const failing: readonly Severity[] = {
    error: ['error'],
    warning: ['error', 'warning'],
    note: ['error', 'warning', 'note'],
    none: [],
  }[failOn] as Severity[];
  const warnings = report.findings.filter(({ severity }) => severity === 'warning').length;
  return warnings > maxWarnings || report.findings.some(({ severity }) => failing.includes(severity))
    ? exitCodes.findings
    : exitCodes.clean;
}

interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** `text`, `sarif:out.sarif`; a format without a file goes to `--output`, else to standard output. */
function parseFormats({ format = ['text'], output }: LintArguments): Output[] {
  const outputs = format.map((value): Output => {
    const colon = value.indexOf(':');
    const name = colon < 0 ? value : value.slice(0, colon);
    const file = colon < 0 ? output : value.slice(colon + 1);
    if (!formatNames.includes(name as Format)) {
      const meant = nearest(name, formatNames);
      throw new UsageError(
        `there is no format "${name}". ${meant === undefined ? `There are: ${formatNames.join(', ')}.` : `Did you mean "${meant}"?`}`,
      );
    }
    return { format: name as Format, ...(file === undefined ? {} : { file }) };
  });
  const targets = outputs.map(({ file }) => file ?? 'standard output');
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined)
    throw new UsageError(
      `two formats would be written to ${twice}. Give one of them a file: --format sarif:report.sarif`,
    );
  return outputs;
}

function parseSeverities(settings: readonly string[], rules: readonly Rule[]): Severities {
  const known = rules.flatMap(({ id, name }) => [id, name]);
  return Object.fromEntries(
    settings.map((setting) => {
      const [name = '', severity = ''] = setting.split('=');
      if (!known.includes(name)) throw new UsageError(`--rule ${setting}: ${unknownRule(name, known)}`);
      if (!['error', 'warning', 'note', 'off'].includes(severity)) {
        throw new UsageError(
          `--rule ${setting}: the severity must be error, warning, note or off, as in --rule ${name}=warning.`,
        );
      }
      return [name, severity as Severity | 'off'];
    }),
  );
}

/** Users' rules: code is loaded only when it is named here. */
async function loadRules(modules: readonly string[], cwd: string): Promise<Rule[]> {
  const loaded: Rule[] = [];
  for (const path of modules) {
    const url = pathToFileURL(resolve(cwd, path)).href;
    const module = (await import(url).catch((error: Error) => {
      throw new UsageError(`--rules ${path}: ${error.message}`);
    })) as { default?: Rule | readonly Rule[] };
    const rules = module.default === undefined ? [] : [module.default].flat();
    if (rules.length === 0)
      throw new UsageError(`--rules ${path}: it must export a rule, or a list of rules, by default.`);
    for (const rule of rules) {
      if (!/^AZL9\d{3}$/.test(rule?.id ?? ''))
        throw new UsageError(
          `--rules ${path}: the id of a rule of your own must be AZL9 and three digits, not "${rule?.id}".`,
        );
      loaded.push(rule);
    }
  }
  return loaded;
}

async function findConfig(
  { config: wanted }: LintArguments,
  rules: readonly Rule[],
  root: string,
  cwd: string,
): Promise<{ config: Config; folder: string }> {
  if (wanted === false) return { config: {}, folder: root };
  const path = typeof wanted === 'string' ? resolve(cwd, wanted) : await nearestConfig(root, cwd);
  if (path === undefined) return { config: {}, folder: root };
  const { files, unreadable } = await readFiles([path], root);
  const [file] = files;
  if (!file) throw new UsageError(`configuration ${unreadable[0]?.path}: ${unreadable[0]?.message}`);
  const result = await readConfig(file, rules);
  if ('complaints' in result) throw new UsageError(`the configuration is not right.\n${result.complaints.join('\n')}`);
  return { config: result.config, folder: dirname(path) };
}

/** The nearest configuration upwards, not beyond the root of the repository. */
async function nearestConfig(root: string, cwd: string): Promise<string | undefined> {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of configNames) if (await exists(join(folder, name))) return join(folder, name);
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}

/** Globs relative to a folder (the configuration's own, unless named) as predicates on paths relative to the root. */
async function globs(
  root: string,
  folder: string,
): Promise<(glob: string, from?: string) => (path: string) => boolean> {
  const { default: ignore } = await import('ignore');
  return (glob, from = folder) => {
    const prefix = relativePath(root, from);
    const matcher = ignore().add(glob.replace(/^\.\//, '/'));
    return (path) => {
      const inside = prefix === '.' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
      return inside !== undefined && !inside.startsWith('../') && matcher.ignores(inside);
    };
  };
}

async function readInput(
  paths: readonly string[],
  options: LintArguments,
  root: string,
  world: World,
  ignored: (path: string) => boolean,
): Promise<ReadFiles> {
  if (options.stdin) {
    const path = relativePath(root, resolve(world.cwd, options.stdinFilename));
    try {
      return { files: [new SourceFile(path, decode(await world.stdin()))], unreadable: [] };
    } catch (error) {
      return { files: [], unreadable: [{ path, message: (error as Error).message }] };
    }
  }
  const found = await findFiles(paths.length > 0 ? paths : ['.'], world.cwd, root, ignored);
  return readFiles(found, root);
}

/** The base: a path, or a commit; `path:` and `git:` say which when both exist. */
async function readBase(base: string | undefined, root: string, cwd: string): Promise<ReadFiles | undefined> {
  if (base === undefined) return undefined;
  if (base.startsWith('git:')) return { files: await readCommit(root, base.slice(4)), unreadable: [] };
  const path = base.replace(/^path:/, '');
  const isPath = await exists(resolve(cwd, path));
  if (!base.startsWith('path:')) {
    if (isPath && (await resolveRef(root, base)) !== undefined) {
      throw new UsageError(
        `--base "${base}" is a path and a git ref. Say which: --base path:${base} or --base git:${base}`,
      );
    }
    if (!isPath) return { files: await readCommit(root, base), unreadable: [] };
  }
  return readFiles(await findFiles([path], cwd, root, () => false), root);
}

async function readNamed(
  paths: readonly string[] | undefined,
  root: string,
  cwd: string,
  flag: string,
): Promise<SourceFile[] | undefined> {
  if (paths === undefined) return undefined;
  const { files, unreadable } = await readFiles(
    paths.map((path) => resolve(cwd, path)),
    root,
  );
  if (unreadable[0]) throw new UsageError(`${flag} ${unreadable[0].path}: ${unreadable[0].message}`);
  return files;
}

async function write(
  report: Report,
  outputs: readonly Output[],
  exitCode: number,
  options: LintArguments,
  world: World,
  durationMs: number,
): Promise<void> {
  const common = {
    verbose: options.verbose ?? false,
    quiet: options.quiet ?? false,
    explainValues: options.explainValues ?? false,
    version: await version(),
    exitCode,
    durationMs,
  };
  for (const { format, file } of outputs) {
    const reporter = await reporters[format]();
    const colors = file === undefined && useColors(options.color, world);
    const text = reporter(report, { ...common, colors, ...(world.width === undefined ? {} : { width: world.width }) });
    if (file === undefined) world.stdout(text);
    else await writeWhole(resolve(world.cwd, file), text);
  }
}

/** The flag decides, else NO_COLOR and FORCE_COLOR, else whether somebody looks. */
function useColors(flag: boolean | undefined, { env, isTerminal }: World): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  return env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' ? true : isTerminal && env.TERM !== 'dumb';
}

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}${extname(path)}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new UsageError(`can't write ${relative(process.cwd(), path)}: ${(error as Error).message}`);
  }
}
