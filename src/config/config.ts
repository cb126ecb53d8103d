import type { Severities } from '../engine/lint.ts';
import type { Preset, Severity } from '../engine/rule.ts';
import { refused } from '../engine/suppressions.ts';
import { ruleNamed, unknownRule } from '../engine/unknown.ts';
import { isDay, notADay } from '../model/calendar-day.ts';
import type { Release } from '../model/release.ts';
import { readJson } from '../source/json.ts';
import { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type Complaint, inOrder, shapeComplaints } from './complaints.ts';
import { configSchema } from './config-schema.ts';

/** The configuration, as `schemas/config.schema.json` describes it. Rules are named by id. */
export interface Config {
  readonly release?: Release;
  readonly preset?: Preset;
  readonly rules?: Severities;
  readonly overrides?: readonly { readonly paths: readonly string[]; readonly rules: Severities }[];
  readonly ignore?: readonly string[];
  readonly parameters?: readonly { readonly template: string; readonly files: readonly string[] }[];
  readonly suppressions?: readonly SuppressionSetting[];
  readonly closedWorld?: boolean;
  readonly base?: string;
  readonly baseline?: string;
  readonly failOn?: Severity | 'none';
  readonly maxWarnings?: number;
}

/** What is accepted, and where that is written. */
export interface SuppressionSetting {
  readonly rules: readonly string[];
  readonly resource?: string;
  readonly paths?: readonly string[];
  readonly reason?: string;
  readonly expires?: string;
  readonly ticket?: string;
  readonly at: Place;
}

/** Names under which a configuration is looked for, in this order. */
export const configNames = ['azlocal-lint.yaml', 'azlocal-lint.yml', 'azlocal-lint.json'];

/** A configuration read, or the complaints: each names file, line and column, what is wrong and what to do. */
export type ConfigResult = { readonly config: Config } | { readonly complaints: readonly string[] };

type Rules = readonly { readonly id: string; readonly name: string }[];

/**
 * Reads and checks a configuration. An unknown key, value or rule is an error: a rule that was meant to be off must
 * not be on because of a typing mistake.
 *
 * @param rules every rule of the run
 * @param shownAs how complaints name the file
 */
export async function readConfig(file: SourceFile, rules: Rules, shownAs = file.path): Promise<ConfigResult> {
  const isJson = /\.jsonc?$/i.test(file.path);
  const { documents, problems } = isJson ? readJson(file) : (await import('../source/yaml.ts')).readYaml(file);
  const [document, second] = documents;
  const complaints: Complaint[] = problems.map(({ span, message }) => ({ start: span.start, message }));
  if (second) complaints.push({ start: new Place(second).span().start, message: 'only one document is expected.' });
  if (document && complaints.length === 0) {
    complaints.push(...(await shapeComplaints(new Place(document), configSchema, 'the configuration')));
  }
  if (document && complaints.length === 0) {
    complaints.push(
      ...ruleComplaints(new Place(document), rules),
      ...suppressionComplaints(new Place(document), rules),
    );
  }
  if (complaints.length === 0)
    return { config: document ? withPlaces(withRuleIds(document.value as Config, rules), new Place(document)) : {} };
  return { complaints: inOrder(complaints, file, shownAs) };
}

function ruleComplaints(root: Place, rules: Rules): Complaint[] {
  const { rules: general = {}, overrides = [] } = root.document.value as Config;
  const settings: [Severities, Place][] = [
    [general, root.child('rules')],
    ...overrides.map((override, index): [Severities, Place] => [
      override.rules,
      root.child('overrides').child(index).child('rules'),
    ]),
  ];
  return settings.flatMap(([severities, at]) => {
    const named = new Set<string>();
    return Object.keys(severities).flatMap((name) => {
      const rule = ruleNamed(name, rules);
      const { start } = at.key(name).span();
      if (!rule) return [{ start, message: unknownRule(name, rules) }];
      if (named.has(rule.id)) return [{ start, message: `${rule.id} and "${rule.name}" are one rule. Keep one line.` }];
      named.add(rule.id);
      return [];
    });
  });
}

function suppressionComplaints(root: Place, rules: Rules): Complaint[] {
  const { suppressions = [] } = root.document.value as Config;
  return suppressions.flatMap(({ rules: named, expires }, index) => {
    const at = root.child('suppressions').child(index);
    const complaints = named.flatMap((name, position) => {
      const { start } = at.child('rules').child(position).span();
      const rule = ruleNamed(name, rules);
      const message = rule ? refused(rule) : unknownRule(name, rules);
      return message === undefined ? [] : [{ start, message }];
    });
    if (expires === undefined || isDay(expires)) return complaints;
    return [...complaints, { start: at.child('expires').span().start, message: notADay(expires) }];
  });
}

/** The configuration with the places of its suppressions: what is wrong with one is found only when files are checked. */
function withPlaces(config: Config, root: Place): Config {
  if (!config.suppressions) return config;
  const list = root.child('suppressions');
  return { ...config, suppressions: config.suppressions.map((one, index) => ({ ...one, at: list.child(index) })) };
}

function withRuleIds(config: Config, rules: Rules): Config {
  const byId = (settings: Severities): Severities =>
    Object.fromEntries(Object.entries(settings).map(([name, severity]) => [ruleNamed(name, rules)?.id, severity]));
  return {
    ...config,
    ...(config.rules ? { rules: byId(config.rules) } : {}),
    ...(config.overrides
      ? { overrides: config.overrides.map((override) => ({ ...override, rules: byId(override.rules) })) }
      : {}),
  };
}
