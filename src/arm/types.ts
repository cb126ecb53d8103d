import type { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { isPlaceholder } from './placeholder.ts';
import {
  hasLength,
  hasUndeclared,
  isBeyond,
  lacks,
  lengthOf,
  mustBe,
  mustBeOneOf,
  quote,
  type Subject,
} from './type-messages.ts';
import { type TypeNode, typeNode } from './type-node.ts';

/** What is wrong with a value for its declared type, at the value; a missing property at the object it is missing from. */
export interface TypeProblem {
  readonly at: Place;
  readonly message: string;
}

export interface TypeCheckOptions {
  /** Whether the template has languageVersion 2.0: before, a type said nothing about properties and items. */
  readonly languageVersion2: boolean;
  /** What the value is called in messages: `parameter "vlan"`. */
  readonly subject: string;
}

/**
 * What is wrong with a value for its declared type. Silent where it can't be known: unknown values and parts, types that
 * are themselves malformed, and whatever the platform is not documented to refuse (values that differ from an allowed
 * one in case only, allowed values of lists and objects, numbers and truth values written as text, which the command
 * line tools convert). Secret values are never shown.
 *
 * @param type the node that declares it: a parameter, an output, an item …
 * @param definitions the section of that name of the template
 * Source: "Parameters in ARM templates" and "Type definitions in ARM templates" (read 2026-11-22).
 */
export function checkType(
  value: Field,
  type: Field,
  definitions: Field | undefined,
  { languageVersion2, subject }: TypeCheckOptions,
): TypeProblem[] {
  const resolve = (node: Field) => (languageVersion2 ? typeNode(node, definitions) : plainType(node));
  const whole: Position = { subject, path: '', secret: false, depth: 0 };
  return [...problems(value, resolve(type), whole, { languageVersion2, resolve })];
}

/** A value deeper inside another than this is not checked; a type that describes itself may go on for ever. */
const maximumDepth = 100;

interface Context {
  readonly languageVersion2: boolean;
  resolve(node: Field): TypeNode | undefined;
}

/** Where in the whole value a check stands. */
interface Position {
  readonly subject: string;
  readonly path: string;
  /** Inside a secure object everything is secret. */
  readonly secret: boolean;
  readonly depth: number;
}

const inside = (position: Position, step: string | number): Position => ({
  ...position,
  path: position.path + (typeof step === 'number' ? `[${step}]` : position.path === '' ? step : `.${step}`),
  depth: position.depth + 1,
});

interface Kind {
  readonly words: string;
  fits(value: Field): boolean;
  /** The limits that a type may set to values of this kind. */
  limits?(value: Field, type: TypeNode, subject: Subject): Iterable<TypeProblem>;
  readonly secret?: true;
}

const text: Kind = { words: 'text', fits: ({ string }) => string !== undefined, limits: lengthProblems };
const object: Kind = { words: 'an object', fits: ({ isObject }) => isObject };

const kinds: ReadonlyMap<string | undefined, Kind> = new Map<string | undefined, Kind>([
  ['string', text],
  ['securestring', { ...text, secret: true }],
  ['int', { words: 'a whole number', fits: isWholeNumber, limits: rangeProblems }],
  ['bool', { words: 'true or false', fits: ({ boolean }) => boolean !== undefined }],
  ['object', object],
  ['secureobject', { ...object, secret: true }],
  ['array', { words: 'a list', fits: ({ isList }) => isList, limits: lengthProblems }],
]);

const kindOf = (type: TypeNode | undefined): Kind | undefined =>
  kinds.get(type?.keyword('type')?.string?.toLowerCase());

function* problems(
  value: Field,
  type: TypeNode | undefined,
  position: Position,
  context: Context,
): Generator<TypeProblem> {
  const kind = kindOf(type);
  if (!type || !kind || value.state !== 'known' || position.depth > maximumDepth) return;
  if (value.string !== undefined && isPlaceholder(value.string)) return;
  if (value.value === null && !refusesNull(type, context)) return;
  const secret = position.secret || kind.secret === true;
  const here: Position = { ...position, secret };
  const subject = subjectAt(here);
  if (!kind.fits(value)) {
    yield { at: value.at, message: mustBe(kind.words, subject, value) };
    return;
  }
  yield* kind.limits?.(value, type, subject) ?? [];
  if (!value.isList && !value.isObject) yield* choiceProblems(value, type, subject);
  if (!context.languageVersion2) return;
  if (value.isList) yield* itemProblems(value, type, here, context);
  if (value.isObject) {
    if (type.keyword('discriminator')) yield* variantProblems(value, type, here, context);
    else yield* propertyProblems(value, type, here, context);
  }
}

const subjectAt = ({ path, subject, secret }: Position): Subject => ({
  name: path === '' ? subject : `"${path}" of ${subject}`,
  secret,
});

/** Before languageVersion 2.0 there were no references. */
const plainType = (node: Field): TypeNode => ({
  keyword(name) {
    const field = node.memberNamed(name);
    return field.state === 'absent' ? undefined : field;
  },
});

/**
 * Whether null is documented to be refused. A parameter with a default takes that instead. Before languageVersion 2.0
 * the documentation doesn't say.
 */
function refusesNull(type: TypeNode, { languageVersion2 }: Context): boolean {
  const nullable = type.keyword('nullable');
  return languageVersion2 && (nullable?.value ?? false) === false && !type.keyword('defaultValue');
}

/** Whole numbers, also as text: the platform refuses text, but the command line tools convert it. */
function isWholeNumber(value: Field): boolean {
  const number = numberOf(value);
  return value.string === undefined ? Number.isInteger(number) : number !== undefined;
}

/** The number that a value is or is written as. */
function numberOf({ value }: Field): number | undefined {
  if (value == null || typeof value === 'boolean' || (typeof value === 'string' && value.trim() === ''))
    return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function* rangeProblems(value: Field, type: TypeNode, subject: Subject): Generator<TypeProblem> {
  const number = numberOf(value);
  const [least, most] = [bound(type, 'minValue'), bound(type, 'maxValue')];
  if (number === undefined) return;
  if (number < least) yield { at: value.at, message: isBeyond('at least', least, subject, value) };
  if (number > most) yield { at: value.at, message: isBeyond('at most', most, subject, value) };
}

function* lengthProblems(value: Field, type: TypeNode, subject: Subject): Generator<TypeProblem> {
  const length = lengthOf(value);
  const [least, most] = [bound(type, 'minLength'), bound(type, 'maxLength')];
  if (length < least) yield { at: value.at, message: hasLength('at least', least, subject, value) };
  if (length > most) yield { at: value.at, message: hasLength('at most', most, subject, value) };
}

/** A limit that the template sets; NaN, which nothing is below or above, when it sets none. */
const bound = (type: TypeNode, keyword: string): number => {
  const limit = type.keyword(keyword)?.value;
  return typeof limit === 'number' ? limit : Number.NaN;
};

function* choiceProblems(value: Field, type: TypeNode, subject: Subject): Generator<TypeProblem> {
  const allowed = type.keyword('allowedValues')?.items() ?? [];
  // An expression among them is nothing that can be compared with.
  if (allowed.length === 0 || allowed.some((one) => one.value === undefined || one.string?.startsWith('['))) return;
  if (allowed.some((one) => isSame(one, value))) return;
  const listed = allowed.filter((one) => one.value !== null).map((one) => quote(one.value));
  yield { at: value.at, message: mustBeOneOf(listed, subject, value) };
}

/** Whether two single values are the same, or differ in what is not documented to matter. */
function isSame(one: Field, other: Field): boolean {
  if (typeof one.value === 'number' && numberOf(one) === numberOf(other)) return true;
  return String(one.value).toLowerCase() === String(other.value).toLowerCase();
}

function* itemProblems(value: Field, type: TypeNode, position: Position, context: Context): Generator<TypeProblem> {
  const items = value.items();
  const tuple = type.keyword('prefixItems')?.items() ?? [];
  const rest = type.keyword('items');
  const required = tuple.findLastIndex((node) => isRequired(node, context)) + 1;
  const subject = subjectAt(position);
  if (items.length < required) yield { at: value.at, message: hasLength('at least', required, subject, value) };
  const extra = items[tuple.length];
  if (extra && rest?.value === false) {
    yield { at: extra.at, message: hasLength('at most', tuple.length, subject, value) };
  }
  for (const [index, item] of items.entries()) {
    const node = tuple[index] ?? rest;
    if (node) yield* problems(item, context.resolve(node), inside(position, index), context);
  }
}

/** Whether a property or an item of a tuple has to be there. */
function isRequired(node: Field, context: Context): boolean {
  const type = context.resolve(node);
  return type !== undefined && kindOf(type) !== undefined && refusesNull(type, context);
}

/** @param tag the property that told which variant of a union this is; a variant need not declare it */
function* propertyProblems(
  value: Field,
  type: TypeNode,
  position: Position,
  context: Context,
  tag?: string,
): Generator<TypeProblem> {
  const declared = type.keyword('properties');
  const others = type.keyword('additionalProperties');
  const names = declared?.names() ?? [];
  const known = new Set([...names, ...(tag === undefined ? [] : [tag])].map((name) => name.toLowerCase()));
  const undeclared = value.names().filter((name) => !known.has(name.toLowerCase()));
  const subject = subjectAt(position);
  // A name that is an unresolved expression may be any of them.
  const isComplete = !undeclared.some((name) => name.startsWith('['));
  for (const name of names) {
    const node = declared?.memberNamed(name);
    const member = value.memberNamed(name);
    if (!node?.isObject) continue;
    if (member.state !== 'absent') yield* problems(member, context.resolve(node), inside(position, name), context);
    else if (isComplete && isRequired(node, context)) {
      yield { at: value.at, message: lacks(name, subject, undeclared) };
    }
  }
  for (const name of undeclared) {
    const member = value.memberNamed(name);
    if (others?.value === false && isComplete && member.value !== null)
      yield { at: member.at, message: hasUndeclared(name, subject, names) };
    else if (others?.isObject) {
      const step = position.secret ? '*' : name;
      yield* problems(member, context.resolve(others), inside(position, step), context);
    }
  }
}

/** A tagged union: one property says which of several object types the value must have. */
function* variantProblems(value: Field, type: TypeNode, position: Position, context: Context): Generator<TypeProblem> {
  const union = type.keyword('discriminator');
  const name = union?.memberNamed('propertyName').string;
  const mapping = union?.memberNamed('mapping');
  if (name === undefined || !mapping || mapping.names().length === 0) return;
  const tag = value.memberNamed(name);
  const at = inside(position, name);
  if (tag.state === 'absent') {
    if (value.names().some((written) => written.startsWith('['))) return;
    yield { at: value.at, message: lacks(name, subjectAt(position), value.names()) };
    return;
  }
  if (tag.state === 'unknown' || (tag.string !== undefined && isPlaceholder(tag.string))) return;
  const variant = mapping.memberNamed(tag.string ?? '');
  if (variant.state === 'absent') {
    yield { at: tag.at, message: mustBeOneOf(mapping.names().map(quote), subjectAt(at), tag) };
    return;
  }
  const variantType = context.resolve(variant);
  const secret = position.secret || kindOf(variantType)?.secret === true;
  if (variantType) yield* propertyProblems(value, variantType, { ...position, secret }, context, name);
}
