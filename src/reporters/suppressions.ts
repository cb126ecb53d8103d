import pc from 'picocolors';
import type { Report, SuppressionOutcome } from '../engine/report.ts';
import { suppressionOutcome } from './json.ts';
import { jsonText } from './json-text.ts';
import { counted } from './reporter.ts';
import { inert, visible } from './terminal.ts';

const states = ['active', 'unused', 'expired', 'unknown'] as const;

/** What is accepted, for people who audit it: where that is said, of what, why, until when, and what it does. */
export function suppressionsText(report: Report, { colors: wanted }: { readonly colors: boolean }): string {
  const colors = pc.createColors(wanted);
  const { suppressions } = report;
  if (suppressions.length === 0) return 'Nothing is suppressed.\n';
  const files = new Map<string, SuppressionOutcome[]>();
  for (const one of suppressions) files.set(one.region.path, [...(files.get(one.region.path) ?? []), one]);
  const colour = { active: colors.green, unused: colors.yellow, expired: colors.yellow, unknown: colors.cyan };
  const blocks = [...files].map(([path, list]) =>
    [
      colors.underline(visible(path)),
      ...list.flatMap((one) => {
        const { region, ruleId, ruleName, state, count, scope, reason, expires, ticket } = one;
        const found = state === 'active' ? `, ${counted(count, 'finding')}` : '';
        const words = [
          reason ?? 'no reason given',
          ...(expires ? [`until ${expires}`] : []),
          ...(ticket ? [ticket] : []),
        ];
        return [
          `  ${colors.dim(`${region.start.line}:${region.start.column}`)}  ${colors.bold(ruleId)} ${ruleName}  ${colour[state](state)}${found}  ${colors.dim(`for ${visible(scope)}`)}`,
          `    ${visible(words.join('; '))}`,
        ];
      }),
    ].join('\n'),
  );
  const totals = states.flatMap((state) => {
    const count = suppressions.filter((one) => one.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const why = suppressions.some(({ state }) => state === 'unknown')
    ? '\nunknown: the rule could not look: it does not run, has nothing to compare with, or needs a value that only the deployment knows.'
    : '';
  return inert(
    `${[...blocks, `${counted(suppressions.length, 'suppression')}: ${totals.join(', ')}${why}`].join('\n\n')}\n`,
  );
}

/** The same for programs: the list `suppressions` of the JSON report. */
export const suppressionsJson = ({ suppressions }: Report): string => jsonText(suppressions.map(suppressionOutcome));
