import type { Field } from './field.ts';

/** Whether a value is a known number outside a range that has both its bounds. */
export const outOfRange = (field: Field, minimum: number, maximum: number): boolean =>
  field.number !== undefined && (field.number < minimum || field.number > maximum);

/**
 * The text of a value that is known and none of those that are allowed, in any letter case; otherwise undefined. A text
 * with nothing in it says nothing.
 */
export function notOneOf({ string }: Field, allowed: readonly string[]): string | undefined {
  if (string === undefined || string.trim() === '') return undefined;
  const written = string.trim().toLowerCase();
  return allowed.some((value) => value.toLowerCase() === written) ? undefined : string;
}

/** Values as messages list them: `Tcp, Udp or All`. */
export const orList = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
