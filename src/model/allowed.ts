import type { Field } from './field.ts';

/** Whether a value is a known number outside a range that has both its bounds. */
export const outOfRange = (field: Field, minimum: number, maximum: number): boolean =>
  field.number !== undefined && (field.number < minimum || field.number > maximum);

/** Whether a value is a known text that is none of some values, whatever the case. A text with nothing in it says nothing. */
export const notOneOf = ({ string }: Field, values: readonly string[]): boolean =>
  string !== undefined && string !== '' && !values.some((value) => value.toLowerCase() === string.toLowerCase());
