import { ruleNamed, unknownRule, unknownWord } from '../config/unknown.ts';
import type { LintOptions, Severities } from '../engine/lint.ts';
import { ownRules } from '../engine/own-rules.ts';
import type { Rule, Severity } from '../engine/rule.ts';
import type { Release } from '../model/release.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { findConfig } from './find-config.ts';
import { type PathTest, patternTest } from './ignore.ts';
import type { Thresholds } from './judge.ts';
import { repositoryOf } from './paths.ts';
import { loadRules } from './user-rules.ts';
import { UsageError, type World } from './world.ts';

/** What the command line says of how to check. It wins over the configuration. */
export interface SettingArguments {
  readonly release?: Release;
  readonly rule?: readonly string[];
  readonly rules?: readonly string[];
  readonly base?: string;
  /** A path, or false for `--no-config`; true when neither was given. */
  readonly config?: string | boolean;
  readonly ignore?: readonly string[];
  readonly failOn?: Thresholds['failOn'];
  readonly maxWarnings?: number;
}

/** Configuration and command line as one. */
export interface Settings {
  /** What paths in reports are relative to. */
  readonly root: string;
  /** Where the configuration stands: what its own paths are relative to. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly ignored: PathTest;
  /** A base as it was written, and what a path in it is relative to. */
  readonly base: { readonly name: string; readonly folder: string } | undefined;
  readonly check: LintOptions;
  readonly thresholds: Thresholds;
}

/** Reads the configuration and the users' rules, and settles what applies. @throws UsageError */
export async function readSettings(
  written: readonly string[],
  options: SettingArguments,
  { cwd }: World,
): Promise<Settings> {
  const root = (await repositoryOf(cwd)) ?? cwd;
  const builtIn = [...builtInRules, ...ownRules];
  const own = await loadRules(options.rules ?? [], builtIn, cwd);
  const rules = [...builtIn, ...own];
  const { config, folder } = await findConfig(options.config, rules, root, cwd);
  const configured = (patterns: readonly string[] = []) => patternTest(patterns, folder, root);
  const { paths, leftOut } = withoutNegated(written);
  const [ignoredByConfig, ignoredHere] = [
    configured(config.ignore),
    patternTest([...(options.ignore ?? []), ...leftOut], cwd, root),
  ];
  const release = options.release ?? config.release;
  return {
    root,
    folder,
    paths,
    ignored: (path) => ignoredByConfig(path) || ignoredHere(path),
    base:
      options.base === undefined
        ? config.base === undefined
          ? undefined
          : { name: config.base, folder }
        : { name: options.base, folder: cwd },
    check: {
      ...(release === undefined ? {} : { release }),
      severities: config.rules ?? {},
      overrides: [
        ...(config.overrides ?? []).map(({ paths, rules }) => ({ matches: configured(paths), severities: rules })),
        { matches: () => true, severities: parseSeverities(options.rule ?? [], rules) },
      ],
      parameterPairs: (config.parameters ?? []).map(({ template, files }) => ({
        template: configured([template]),
        parameters: configured(files),
      })),
      rules: own,
    },
    thresholds: {
      failOn: options.failOn ?? config.failOn ?? 'error',
      maxWarnings: options.maxWarnings ?? config.maxWarnings ?? Number.POSITIVE_INFINITY,
    },
  };
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
