import pc from 'picocolors';
import { worstFirst } from '../engine/audit.ts';
import { type AuditReporter, acceptedIn, idleIn, scopeInWords, totalsInWords } from './audit.ts';
import { gapsInWords } from './audit-gaps.ts';
import { aligned, inert, visible, wrapped } from './terminal.ts';
import { at, documentation, findingBlocks } from './text.ts';

const defaultWidth = 100;

/** An audit in a terminal: the findings, then what they come to, so that the end of a long report says the most. */
export const auditText: AuditReporter = ({ audit, report }, options) => {
  const colors = pc.createColors(options.colors);
  const width = Math.max(40, options.width ?? defaultWidth);
  const lines = (rows: readonly string[]) =>
    rows.flatMap((row) => wrapped(visible(row), width - 4).map((part, index) => `  ${index > 0 ? '  ' : ''}${part}`));
  const block = (title: string, rows: readonly string[]) =>
    rows.length > 0 ? [[colors.bold(title), ...rows].join('\n')] : [];
  const { areas, resources, totals, coverage, date } = audit;
  const accepted = acceptedIn(audit).map(({ ruleId, region, suppression: { reason, expires, ticket } = {} }) => {
    const until = expires === undefined ? '' : ` (until ${expires})`;
    return `${ruleId} ${at(region)}: ${reason ?? 'no reason given'}${until}${ticket === undefined ? '' : ` ${ticket}`}`;
  });
  const idle = idleIn(audit).map(
    ({ ruleId, region, matter, scope }) => `${ruleId} ${at(region)}: accepts nothing in ${scope}: ${matter}`,
  );
  const total = coverage.known + coverage.unknown;
  return inert(
    `${[
      ...findingBlocks(report, options),
      ...documentation(report.findings, colors),
      ...block('Accepted', lines([...accepted, ...idle])),
      ...gapsInWords(audit).flatMap(([title, rows]) => block(`Not checked: ${title.toLowerCase()}`, lines(rows))),
      ...block('By area', aligned(areas.map(({ area, totals: own }) => [area, totalsInWords(own)]))),
      ...block(
        'By resource',
        aligned(worstFirst(resources).map(({ kind, name, totals: own }) => [`${kind} ${name}`, totalsInWords(own)])),
      ),
      [
        colors.bold(`Audit of ${date}: ${totalsInWords(totals) || 'nothing found'}`),
        `${scopeInWords(audit)}.`,
        ...(audit.notChecked.failures.length > 0
          ? ['Incomplete: something kept it from being analysed; see above.']
          : []),
        ...(total > 0 ? [`${coverage.known} of ${total} values known.`] : []),
      ]
        .flatMap((row) => wrapped(row, width))
        .join('\n'),
    ].join('\n\n')}\n`,
  );
};
