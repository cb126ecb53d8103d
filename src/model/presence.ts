import { isBlank } from './compare.ts';
import type { Field } from './field.ts';

/** Whether somebody gave a value: `unknown` when it may turn out to be nothing. */
export type Presence = 'given' | 'none' | 'unknown';

/** Whether a single value is given. Text that is known in part is text. */
export function presenceOf(field: Field): Presence {
  if (isBlank(field)) return 'none';
  return field.state === 'known' || field.parts !== undefined ? 'given' : 'unknown';
}

/** Whether an object that refers to a resource, such as `{ resourceId }`, names one. */
export function referencePresence(object: Field): Presence {
  if (object.isMissing) return 'none';
  if (!object.isObject) return 'unknown';
  const members = object.names().map((name) => presenceOf(object.memberNamed(name)));
  if (members.includes('given')) return 'given';
  return members.includes('unknown') ? 'unknown' : 'none';
}
