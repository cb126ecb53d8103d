import type { ErrorObject } from 'ajv';
import type { Rule } from '../engine/rule.ts';
import { nearest } from '../model/nearest.ts';
import type { Release } from '../model/release.ts';
import type { Document, Part, Step } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { Configuration, ConfigurationProblem } from './configuration.ts';
import { byId, findRule, unknownRule } from './rule-names.ts';
import { configurationSchema } from './schema.ts';

/**
 * Reads and validates a configuration file. Never throws: what is wrong comes back as problems, in order of line, and
 * a file with problems has no configuration. An empty file is an empty configuration.
 *
 * @param rules all rules that the file may name
 */
export async function readConfiguration(
  file: SourceFile,
  rules: readonly Rule[],
): Promise<{ readonly configuration?: Configuration; readonly problems: readonly ConfigurationProblem[] }> {
  const reader = /\.json$/i.test(file.path)
    ? (await import('../source/json.ts')).readJson
    : (await import('../source/yaml.ts')).readYaml;
  const { documents, problems } = reader(file);
  const problemAt = (span: Span, message: string): ConfigurationProblem => ({ ...file.position(span.start), message });
  if (problems.length > 0) return { problems: problems.map(({ span, message }) => problemAt(span, message)) };
  const [document, second] = documents;
  if (!document) return { configuration: {}, problems: [] };
  if (second) return { problems: [problemAt(second.locate([], 'value'), 'a configuration is one YAML document.')] };

  const found = [...(await schemaProblems(document)), ...unknownRules(document, rules)].map(({ path, part, message }) =>
    problemAt(document.locate(path, part), message),
  );
  if (found.length > 0) return { problems: found.sort((a, b) => a.line - b.line || a.column - b.column) };
  return { configuration: normalized(document.value as Written, rules), problems: [] };
}

interface Found {
  readonly path: readonly Step[];
  readonly part: Part;
  readonly message: string;
}

/** A valid file as it is written: rules by id or name, the release perhaps as a number. */
type Written = Omit<Configuration, 'release'> & { readonly release?: string | number; readonly $schema?: string };

function normalized({ $schema: _, release, ...written }: Written, rules: readonly Rule[]): Configuration {
  return {
    ...written,
    ...(release === undefined ? {} : { release: String(release) as Release }),
    ...(written.rules ? { rules: byId(rules, written.rules) } : {}),
    ...(written.overrides
      ? { overrides: written.overrides.map(({ paths, rules: own }) => ({ paths, rules: byId(rules, own) })) }
      : {}),
  };
}

async function schemaProblems({ value }: Document): Promise<Found[]> {
  const { Ajv } = await import('ajv');
  const validate = new Ajv({ allErrors: true, verbose: true }).compile(configurationSchema);
  validate(value);
  return (validate.errors ?? []).map((error) => inWords(error, value));
}

function inWords(error: ErrorObject, root: unknown): Found {
  const path = pathOf(error.instancePath, root);
  const name = path.length === 0 ? 'the configuration' : `"${path.join('.')}"`;
  const at = { path, part: 'value' as const };
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys((error.parentSchema as { properties: object }).properties);
      const unknown = String(params.additionalProperty);
      const guess = nearest(unknown, known);
      const hint = guess === undefined ? `Known keys: ${known.filter((key) => key !== '$schema').join(', ')}.` : `Did you mean "${guess}"?`;
      return { path: [...path, unknown], part: 'key', message: `there is no key "${unknown}". ${hint}` };
    }
    case 'required':
      return { ...at, message: `${name} needs "${params.missingProperty}".` };
    case 'enum':
      return { ...at, message: `${name} is ${shown(error.data)}, but must be ${oneOf(params.allowedValues)}.` };
    case 'type':
      return { ...at, message: `${name} is ${shown(error.data)}, but must be ${kinds[String(params.type)] ?? params.type}.` };
    case 'minimum':
      return { ...at, message: `${name} is ${shown(error.data)}, but must be ${params.limit} or more.` };
    default:
      return { ...at, message: `${name} ${error.message ?? 'is not valid'}.` };
  }
}

const kinds: Readonly<Record<string, string>> = {
  object: 'an object of keys and values',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
};

const oneOf = (values: readonly unknown[]): string => {
  const words = [...new Set(values.map((value) => `"${value}"`))];
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
};

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'an object';
  return value === null ? 'empty' : JSON.stringify(value);
}

/** Steps of a JSON pointer; a step into a list is a number. */
function pathOf(pointer: string, root: unknown): Step[] {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(value) ? Number(name) : name;
      value = (value as Record<Step, unknown> | undefined)?.[step];
      return step;
    });
}

function unknownRules({ value }: Document, rules: readonly Rule[]): Found[] {
  const check = (settings: unknown, path: readonly Step[]): Found[] =>
    keysOf(settings)
      .filter((name) => !findRule(rules, name))
      .map((name) => ({ path: [...path, name], part: 'key', message: unknownRule(rules, name) }));
  const { rules: general, overrides } = (value ?? {}) as { rules?: unknown; overrides?: unknown };
  const special = Array.isArray(overrides)
    ? overrides.flatMap((entry, index) => check(entry?.rules, ['overrides', index, 'rules']))
    : [];
  return [...check(general, ['rules']), ...special];
}

const keysOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
