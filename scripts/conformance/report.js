/** @typedef {import('./run.js').Outcome} Outcome */
/** @typedef {{ name: string, outcomes: Outcome[] }} SuiteOutcome */

/**
 * What failed, a table of the suites, and last the sums in one line.
 *
 * @param {readonly SuiteOutcome[]} suites
 * @returns {string}
 */
export function report(suites) {
  const all = suites.flatMap(({ outcomes }) => outcomes);
  const needless = all.flatMap((outcome) => outcome.needless);
  return [
    ...suites.flatMap(({ name, outcomes }) =>
      outcomes.filter(({ verdict }) => verdict === 'failed').flatMap((outcome) => failure(name, outcome)),
    ),
    ...needless.map((one) => `${one} is in our list of disputes, but holds`),
    ...table(suites),
    sums(all),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** @param {readonly Outcome[]} outcomes */
export const sums = (outcomes) =>
  ['passed', 'failed', 'disputed'].map((verdict) => `${number(outcomes, verdict)} ${verdict}`).join(', ');

const number = (/** @type {readonly Outcome[]} */ outcomes, /** @type {string} */ verdict) =>
  outcomes.filter((outcome) => outcome.verdict === verdict).length;

/**
 * @param {string} suite
 * @param {Outcome} outcome
 * @returns {string[]}
 */
function failure(suite, { name, failures }) {
  const undisputed = failures.filter(({ disputed }) => disputed === undefined);
  return [
    `${suite}: ${name}`,
    ...undisputed.map(({ path, expected, got }) => `  ${path}: expected ${expected}, got ${got}`),
    '',
  ];
}

/** @param {readonly SuiteOutcome[]} suites */
function table(suites) {
  const rows = suites.flatMap(({ name, outcomes }) =>
    [...new Set(outcomes.map(({ kind }) => kind))].map((kind) => row(name, kind, outcomes)),
  );
  const all = [['suite', 'kind', 'passed', 'failed', 'disputed'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all.map((cells) =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(8)))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * @param {string} suite
 * @param {string} kind
 * @param {readonly Outcome[]} outcomes
 */
function row(suite, kind, outcomes) {
  const own = outcomes.filter((outcome) => outcome.kind === kind);
  if (own.every(({ verdict }) => verdict === 'not applicable')) return [suite, kind, `not applicable (${own.length})`];
  return [suite, kind, ...['passed', 'failed', 'disputed'].map((verdict) => String(number(own, verdict)))];
}
