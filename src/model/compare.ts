import type { Place } from '../source/place.ts';
import { type Change, oldState } from './change.ts';
import type { Field } from './field.ts';

/** What two states of a value say: `unknown` when one of them can't be read before deployment. */
export type Verdict = 'equal' | 'different' | 'unknown';

/** One text for equal values of a kind; undefined when a value is unknown or can't be read as that kind. */
export type Canonical = (field: Field) => string | undefined;

/** Compares two values. Equal expressions are equal; different ones are unknown, not different. */
export function compareFields(before: Field, after: Field, canonical: Canonical): Verdict {
  const [was, is] = [canonical(before), canonical(after)];
  if (was === undefined || is === undefined) return before.canonical() === after.canonical() ? 'equal' : 'unknown';
  return was === is ? 'equal' : 'different';
}

/** A value that says nothing: missing, null, an empty text or an empty list. */
export const isBlank = (field: Field): boolean =>
  field.isMissing || field.value === '' || (field.isList && field.items().length === 0);

/**
 * Whether two states of a resource can be compared in a value that may be left out: what is read back from the
 * platform leaves out, or has null for, what it does not tell.
 */
export const areTold = ({ before, after }: Change, was: Field, is: Field): boolean =>
  (before.origin !== 'live' || !isBlank(was)) && (after.origin !== 'live' || !isBlank(is));

/** A member of a set that is compared. */
export interface Member {
  readonly field: Field;
  /** One text for equal members: the canonical value, or the expression behind an unknown one. */
  readonly key: string;
  /**
   * `one`: a known value; `unknown`: one that only the deployment knows; `perhaps`: one that may turn out to be nothing;
   * `many`: an unknown list of them.
   */
  readonly kind: 'one' | 'unknown' | 'perhaps' | 'many';
}

/** The members of a list; an item whose value can't be read counts as unknown. */
export function membersOfList(list: Field, value: (item: Field) => Field, canonical: Canonical): Member[] {
  return list.items().flatMap((item): Member[] => {
    const field = value(item);
    if (field.isMissing) return [];
    const member = toMember(field, canonical);
    if (member.kind === 'one') return [member];
    if (list.state === 'unknown') return [{ ...member, kind: 'many' }];
    return [item.state === 'unknown' && item !== field ? { ...member, kind: 'perhaps' } : member];
  });
}

/** One value as a member of a set. */
export function toMember(field: Field, canonical: Canonical): Member {
  const key = canonical(field);
  return key === undefined ? { field, key: field.canonical(), kind: 'unknown' } : { field, key, kind: 'one' };
}

/** What is in one set and certainly not in the other. */
export interface Difference {
  readonly added: readonly Member[];
  readonly removed: readonly Member[];
}

/**
 * Compares two sets, order ignored. A known member counts as added or removed only when no unknown member of the
 * other set can be it. Unknown members are never reported, unless they are `counted`: then those are of which the
 * other set has certainly too few.
 */
export function differenceOf(
  before: readonly Member[],
  after: readonly Member[],
  same: (a: string, b: string) => boolean = (a, b) => a === b,
  counted = false,
): Difference {
  const without = (members: readonly Member[], others: readonly Member[]) =>
    members.filter(({ key }) => !others.some((other) => same(key, other.key)));
  const [gone, come] = [without(before, after), without(after, before)];
  const certain = (members: readonly Member[], others: readonly Member[]) => [
    ...unexplained(members, others),
    ...(counted ? surplus(members, others) : []),
  ];
  return { added: certain(come, gone), removed: certain(gone, come) };
}

const isOpen = ({ kind }: Member): boolean => kind === 'unknown' || kind === 'perhaps';

/** The known members, less as many as there are unknown ones that may be them. */
function unexplained(members: readonly Member[], others: readonly Member[]): readonly Member[] {
  if (others.some(({ kind }) => kind === 'many')) return [];
  return knownOf(members).slice(others.filter(isOpen).length);
}

/** The unknown members that are one too many, whatever they and the others turn out to be. */
function surplus(members: readonly Member[], others: readonly Member[]): readonly Member[] {
  if (others.some(({ kind }) => kind === 'many')) return [];
  const open = others.filter(isOpen).length;
  const left = knownOf(others).length + open - Math.min(open, knownOf(members).length);
  return members.filter(({ kind }) => kind === 'unknown').slice(left);
}

function knownOf(members: readonly Member[]): readonly Member[] {
  const keys = new Set<string>();
  return members.filter(({ kind, key }) => kind === 'one' && !keys.has(key) && keys.add(key));
}

/**
 * An ARM id in one spelling: lower case, no slash at the end; empty when missing. `resourceId('type', 'name')` is unknown
 * only in its subscription and resource group: it gives an id that starts at its type.
 */
export const canonicalId: Canonical = (field) => {
  if (field.isMissing) return '';
  if (field.state === 'unknown') return relativeId(field);
  return field.string
    ?.trim()
    .toLowerCase()
    .replace(/(?<!\/)\/+$/, '');
};

/**
 * An id in the subscription and resource group of its own deployment, from its type on; undefined for any other that
 * is unknown: one that names a resource group may mean another resource.
 */
function relativeId({ parts = [] }: Field): string | undefined {
  const [start, subscription, groups, group, rest, ...more] = parts;
  const isOwn =
    start === '/subscriptions/' &&
    groups === '/resourceGroups/' &&
    termOf(subscription) === 'subscription().subscriptionid' &&
    termOf(group) === 'resourcegroup().name';
  if (!isOwn || more.length > 0 || typeof rest !== 'string' || !rest.startsWith('/providers/')) return undefined;
  return rest
    .slice('/providers/'.length)
    .toLowerCase()
    .replace(/(?<!\/)\/+$/, '');
}

const termOf = (part: string | Field | undefined): string | undefined =>
  typeof part === 'object' ? part.term : undefined;

/**
 * Whether two canonical ids may name one resource. An id that starts at its type (because a spec does not say its
 * subscription or resource group) is the same as a full id that ends in it.
 */
export function sameId(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, full] = a.startsWith('/') ? [b, a] : [a, b];
  return short !== '' && !short.startsWith('/') && full.startsWith('/') && full.endsWith(`/providers/${short}`);
}

/** Another place that matters to a finding, with what it is. */
export interface Related {
  readonly at: Place;
  readonly message: string;
}

/** Where to point for a value: its own place, the places it passed through and was made from, then others. */
export function pointAt(
  field: Field,
  ...others: readonly Related[]
): { at: Place; value: Field; related: readonly Related[] } {
  const via = field.via.map((at) => ({ at, message: 'used here' }));
  const from = field.from.map((at) => ({ at, message: 'made from this' }));
  return { at: field.at, value: field, related: [...via, ...from, ...others] };
}

/** The related place of a value in the old state. */
export const wasIn = (change: Change, field: Field, text: string = valueText(field)): Related => ({
  at: field.at,
  message: `${oldState(change)}: was ${text}`,
});

/** A value as messages quote it. */
export function valueText(field: Field): string {
  if (field.state === 'unknown') return `[${field.term}]`;
  return isBlank(field) ? 'none' : String(field.value);
}
