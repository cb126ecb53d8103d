/**
 * The documented limitations, and what became of each.
 *
 *   npm run limitations              list them by the date of the page that was read, oldest first: what to read again
 *   npm run limitations -- AZL1104   those of one rule, or of one page (create-logical-networks)
 *
 * `limitationsPage()` is docs/limitations.md.
 */
import { documented } from '../build/model/documentation.js';
import { rules } from '../build/rules/index.js';
import { undecidable } from './undecidable.js';

/** @typedef {import('../build/model/documentation.js').Limitation} Limitation */

/** @type {{ limitation: Limitation, rule?: import('../build/engine/rule.js').Rule, reason?: string }[]} */
export const records = [
  ...rules.flatMap((rule) => [rule.limitation, ...(rule.also ?? [])].map((limitation) => ({ limitation, rule }))),
  ...undecidable.map(({ page, heading, statement, reason }) => ({
    limitation: documented(page, heading, statement),
    reason,
  })),
];

/** A page as people call it: its address without what all have in common. */
const pageName = (/** @type {string} */ page) =>
  page.replace(/^https:\/\/github\.com\/(.*)\/issues\/(\d+)$/, '$1#$2').replace(/^https?:\/\/.*\/(multi-rack-)?/, '');

const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

/** docs/limitations.md: each documented limitation with the rule that covers it, or why none can. */
export function limitationsPage() {
  const covered = records.filter(({ rule }) => rule);
  const pages = [...new Set(records.map(({ limitation }) => limitation.page))].sort();
  const lines = [
    '<!-- Written by `npm run docs`. Do not edit. -->',
    '# Documented limitations',
    '',
    'Every limitation of Azure Local for multi-rack deployments that was found in its documentation, page by page: the',
    'rule that covers it, or why no spec can show it. Dates are those that the copies bear that were read.',
    '',
    '| documented | covered by a rule | undecidable |',
    '| --- | --- | --- |',
    `| ${records.length} | ${covered.length} (${rules.length} rules) | ${records.length - covered.length} |`,
    '',
  ];
  for (const page of pages) {
    const own = records.filter(({ limitation }) => limitation.page === page);
    const [{ limitation: first }] = /** @type {[typeof records[0]]} */ (own);
    lines.push(
      `## ${pageName(page)}`,
      '',
      `[${page}](${page}), dated ${first.dated}, read ${first.readOn}.`,
      '',
      '| limitation | heading | rule |',
      '| --- | --- | --- |',
      ...own
        .sort(
          (a, b) =>
            compare(a.limitation.heading, b.limitation.heading) || compare(a.rule?.id ?? '~', b.rule?.id ?? '~'),
        )
        .map(
          ({ limitation: { statement, heading }, rule, reason }) =>
            `| ${cell(statement)} | ${cell(heading)} | ${rule ? `[${rule.id}](../rules.md#${rule.id.toLowerCase()}-${rule.name})` : `none: ${cell(reason ?? '')}`} |`,
        ),
      '',
    );
  }
  return `${lines.join('\n').trim()}\n`;
}

const cell = (/** @type {string} */ text) => text.replaceAll('|', '\\|');

if (process.argv[1]?.endsWith('limitations.js')) {
  const wanted = process.argv[2]?.toLowerCase();
  const rows = records
    .map(({ limitation, rule }) => ({ ...limitation, id: rule?.id ?? 'none   ', name: pageName(limitation.page) }))
    .filter(({ id, name }) => wanted === undefined || id.toLowerCase() === wanted || name === wanted)
    .sort(
      (a, b) =>
        compare(a.readOn, b.readOn) ||
        compare(a.dated ?? '', b.dated ?? '') ||
        compare(a.name, b.name) ||
        compare(a.id, b.id),
    );
  if (rows.length === 0) {
    process.stderr.write(
      `no limitation of "${process.argv[2]}": name a rule id, or a page such as create-logical-networks\n`,
    );
    process.exitCode = 2;
  }
  const text = rows.map(
    ({ readOn, dated, id, name, heading, statement }) =>
      `${readOn}  ${dated ?? ''}  ${id}  ${name}: ${heading}\n    ${statement}\n`,
  );
  // A reader such as `head` may leave early.
  process.stdout.on('error', () => undefined);
  process.stdout.write(text.join(''));
}
