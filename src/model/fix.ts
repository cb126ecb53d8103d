import type { Edit, NewValue } from '../source/edits.ts';
import type { Place, Step } from '../source/place.ts';
import type { Field } from './field.ts';
import { isSlip } from './nearest.ts';

/** A change of the specs that mends what a problem speaks of. */
export interface Fix {
  /** What it does, as an order: `Set "kind" to "HCI".` */
  readonly description: string;
  /** Whether it is the one right answer, so that it may be made without asking; any other one is a suggestion. */
  readonly isSafe: boolean;
  /** All of them are made, or none. */
  readonly edits: readonly Edit[];
}

type Wanted = Edit | undefined;

/** The one right answer; undefined when one of its edits can't be made. */
export const safeFix = (description: string, ...edits: readonly Wanted[]): Fix | undefined =>
  toFix(description, true, edits);

/** An answer that somebody has to agree with; undefined when one of its edits can't be made. */
export const suggestion = (description: string, ...edits: readonly Wanted[]): Fix | undefined =>
  toFix(description, false, edits);

function toFix(description: string, isSafe: boolean, wanted: readonly Wanted[]): Fix | undefined {
  const edits = wanted.filter((edit) => edit !== undefined);
  return edits.length === wanted.length ? { description, isSafe, edits } : undefined;
}

/** Another value for a field; undefined when it isn't written as a value, or when others use it too. */
export function replaced(field: Field, value: NewValue): Edit | undefined {
  const isWritten = field.value !== undefined && valueAt(field.at) === field.value;
  return isWritten && isOwn(field, value) ? { kind: 'replace', at: field.at, value } : undefined;
}

/** The word of a list that a misspelt one means, in its place; undefined when there is any doubt which it is. */
export function respelt(field: Field, words: readonly string[]): Fix | undefined {
  const written = field.prefix.trim();
  const meant = words.find((word) => isSlip(written, word, words));
  return meant === undefined ? undefined : safeFix(`Write "${meant}".`, replaced(field, meant));
}

/** Another name for a property of an object. */
export function renamed(object: Field, written: string, name: string): Edit | undefined {
  const has = (wanted: string) => namesAt(object).some((one) => one.toLowerCase() === wanted.toLowerCase());
  if (spellingIn(object, written) === undefined || (has(name) && !sameName(written, name))) return undefined;
  return { kind: 'rename', at: object.at.key(written), name };
}

/** An object without one of its properties, when all that goes is written out: an expression may stand for something else elsewhere. */
export function removed(object: Field, name: string): Edit | undefined {
  const written = spellingIn(object, name);
  return written === undefined || !isWrittenOut(object.get(name))
    ? undefined
    : { kind: 'remove', at: object.at.key(written) };
}

/** An object with a property that it lacks, or has as null. */
export function added(
  object: Field,
  name: string,
  value: NewValue | Readonly<Record<string, NewValue>>,
): Edit | undefined {
  const written = spellingIn(object, name);
  if (written !== undefined) return typeof value === 'object' ? undefined : replaced(object.get(name), value);
  return isOwnObject(object) ? { kind: 'add', at: object.at, name, value } : undefined;
}

/** A value that is missing from an object, or another one in place of what is there. */
export const completed = (object: Field, name: string, value: NewValue): Edit | undefined =>
  object.get(name).state === 'absent' ? added(object, name, value) : replaced(object.get(name), value);

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const isWrittenOut = (field: Field): boolean =>
  field.state === 'known' &&
  field.via.length + field.from.length === 0 &&
  [...field.items(), ...field.names().map((name) => field.memberNamed(name))].every(isWrittenOut);

/** How a property of an object is spelt where it is written; undefined when it isn't, or is more than once. */
function spellingIn(object: Field, name: string): string | undefined {
  const [written, ...others] = isOwnObject(object) ? namesAt(object).filter((one) => sameName(one, name)) : [];
  return others.length === 0 ? written : undefined;
}

/** Whether an object stands with its properties at its place, and serves this use only. */
const isOwnObject = (object: Field): boolean =>
  object.isObject &&
  isOwn(object) &&
  object.names().every((name) => namesAt(object).some((written) => sameName(written, name)));

function namesAt({ at }: Field): readonly string[] {
  const value = valueAt(at);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : [];
}

/**
 * Whether a value is used where it is written, or is that of a parameter or variable that one place uses. What an
 * expression computes stands nowhere.
 *
 * @param value what it is to become: a parameter takes only its own type, and what it allows
 */
function isOwn({ at, via, from }: Field, value?: NewValue): boolean {
  if (from.length > 0 || at.range || at.part === 'key') return false;
  const [use, ...others] = via;
  return !use || (others.length === 0 && isOnlyUse(use, at, value));
}

/** `[parameters('vlan')]`, and nothing else. */
const use = /^\[\s*(parameters|variables)\(\s*'([\w-]+)'\s*\)\s*\]$/i;

function isOnlyUse(place: Place, at: Place, value: NewValue | undefined): boolean {
  const expression = valueAt(place);
  const [, kind = '', name = ''] = (typeof expression === 'string' && use.exec(expression)) || [];
  if (name === '') return false;
  const uses = place.file.text.match(new RegExp(`(parameters|variables)\\(\\s*'${name}'\\s*\\)`, 'gi'));
  if (uses?.length !== 1) return false;
  return kind.toLowerCase() === 'variables' || takes(place, at, name, value);
}

/** Whether a parameter that is declared at the top of its template takes a value in place of the one it has. */
function takes({ document }: Place, at: Place, name: string, value: NewValue | undefined): boolean {
  const declarations = memberOf(document.value, 'parameters');
  const declaration = memberOf(declarations, name);
  if (declaration === undefined || typeof valueAt(at) !== typeof value) return false;
  const allowed = memberOf(declaration, 'allowedValues');
  return allowed === undefined || (Array.isArray(allowed) && allowed.includes(value));
}

function memberOf(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const written = Object.keys(value).find((one) => sameName(one, name));
  return written === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[written];
}

/** The plain value that a document has at a place. */
function valueAt({ document, path }: Place): unknown {
  let value = document.value;
  for (const step of path as readonly Step[]) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<Step, unknown>>)[step];
  }
  return value;
}
