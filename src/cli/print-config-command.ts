import { resolve } from 'node:path';
import { chosenRules, wantedSeverity } from '../engine/lint.ts';
import { ownRules } from '../engine/own-rules.ts';
import type { Severity } from '../engine/rule.ts';
import { unknownWord } from '../engine/unknown.ts';
import { defaultRelease } from '../model/release.ts';
import { jsonText } from '../reporters/json-text.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { GitIgnore } from './ignore.ts';
import { relativePath } from './paths.ts';
import { readSettings, type SettingArguments, type Settings } from './settings.ts';
import { exitCodes, UsageError, type World } from './world.ts';

/** The options that `--print-config` heeds. */
export interface PrintConfigArguments extends SettingArguments {
  /** A path, or true for the folder. */
  readonly printConfig?: string | boolean;
  readonly format?: readonly string[];
}

/** What applies to a file. */
interface Applied {
  readonly path: string;
  readonly configuration: string | null;
  /** Why a search leaves it out; null for a file that is checked. */
  readonly ignored: string | null;
  readonly settings: Readonly<Record<string, { readonly value: unknown; readonly from: string }>>;
  readonly rules: { readonly run: number; readonly of: number };
  /** Rules whose severity is not their own. */
  readonly severities: readonly {
    readonly id: string;
    readonly name: string;
    readonly severity: Severity | 'off';
    readonly own: Severity;
  }[];
}

/** `azlocal-lint --print-config [file]`: which settings apply, and who says so. @throws UsageError */
export async function printConfigCommand(
  file: string | boolean,
  options: PrintConfigArguments,
  world: World,
): Promise<number> {
  const format = options.format?.at(-1) ?? 'text';
  if (!['text', 'json'].includes(format)) throw new UsageError(unknownWord('format', format, ['text', 'json']));
  const settings = await readSettings([], options, world);
  const absolute = resolve(world.cwd, typeof file === 'string' ? file : '.');
  const path = relativePath(settings.root, absolute);
  const applied: Applied = {
    path: relativePath(world.cwd, absolute),
    configuration: settings.configuration.name ?? null,
    ignored: await whyIgnored(absolute, path, settings),
    settings: settingsOf(options, settings),
    ...rulesOf(path, settings),
  };
  world.stdout(format === 'json' ? jsonText(applied) : inText(applied));
  return exitCodes.clean;
}

async function whyIgnored(absolute: string, path: string, { root, ignored }: Settings): Promise<string | null> {
  if (path === '.') return null;
  if (ignored(path)) return 'an ignore pattern';
  if (/(^|\/)(node_modules|\.git)\//.test(path)) return 'searches keep out of node_modules and .git';
  return (await new GitIgnore(root).ignores(absolute, 'file')) ? '.gitignore, unless it is named' : null;
}

/** Each setting by its key in the configuration, with its default. */
const defaults = {
  release: defaultRelease,
  preset: 'recommended',
  base: null,
  baseline: null,
  closedWorld: false,
  failOn: 'error',
  maxWarnings: null,
} as const;

function settingsOf(
  options: PrintConfigArguments,
  { configuration: { config, name = '' } }: Settings,
): Applied['settings'] {
  const settled = (Object.keys(defaults) as (keyof typeof defaults)[]).map((key) => {
    const flag = `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (options[key] === false) return [key, { value: null, from: flag.replace('--', '--no-') }];
    if (options[key] !== undefined) return [key, { value: options[key], from: flag }];
    if (config[key] !== undefined) return [key, { value: config[key], from: name }];
    return [key, { value: defaults[key], from: 'default' }];
  });
  return Object.fromEntries(settled);
}

function rulesOf(path: string, { check }: Settings): Pick<Applied, 'rules' | 'severities'> {
  const all = [...builtInRules, ...ownRules, ...(check.rules ?? [])];
  const chosen = chosenRules(check).sort((a, b) => (a.id < b.id ? -1 : 1));
  const severities = chosen.flatMap((rule) => {
    const severity = wantedSeverity(rule, path, check);
    if (severity === undefined || severity === rule.severity) return [];
    return [{ id: rule.id, name: rule.name, severity, own: rule.severity }];
  });
  const off = severities.filter(({ severity }) => severity === 'off').length;
  return { rules: { run: chosen.length - off, of: all.length }, severities };
}

function inText({ path, configuration, ignored, settings, rules, severities }: Applied): string {
  const rows = [
    ['configuration', configuration ?? 'none'],
    ['ignored', ignored === null ? 'no' : `yes: ${ignored}`],
    ...Object.entries(settings).map(([key, { value, from }]) => [key, `${value ?? 'none'} (${from})`]),
    ['rules', `${rules.run} of ${rules.of} run`],
  ] as [string, string][];
  const lines = rows.map(([key, value]) => `  ${key.padEnd(13)}  ${value}\n`);
  const width = Math.max(0, ...severities.map(({ name }) => name.length));
  const changed = severities.map(
    ({ id, name, severity, own }) => `  ${id}  ${name.padEnd(width)}  ${severity.padEnd(7)}  its own: ${own}\n`,
  );
  return `${path}\n${lines.join('')}${changed.length === 0 ? '' : `\nSeverities that are set\n${changed.join('')}`}`;
}
