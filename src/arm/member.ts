/** A property of a plain object: its name as written, and its value. */
export interface Member {
  readonly name: string;
  readonly value: unknown;
}

/** The property of a plain object in any case, as the template language compares names; the exact one goes first. */
export function member(object: unknown, name: string): Member | undefined {
  if (object === null || typeof object !== 'object' || Array.isArray(object)) return undefined;
  const written = Object.hasOwn(object, name)
    ? name
    : Object.keys(object).find((key) => key.length === name.length && key.toLowerCase() === name.toLowerCase());
  return written === undefined ? undefined : { name: written, value: (object as Record<string, unknown>)[written] };
}

/** Whether a value is an object with named properties. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
