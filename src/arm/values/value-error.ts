/** Characters a text may have: no function makes a longer one. The platform refuses a template that expands to more. */
export const maximumText = 4 * 1024 * 1024;

/** Items a list made by a function may have, as `range()` is limited. */
export const maximumItems = 10_000;

/** Comparisons of characters, or of parts of two values, that one call may need: a fraction of a second. */
export const maximumSteps = 2 ** 27;

/** A function can't answer because of its arguments. The message says what was expected. */
export class ValueError extends Error {}

/** A function would answer with more than we are prepared to hold or to compute. */
export class LimitError extends ValueError {}

/** The arguments may well be right, but no source says what the platform answers: the value is unknown, not wrong. */
export class UncertainError extends ValueError {}

/** The text itself; throws when it is too long. */
export function bounded(text: string): string {
  checkLength(text.length);
  return text;
}

/** Throws when a text of this length would be too long. */
export function checkLength(length: number): void {
  if (length > maximumText) throw new LimitError(`the text would have more than ${maximumText} characters`);
}

/** Throws when a computation would need too many steps. */
export function checkSteps(steps: number): void {
  if (steps > maximumSteps) throw new LimitError('the arguments are too large to compare');
}

/** A text inside a message: quoted, and cut when it is long. */
export const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
