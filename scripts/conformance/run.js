import { kinds, notApplicable } from './kinds.js';

/** @typedef {import('./cases.js').Case} Case */
/** @typedef {import('./cases.js').Disputes} Disputes */
/** @typedef {import('./expectations.js').Result} Result */

/**
 * What became of a case. A disputed one is run, and counts as disputed whether it holds or not; so does one with a
 * disputed expectation, unless another expectation of it fails.
 * @typedef {object} Outcome
 * @property {string} name
 * @property {string} kind
 * @property {'passed' | 'failed' | 'disputed' | 'not applicable'} verdict
 * @property {Result[]} failures what does not hold, disputed or not
 * @property {string[]} needless our own disputes about what holds all the same
 */

/**
 * @param {Case} testCase
 * @param {import('./engine.js').Engine} engine
 * @param {string} folder
 * @param {Disputes} disputes
 * @returns {Outcome}
 */
export function run(testCase, engine, folder, disputes) {
  const { name, kind } = testCase;
  if (notApplicable.has(kind)) return { name, kind, verdict: 'not applicable', failures: [], needless: [] };
  const own = Object.hasOwn(disputes, name) ? disputes[name] : undefined;
  const results = resultsOf(testCase, engine, folder).map((result) => withDispute(result, testCase.disputed ?? own));
  const failures = results.filter(({ holds }) => !holds);
  const disputed = results.some((result) => result.disputed !== undefined);
  const verdict = failures.some((result) => result.disputed === undefined)
    ? 'failed'
    : disputed
      ? 'disputed'
      : 'passed';
  return { name, kind, verdict, failures, needless: needlessDisputes(own, name, results) };
}

/**
 * @param {Case} testCase
 * @param {import('./engine.js').Engine} engine
 * @param {string} folder
 * @returns {Result[]}
 */
function resultsOf(testCase, engine, folder) {
  const check = Object.hasOwn(kinds, testCase.kind) ? kinds[testCase.kind] : undefined;
  const failed = (/** @type {string} */ got) => [{ path: 'kind', holds: false, expected: testCase.kind, got }];
  if (!check) return failed('this script does not know that kind');
  try {
    const results = check(testCase, engine, folder);
    // A case that expects nothing is there to be evaluated without a crash.
    return results.length > 0 ? results : [{ path: '', holds: true, expected: 'no crash', got: 'none' }];
  } catch (error) {
    return failed(
      error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : `${error}`,
    );
  }
}

/**
 * @param {Result} result
 * @param {string | Record<string, string> | undefined} dispute
 * @returns {Result}
 */
function withDispute(result, dispute) {
  const reason = typeof dispute === 'object' ? dispute[result.path] : dispute;
  return reason === undefined ? result : { ...result, disputed: reason };
}

/**
 * @param {string | Record<string, string> | undefined} dispute
 * @param {string} name
 * @param {readonly Result[]} results
 */
function needlessDisputes(dispute, name, results) {
  if (dispute === undefined) return [];
  if (typeof dispute === 'string') return results.every(({ holds }) => holds) ? [name] : [];
  return Object.keys(dispute)
    .filter((path) => results.every((result) => result.path !== path || result.holds))
    .map((path) => `${name}: ${path}`);
}
