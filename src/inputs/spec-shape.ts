import type { ErrorObject, ValidateFunction } from 'ajv';
import { conforms } from '../model/conforms.ts';
import { Field } from '../model/field.ts';
import { type Fix, renamed, replaced, respelt, safeFix, suggestion } from '../model/fix.ts';
import { isSlip, nearest } from '../model/nearest.ts';
import { yesOrNo } from '../model/shape.ts';
import { type Document, Place } from '../source/place.ts';
import { placeholderText } from './placeholder.ts';
import { specSchema } from './spec-schema.ts';

/** Something in a compact spec that its schema does not allow, in words a person understands. */
export interface SpecShapeProblem {
  readonly at: Place;
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/**
 * Checks a compact spec against its schema: names, types, what must be there. As the reader of the spec does, it
 * takes property names in any case, and null for absent. Never throws; a value that is no compact spec gives
 * problems.
 */
export async function checkSpecShape(document: Document): Promise<readonly SpecShapeProblem[]> {
  const value = canonical(document.value);
  if (conforms(value, specSchema)) return [];
  const validate = await validator();
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => !isOtherCase(error) && placeholderText(error.data) === undefined)
    .map((error) => problemOf(error, document));
}

let compiled: Promise<ValidateFunction> | undefined;

/** The compiled schema; ajv is loaded only when something is wrong with a spec. */
function validator(): Promise<ValidateFunction> {
  compiled ??= import('ajv').then(({ Ajv }) =>
    new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, logger: false, validateSchema: false }).compile(
      specSchema,
    ),
  );
  return compiled;
}

/** Every property name of the vocabulary by its lower-case form; no two differ in case only. */
const spelling = new Map(
  [specSchema, ...Object.values(specSchema.definitions)]
    .flatMap((schema) => Object.keys((schema as { properties: object }).properties))
    .map((name) => [name.toLowerCase(), name]),
);

const spelled = (name: string): string => spelling.get(name.toLowerCase()) ?? name;

/** Names are free below tags and `x-` words. */
const isFree = (name: string): boolean => name.toLowerCase() === 'tags' || name.startsWith('x-');

/** The value with property names in the schema's spelling and without nulls; a placeholder as its text. */
function canonical(value: unknown): unknown {
  const text = placeholderText(value);
  if (text !== undefined) return text;
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(
    entries.map(([name, content]) => [spelled(name), isFree(name) ? content : canonical(content)]),
  );
}

/** `LINUX` is read as well as `Linux`. */
const isOtherCase = ({ keyword, params, data }: ErrorObject): boolean =>
  keyword === 'enum' &&
  typeof data === 'string' &&
  params.allowedValues.some((allowed: string) => allowed.toLowerCase() === data.toLowerCase());

function problemOf(error: ErrorObject, document: Document): SpecShapeProblem {
  const at = placeOf(error.instancePath, document);
  const field = fieldAt(at);
  const { keyword, params, parentSchema = {}, data } = error;
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      const candidates = Object.keys(parentSchema.properties);
      const fix = namedLike(name, field, candidates);
      return { at: at.key(name), message: unknownProperty(name, candidates, error), fix };
    }
    case 'required':
      return { at, message: `${subject(error)} needs "${params.missingProperty}", which is missing. Add it.` };
    case 'enum':
      return {
        at,
        message: `${subject(error)} is ${quoted(data)}, but must be ${listed(params.allowedValues)}.`,
        fix: respelt(field, params.allowedValues),
      };
    case 'type':
      return {
        at,
        message: `${subject(error)} is ${quoted(data)}, but must be ${expected(params.type, data)}.`,
        fix: ofType(params.type, field),
      };
    default:
      return { at, message: `${subject(error)} ${error.message ?? 'is not allowed here'}.` };
  }
}

function namedLike(name: string, object: Field, candidates: readonly string[]): Fix | undefined {
  const free = candidates.filter((candidate) => object.get(candidate).state === 'absent');
  const meant = nearest(name, free);
  if (meant === undefined) return undefined;
  return (isSlip(name, meant, candidates) ? safeFix : suggestion)(`Write "${meant}".`, renamed(object, name, meant));
}

/** A number or a truth value that is written as text. */
function ofType(type: string | readonly string[], field: Field): Fix | undefined {
  const [first] = typeof type === 'string' ? type.split(',') : type;
  const text = field.string ?? '';
  if (first === 'boolean' && field.boolean !== undefined)
    return safeFix(`Write ${field.boolean} without quotes.`, replaced(field, field.boolean));
  if (first === 'boolean') return yesOrNo(field);
  if (first !== 'integer' || !/^(0|[1-9]\d{0,14})$/.test(text)) return undefined;
  return safeFix(`Write ${text} without quotes.`, replaced(field, Number(text)));
}

function unknownProperty(name: string, candidates: readonly string[], error: ErrorObject): string {
  const where = error.instancePath === '' ? 'the compact spec' : kindOf(error);
  const guess = nearest(name, candidates);
  const advice =
    guess === undefined ? `Remove it, or use one of: ${candidates.join(', ')}.` : `Did you mean "${guess}"?`;
  return `"${name}" is not a property of ${where}. ${advice}`;
}

/** What an object of the spec is, from its schema: `a logical network`. */
function kindOf({ parentSchema }: ErrorObject): string {
  const entry = Object.entries(specSchema.definitions).find(([, schema]) => schema === parentSchema);
  return entry === undefined
    ? 'this object'
    : article(entry[0].replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

const article = (noun: string): string => `${/^ip/.test(noun) ? 'an' : 'a'} ${noun.replace(/^ip /, 'IP ')}`;

/** What a problem is about: the property, the item of a list, or the kind of object. */
function subject(error: ErrorObject): string {
  if (error.keyword === 'required') return capital(error.instancePath === '' ? 'the compact spec' : kindOf(error));
  const steps = stepsOf(error.instancePath);
  const name = steps.findLast((step) => !/^\d+$/.test(step));
  if (name === undefined) return 'The compact spec';
  return steps.at(-1) === name ? `"${name}"` : `An entry of "${name}"`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named properties',
  null: 'empty',
};

function expected(type: string | readonly string[], data: unknown): string {
  const types = typeof type === 'string' ? type.split(',') : type;
  const names = listed(types.map((name) => typeNames[name] ?? name));
  if (types.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) return `${names}: quote it`;
  const unquoted =
    (types[0] === 'integer' && /^\d+$/.test(String(data))) ||
    (types[0] === 'boolean' && /^(true|false)$/i.test(String(data)));
  return unquoted ? `${names}: write it without quotes` : names;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What stands at a place. */
function fieldAt(place: Place): Field {
  let value = place.document.value;
  for (const step of place.path) value = (value as Readonly<Record<string | number, unknown>>)[step];
  return Field.of(value, place);
}

/** The place of a pointer into the canonical value, in the spelling of the document. */
function placeOf(pointer: string, document: Document): Place {
  let place = new Place(document);
  let value = document.value;
  for (const step of stepsOf(pointer)) {
    if (Array.isArray(value)) {
      place = place.child(Number(step));
      value = value[Number(step)];
    } else if (value !== null && typeof value === 'object') {
      const object = value as Record<string, unknown>;
      const written = Object.hasOwn(object, step)
        ? step
        : (Object.keys(object).find((name) => spelled(name) === step) ?? step);
      place = place.child(written);
      value = object[written];
    }
  }
  return place;
}
