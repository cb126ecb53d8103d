import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Place } from '../source/place.ts';
import { conforms } from './conforms.ts';
import type { Field } from './field.ts';
import { type Fix, renamed, replaced, safeFix, suggestion } from './fix.ts';
import type { Resource } from './resource.ts';
import { type Described, describedPart, type Stranger } from './shape-data.ts';
import { annotations, findType, type ResourceType, type Schema } from './types/index.ts';

/** Something wrong with the form of a resource, at the value or name that is wrong. */
export interface ShapeProblem {
  readonly at: Place;
  readonly message: string;
  /** Only when it differs from the severity of the rule that reports it. */
  readonly severity?: 'warning' | 'note';
  readonly fix?: Fix | undefined;
}

/** Words of templates and documents that stand beside a resource's own properties. Lower case. */
const envelope = new Set(
  'apiversion asserts comments condition copy dependson existing extendedlocation id identity import kind location managedby metadata name plan properties resourcegroup resources scope sku subscription systemdata tags type zones'.split(
    ' ',
  ),
);

/**
 * What is wrong with the shape of a resource of a known type: values of the wrong type, properties that are missing
 * from an object that needs them, and property names that look like misspellings. A property that resembles none is
 * left alone: the API moves, and read-back output carries extra keys. Unknown values and nulls are never wrong.
 */
export async function checkShape(resource: Resource): Promise<readonly ShapeProblem[]> {
  const type = findType(resource.type, resource.apiVersion.string);
  if (!type || resource.isFormChecked || resource.origin === 'live') return [];
  const strangers: Stranger[] = [];
  const whole = describedPart(resource.body, type.schema, strangers, envelope);
  if (!whole) return [];
  const errors = conforms(whole.data, type.schema) ? [] : await errorsIn(whole.data, type);
  return [
    ...strangers.map((stranger) => strangerProblem(stranger, type)),
    ...firstOfEachPlace(errors).flatMap((error) => errorProblem(error, whole)),
  ];
}

async function errorsIn(data: unknown, type: ResourceType): Promise<readonly ErrorObject[]> {
  const validate = await validatorOf(type);
  validate(data);
  return validate.errors ?? [];
}

const validators = new Map<ResourceType, Promise<ValidateFunction>>();

/** The compiled schema of a type; ajv is loaded only when something is wrong with a resource. */
function validatorOf(type: ResourceType): Promise<ValidateFunction> {
  let validator = validators.get(type);
  if (!validator) {
    ajv ??= createValidator();
    validator = ajv.then((instance) => instance.compile(type.schema));
    validators.set(type, validator);
  }
  return validator;
}

let ajv: ReturnType<typeof createValidator> | undefined;

/** A strict validator that knows our own keywords. */
async function createValidator() {
  const [{ Ajv }, { default: formats }] = await Promise.all([import('ajv'), import('ajv-formats')]);
  // That the schemas are schemas is shown by the tests: checking it here was half of what compiling one of them took.
  const instance = new Ajv({ strict: true, allErrors: true, logger: false, validateSchema: false });
  formats.default(instance, ['int32', 'int64']);
  return instance.addVocabulary([...annotations]);
}

/** A value of the wrong type also fails its format; one message says enough. */
function firstOfEachPlace(errors: readonly ErrorObject[]): ErrorObject[] {
  const seen = new Set<string>();
  return errors.filter(({ keyword, instancePath }) => {
    if (keyword === 'required') return true;
    const isNew = !seen.has(instancePath);
    seen.add(instancePath);
    return isNew;
  });
}

function strangerProblem({ object, name, meant, isSlip }: Stranger, { type }: ResourceType): ShapeProblem {
  const short = type.slice(type.indexOf('/') + 1);
  return {
    at: object.at.key(name),
    message: `"${name}" is not a property of ${short}. Did you mean "${meant}"?`,
    fix: (isSlip ? safeFix : suggestion)(`Write "${meant}".`, renamed(object, name, meant)),
  };
}

function errorProblem({ instancePath, keyword, params }: ErrorObject, whole: Described): ShapeProblem[] {
  const path = instancePath.split('/').slice(1);
  const part = partAt(whole, path);
  if (keyword === 'required') return missingProblem(part, path, params.missingProperty);
  const expected =
    keyword === 'format' ? 'a whole number from -2147483648 to 2147483647' : words[part.schema.type ?? 'object'];
  const fix = part.schema.type === 'boolean' ? yesOrNo(part.field) : undefined;
  return [{ at: part.field.at, message: `${subject(path)} must be ${expected}, but is ${shown(part)}.`, fix }];
}

/** YAML 1.1 had more words for true and false, which YAML 1.2 takes for text. */
export function yesOrNo(field: Field): Fix | undefined {
  const [word, yes] = /^(?:(yes|on)|no|off)$/i.exec(field.prefix) ?? [];
  if (word === undefined) return undefined;
  return safeFix(`Write ${yes !== undefined}.`, replaced(field, yes !== undefined));
}

const words = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
} as const;

/** Only of an object that is known to the last value: a template may still add to any other. */
function missingProblem({ field }: Described, path: readonly string[], name: string): ShapeProblem[] {
  const isComplete = field.plain() !== undefined && !field.names().some((written) => /^copy$/i.test(written));
  if (!isComplete) return [];
  return [{ at: field.at, message: `${subject(path)} must have "${name}", but has not.` }];
}

function partAt(whole: Described, path: readonly string[]): Described {
  let part = whole;
  for (const step of path) part = (part.children.get(step) ?? part.children.get(Number(step))) as Described;
  return part;
}

/** What a message speaks of: a property, or an item of a list. */
function subject(path: readonly string[]): string {
  const last = path.at(-1) as string;
  return /^\d+$/.test(last) ? `Each item of "${path.at(-2)}"` : `"${last}"`;
}

/** The value as people wrote it; only its kind when it may hold a secret. */
function shown({ field, schema }: Described): string {
  if (field.isList) return 'a list';
  if (field.isObject) return 'an object';
  if (holdsSecret(schema)) return kindOf(field);
  // JSON has no words for a number of any size.
  return typeof field.value === 'bigint' ? String(field.value) : JSON.stringify(field.value);
}

const holdsSecret = (schema: Schema): boolean =>
  schema['x-secret'] === true ||
  (schema.items !== undefined && holdsSecret(schema.items)) ||
  Object.values(schema.properties ?? {}).some(holdsSecret);

const kindOf = ({ value }: Field): string =>
  typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'true or false' : 'a number';
