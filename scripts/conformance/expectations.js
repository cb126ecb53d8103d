import { count, hasKey, isSame, lookup, pathText, shown } from './values.js';

/** @typedef {import('./cases.js').Expectation} Expectation */

/**
 * One thing that was checked.
 * @typedef {object} Result
 * @property {string} path what it is about
 * @property {boolean} holds
 * @property {string} expected
 * @property {string} got
 * @property {string} [disputed] why the expectation should not be trusted
 */

/** The path of a view's resource in the template it comes from. */
export const sourcePath = Symbol('source path');

/**
 * What is checked: the outputs, each with its `value`, and the resources, as the suite lists them.
 * @typedef {object} View
 * @property {Record<string, { value: unknown }>} outputs
 * @property {unknown[]} resources
 * @property {readonly import('./engine.js').Problem[]} problems
 */

/**
 * @param {Expectation} expectation
 * @param {View} view
 * @returns {Result}
 */
export function check(expectation, view) {
  const path = expectation.path ?? [];
  const result = verdict(expectation, view, lookup(view, path));
  const { disputed } = expectation;
  return { path: pathText(path), ...result, ...(disputed === undefined ? {} : { disputed }) };
}

/**
 * @param {Expectation} expectation
 * @param {View} view
 * @param {unknown} value
 * @returns {Omit<Result, 'path'>}
 */
function verdict(expectation, view, value) {
  const { equals, startsWith, sourcePathOf, validationIssue } = expectation;
  if (sourcePathOf !== undefined) {
    const written = sourceOf(lookup(view, sourcePathOf));
    const got = written && pathText(written);
    return { holds: got === equals, expected: `source path ${shown(equals)}`, got: shown(got) };
  }
  if (validationIssue !== undefined) {
    const inside = problemsInside(value, view);
    const got = inside.length > 0 ? inside.map(({ message }) => message).join('; ') : 'no error';
    return { holds: inside.length > 0, expected: `an error (${shown(validationIssue)})`, got };
  }
  if ('equals' in expectation) {
    return { holds: isSame(value, equals), expected: shown(equals), got: shown(value) };
  }
  if (expectation.count !== undefined) {
    const got = count(value);
    return {
      holds: got === expectation.count,
      expected: `${expectation.count} items`,
      got: `${got} in ${shown(value)}`,
    };
  }
  if (expectation.hasKey !== undefined) {
    const is = expectation.is ?? true;
    const expected = `${is ? 'a' : 'no'} property ${shown(expectation.hasKey)}`;
    // What is not there at all has no property either, but nobody would expect that.
    return { holds: value !== undefined && hasKey(value, expectation.hasKey) === is, expected, got: shown(value) };
  }
  if (startsWith !== undefined) {
    const holds = typeof value === 'string' && value.startsWith(startsWith);
    return { holds, expected: `a text that begins with ${shown(startsWith)}`, got: shown(value) };
  }
  return {
    holds: false,
    expected: `something that this script can read, not ${shown(expectation)}`,
    got: shown(value),
  };
}

/**
 * @param {unknown} resource
 * @returns {(string | number)[] | undefined}
 */
const sourceOf = (resource) =>
  resource !== null && typeof resource === 'object' ? /** @type {any} */ (resource)[sourcePath] : undefined;

/**
 * @param {unknown} resource
 * @param {View} view
 */
function problemsInside(resource, { problems }) {
  const source = sourceOf(resource);
  return source ? problems.filter(({ path }) => source.every((step, index) => path[index] === step)) : [];
}
