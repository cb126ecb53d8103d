import { resolve } from 'node:path';
import type { LintOptions, Severities } from '../engine/lint.ts';
import { ownRules } from '../engine/own-rules.ts';
import type { Preset, Rule, Severity } from '../engine/rule.ts';
import { ruleNamed, unknownRule, unknownWord } from '../engine/unknown.ts';
import type { Release } from '../model/release.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { type FoundConfig, findConfig } from './find-config.ts';
import { type PathTest, patternTest } from './ignore.ts';
import type { Thresholds } from './judge.ts';
import { isBelow, repositoryOf } from './paths.ts';
import { bytesPerMegabyte, maximumBytes } from './read-files.ts';
import { loadRules } from './user-rules.ts';
import { UsageError, type World } from './world.ts';

/** What the command line says of how to check. It wins over the configuration. */
export interface SettingArguments {
  readonly release?: Release;
  readonly preset?: Preset;
  readonly closedWorld?: boolean;
  readonly rule?: readonly string[];
  readonly rules?: readonly string[];
  readonly base?: string;
  readonly mergeBase?: boolean;
  readonly staged?: boolean;
  readonly changedSince?: string;
  /** A path, or false for `--no-baseline`. */
  readonly baseline?: string | false;
  /** A path, or false for `--no-config`; true when neither was given. */
  readonly config?: string | boolean;
  readonly ignore?: readonly string[];
  /** False for `--no-suppressions`. */
  readonly suppressions?: boolean;
  readonly failOn?: Thresholds['failOn'];
  readonly maxWarnings?: number;
  /** Megabytes. */
  readonly maxFileSize?: number;
}

/** Configuration and command line as one. */
export interface Settings {
  /** What paths in reports are relative to. */
  readonly root: string;
  /** Where the configuration stands: what its own paths are relative to. */
  readonly folder: string;
  /** What it says by itself. */
  readonly configuration: FoundConfig;
  readonly paths: readonly string[];
  readonly ignored: PathTest;
  /** A base as it was written, and what a path in it is relative to. */
  readonly base: { readonly name: string; readonly folder: string } | undefined;
  /** The file of the accepted findings, absolute. */
  readonly baseline: string | undefined;
  /** Whether the last commit in common with the base is meant, and not the base itself. */
  readonly mergeBase: boolean;
  /** Only what differs from the base, and what depends on it: in the index or in the work tree. */
  readonly changes: 'index' | 'work tree' | undefined;
  readonly check: LintOptions;
  readonly thresholds: Thresholds;
  /** A larger file is not read. */
  readonly maximumBytes: number;
}

/** Reads the configuration and the users' rules, and settles what applies. @throws UsageError */
export async function readSettings(
  written: readonly string[],
  options: SettingArguments,
  { cwd, today }: Pick<World, 'cwd' | 'today'>,
): Promise<Settings> {
  const root = (await repositoryOf(cwd)) ?? cwd;
  const builtIn = [...builtInRules, ...ownRules];
  const own = await loadRules(options.rules ?? [], builtIn, cwd);
  const rules = [...builtIn, ...own];
  const configuration = await findConfig(options.config, rules, root, cwd);
  const { config, folder } = configuration;
  const configured = (patterns: readonly string[] = []) => patternTest(patterns, folder, root);
  const { paths, leftOut } = withoutNegated(written);
  const [ignoredByConfig, ignoredHere] = [
    configured(config.ignore),
    patternTest([...(options.ignore ?? []), ...leftOut], cwd, root),
  ];
  const baseline = baselineOf(options, insideRepository('baseline', config.baseline, folder, root), folder, cwd);
  const release = options.release ?? config.release;
  const preset = options.preset ?? config.preset;
  const closedWorld = options.closedWorld ?? config.closedWorld;
  return {
    root,
    folder,
    configuration,
    paths,
    ignored: (path) =>
      ignoredByConfig(path) || ignoredHere(path) || (baseline !== undefined && resolve(root, path) === baseline),
    base: baseOf(options, insideRepository('base', config.base, folder, root), folder, cwd),
    baseline,
    mergeBase: options.mergeBase ?? false,
    changes: options.staged ? 'index' : options.changedSince === undefined ? undefined : 'work tree',
    check: {
      ...(release === undefined ? {} : { release }),
      ...(preset === undefined ? {} : { preset }),
      ...(closedWorld === undefined ? {} : { closedWorld }),
      severities: config.rules ?? {},
      overrides: [
        ...(config.overrides ?? []).map(({ paths, rules }) => ({ matches: configured(paths), severities: rules })),
        { matches: () => true, severities: parseSeverities(options.rule ?? [], rules) },
      ],
      parameterPairs: (config.parameters ?? []).map(({ template, files }) => ({
        template: configured([template]),
        parameters: configured(files),
      })),
      suppressions: (config.suppressions ?? []).map(({ paths, ...one }) => ({
        ...one,
        ...(paths ? { paths: { written: paths, matches: configured(paths) } } : {}),
      })),
      withoutSuppressions: options.suppressions === false,
      today,
      isPartial: options.staged === true || options.changedSince !== undefined,
      rules: own,
    },
    thresholds: {
      failOn: options.failOn ?? config.failOn ?? 'error',
      maxWarnings: options.maxWarnings ?? config.maxWarnings ?? Number.POSITIVE_INFINITY,
    },
    maximumBytes: options.maxFileSize === undefined ? maximumBytes : options.maxFileSize * bytesPerMegabyte,
  };
}

