import type { Field } from '../model/field.ts';
import { nearest } from '../model/nearest.ts';

/** The value that a message speaks of: what it is called, and whether its content may be shown. */
export interface Subject {
  /** `parameter "machine"`, or `"nics[2].name" of parameter "machine"`. */
  readonly name: string;
  readonly secret: boolean;
}

export type Bound = 'at least' | 'at most';

const verb = (bound: Bound): string => (bound === 'at least' ? 'requires at least' : 'allows at most');

/** More allowed values than these are counted, not listed. */
const mostListed = 10;

export function mustBe(expected: string, { name, secret }: Subject, value: Field): string {
  const remedy = expected === 'text' && isNumberOrBoolean(value) ? ' Put it in quotes.' : '';
  return `${name} must be ${expected}, but is ${shown(value, secret)}.${remedy}`;
}

export function mustBeOneOf(allowed: readonly string[], { name, secret }: Subject, value: Field): string {
  const is = `${name} is ${shown(value, secret)}, but must be`;
  if (allowed.length === 1) return `${is} ${allowed[0]}.`;
  const listed = allowed.slice(0, mostListed).join(', ');
  const more = allowed.length > mostListed ? ` or one of ${allowed.length - mostListed} others` : '';
  return `${is} one of ${listed}${more}.${secret ? '' : didYouMean(shown(value, false), allowed)}`;
}

export const isBeyond = (bound: Bound, limit: number, { name, secret }: Subject, value: Field): string =>
  `${name} is ${shown(value, secret)}, but the template ${verb(bound)} ${limit}.`;

export function hasLength(bound: Bound, limit: number, { name, secret }: Subject, value: Field): string {
  const length = lengthOf(value);
  const quoted = value.string === undefined || secret ? '' : ` (${shown(value, false)})`;
  return `${name} has ${length} ${unitOf(value, length)}${quoted}, but the template ${verb(bound)} ${limit}.`;
}

export function lacks(property: string, { name, secret }: Subject, others: readonly string[]): string {
  const written = secret ? undefined : nearest(property, others);
  const remedy = written === undefined ? '' : ` Is "${written}" a misspelling of it?`;
  return `${name} lacks "${property}", which the template requires.${remedy}`;
}

export function hasUndeclared(property: string, { name, secret }: Subject, declared: readonly string[]): string {
  const quoted = secret ? '' : ` "${property}"`;
  const remedy = secret ? '' : didYouMean(property, declared);
  return `${name} has a property${quoted} that the template does not allow.${remedy}`;
}

/** How long a list is, or a text in UTF-16 units, as the platform counts. */
export const lengthOf = (value: Field): number => value.string?.length ?? value.items().length;

/** A value of the template or of the user, as it is written in JSON. Whole numbers may be bigints. */
export const quote = (value: unknown): string =>
  typeof value === 'string' && value.length > 80
    ? JSON.stringify(`${value.slice(0, 60)}…`)
    : typeof value === 'bigint'
      ? String(value)
      : JSON.stringify(value);

/** A value in a message. Of a secret only its kind and length. */
function shown(value: Field, secret: boolean): string {
  if (value.isList) return 'a list';
  if (value.isObject) return 'an object';
  if (!secret || value.value === null) return quote(value.value);
  if (value.string === undefined) return typeof value.value === 'boolean' ? 'true or false' : 'a number';
  return `secret text of ${value.string.length} ${unitOf(value, value.string.length)}`;
}

const unitOf = (value: Field, length: number): string =>
  `${value.isList ? 'item' : 'character'}${length === 1 ? '' : 's'}`;

const isNumberOrBoolean = ({ value }: Field): boolean => value != null && typeof value !== 'string';

function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  if (meant === undefined) return '';
  return ` Did you mean ${meant.startsWith('"') ? meant : `"${meant}"`}?`;
}
