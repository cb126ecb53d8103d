import type { ErrorObject } from 'ajv';
import type { Severities } from '../engine/lint.ts';
import type { Severity } from '../engine/rule.ts';
import { nearest } from '../model/nearest.ts';
import type { Release } from '../model/release.ts';
import { readJson } from '../source/json.ts';
import { Place, type Step } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { readYaml } from '../source/yaml.ts';
import { configSchema } from './config-schema.ts';

/** The configuration, as `schemas/config.schema.json` describes it. */
export interface Config {
  readonly release?: Release;
  readonly rules?: Severities;
  readonly overrides?: readonly { readonly paths: readonly string[]; readonly rules: Severities }[];
  readonly ignore?: readonly string[];
  readonly parameters?: readonly { readonly template: string; readonly files: readonly string[] }[];
  readonly base?: string;
  readonly failOn?: Severity | 'none';
  readonly maxWarnings?: number;
}

/** Names under which a configuration is looked for, in this order. */
export const configNames = ['azlocal-lint.yaml', 'azlocal-lint.yml', 'azlocal-lint.json'];

/** A configuration read, or the complaints: each names file, line and column, what is wrong and what to do. */
export type ConfigResult = { readonly config: Config } | { readonly complaints: readonly string[] };

/**
 * Reads and checks a configuration. An unknown key, value or rule is an error: a rule that was meant to be off must
 * not be on because of a typing mistake.
 *
 * @param rules id and name of every rule of the run
 */
export async function readConfig(
  file: SourceFile,
  rules: readonly { id: string; name: string }[],
): Promise<ConfigResult> {
  const { documents, problems } = file.path.endsWith('.json') ? readJson(file) : readYaml(file);
  const say = (start: number, message: string) => {
    const { line, column } = file.position(start);
    return `${file.path}:${line}:${column}: ${message}`;
  };
  if (problems.length > 0) return { complaints: problems.map(({ span, message }) => say(span.start, message)) };
  const [document] = documents;
  if (!document) return { config: {} };
  const { default: ajv } = await import('ajv');
  const validate = new ajv.Ajv({ allErrors: true, strict: true }).compile(configSchema);
  validate(document.value);
  const root = new Place(document);
  const complaints = (validate.errors ?? []).map((error) => {
    const path = error.instancePath.split('/').slice(1).map(step);
    const at = path.reduce<Place>((place, name) => place.child(name), root);
    const key = error.keyword === 'additionalProperties' ? at.key(String(error.params.additionalProperty)) : at;
    return say(key.span().start, inWords(error, path));
  });
  const config = document.value as Config;
  const known = rules.flatMap(({ id, name }) => [id, name]);
  for (const [settings, at] of ruleSettings(config, root)) {
    for (const name of Object.keys(settings ?? {})) {
      if (!known.includes(name)) complaints.push(say(at.key(name).span().start, unknownRule(name, known)));
    }
  }
  return complaints.length > 0 ? { complaints } : { config };
}

/** What to say of a rule that doesn't exist. */
export function unknownRule(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return `there is no rule "${name}". ${meant === undefined ? 'Run "azlocal-lint rules" for the list.' : `Did you mean "${meant}"?`}`;
}

const step = (segment: string): Step =>
  /^\d+$/.test(segment) ? Number(segment) : segment.replaceAll('~1', '/').replaceAll('~0', '~');

function ruleSettings(config: Config, root: Place): [Severities | undefined, Place][] {
  const overrides = Array.isArray(config.overrides) ? config.overrides : [];
  return [
    [config.rules, root.child('rules')],
    ...overrides.map((override, index): [Severities | undefined, Place] => [
      override?.rules,
      root.child('overrides').child(index).child('rules'),
    ]),
  ];
}

function inWords(error: ErrorObject, path: readonly Step[]): string {
  const name = path.length === 0 ? 'the configuration' : `"${path.join('.')}"`;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const meant = nearest(key, Object.keys(configSchema.properties));
      return `unknown key "${key}"${path.length > 0 ? ` in ${name}` : ''}.${meant === undefined ? ` Known keys: ${Object.keys(configSchema.properties).slice(1).join(', ')}.` : ` Did you mean "${meant}"?`}`;
    }
    case 'enum':
      return `${name} must be one of ${(error.params.allowedValues as string[]).join(', ')}.`;
    case 'required':
      return `${name} needs "${error.params.missingProperty}".`;
    default:
      return `${name} ${error.message}.`;
  }
}
