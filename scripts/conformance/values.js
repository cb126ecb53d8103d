/** A value that only the deployment knows. Equal to nothing, not even to itself. */
export class Unknown {
  /** @param {string} term the expression behind it */
  constructor(term) {
    this.term = term;
  }
}

/**
 * The value at a path; undefined when there is none, unknown inside of what is unknown.
 *
 * @param {unknown} value
 * @param {readonly import('./cases.js').Step[]} path
 * @returns {unknown}
 */
export function lookup(value, path) {
  const [step, ...rest] = path;
  if (step === undefined || value instanceof Unknown) return value;
  if (typeof step === 'object') {
    const found = Array.isArray(value) ? value.find((item) => fits(item, step.where)) : undefined;
    return lookup(found, rest);
  }
  if (Array.isArray(value)) return lookup(typeof step === 'number' ? value.at(step) : undefined, rest);
  return lookup(hasKey(value, String(step)) ? /** @type {any} */ (value)[step] : undefined, rest);
}

const fits = (/** @type {unknown} */ item, /** @type {Record<string, unknown>} */ where) =>
  Object.entries(where).every(([name, wanted]) => {
    const value = lookup(item, [name]);
    return name === 'type' ? String(value).toLowerCase() === String(wanted).toLowerCase() : isSame(value, wanted);
  });

/**
 * Whether an object has a property of exactly this name.
 *
 * @param {unknown} value
 * @param {string} name
 */
export const hasKey = (value, name) => isObject(value) && Object.hasOwn(value, name);

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Unknown);

/**
 * Deep equality; the order of properties does not matter.
 *
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
export function isSame(one, other) {
  if (one instanceof Unknown || other instanceof Unknown) return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
    );
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => hasKey(other, name) && isSame(one[name], other[name]))
  );
}

/**
 * How many items, characters or properties a value has; undefined when it can't be counted.
 *
 * @param {unknown} value
 */
export function count(value) {
  if (Array.isArray(value) || typeof value === 'string') return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

/**
 * The value without properties that are null: a request leaves them out.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(kept.map(([name, item]) => [name, withoutNulls(item)]));
}

/**
 * A value in one line, cut when it is long.
 *
 * @param {unknown} value
 */
export function shown(value) {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value, (_, part) => (part instanceof Unknown ? `unknown: ${part.term}` : part));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/**
 * A path as people write it: `resources[1].tags.env`.
 *
 * @param {readonly import('./cases.js').Step[]} path
 */
export const pathText = (path) =>
  path
    .map((step) => (typeof step === 'string' ? `.${step}` : `[${typeof step === 'object' ? shown(step.where) : step}]`))
    .join('')
    .replace(/^\./, '');