/** The configuration comes with the specs, perhaps from a stranger: only the command line may lead out of the repository. */
function insideRepository(key: 'base' | 'baseline', path: string | undefined, folder: string, root: string) {
  const leadsOut = (name: string) => isBelow(root, folder) && !isBelow(root, resolve(folder, name));
  if (path !== undefined && leadsOut(path.replace(/^path:/, '')))
    throw new UsageError(
      `the ${key} "${path}" of the configuration leads out of the repository. Name it with --${key}.`,
    );
  return path;
}

/** What to compare with: what is said here, else what the configuration says. Staged content has the last commit before it. */
function baseOf(
  { base, changedSince, staged, mergeBase }: SettingArguments,
  configured: string | undefined,
  folder: string,
  cwd: string,
): Settings['base'] {
  if (changedSince !== undefined && (base !== undefined || staged))
    throw new UsageError('--changed-since names its own base: leave out --base and --staged.');
  if (changedSince !== undefined) return { name: `git:${changedSince}`, folder: cwd };
  if (base !== undefined) return { name: base, folder: cwd };
  if (staged) return { name: 'git:HEAD', folder: cwd };
  if (configured !== undefined) return { name: configured, folder };
  if (mergeBase)
    throw new UsageError('--merge-base needs a base: add --base origin/main, or the branch that you mean.');
  return undefined;
}

/** Which findings are accepted: those of the file that is named here, else of the one that the configuration names. */
function baselineOf(
  { baseline }: SettingArguments,
  configured: string | undefined,
  folder: string,
  cwd: string,
): string | undefined {
  if (baseline === '') throw new UsageError('--baseline is empty. Name a file.');
  if (typeof baseline === 'string') return resolve(cwd, baseline);
  return baseline === false || configured === undefined ? undefined : resolve(folder, configured);
}

/** `!vendor/**` among the paths leaves files out. */
function withoutNegated(written: readonly string[]): { paths: string[]; leftOut: string[] } {
  const leftOut = written.filter((path) => path.startsWith('!')).map((path) => path.slice(1));
  if (leftOut.includes('')) throw new UsageError('"!" needs the files to leave out behind it, such as "!vendor/**".');
  return { paths: written.filter((path) => !path.startsWith('!')), leftOut };
}

const severities = ['error', 'warning', 'note', 'off'];

/** Reads `--rule id=severity`. */
function parseSeverities(settings: readonly string[], rules: readonly Rule[]): Severities {
  return Object.fromEntries(
    settings.map((setting) => {
      const [, name = setting, severity] = /^(.*)=(.*)$/s.exec(setting) ?? [];
      const rule = ruleNamed(name, rules);
      if (!rule) throw new UsageError(`--rule ${setting}: ${unknownRule(name, rules)}`);
      if (severity === undefined) throw new UsageError(`--rule ${setting}: write it as --rule ${name}=warning`);
      if (!severities.includes(severity))
        throw new UsageError(`--rule ${setting}: ${unknownWord('severity', severity, severities)}`);
      return [rule.id, severity as Severity | 'off'];
    }),
  );
}
