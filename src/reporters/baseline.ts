import pc from 'picocolors';
import type { BaselineOutcome } from '../engine/baseline.ts';
import { counted } from './reporter.ts';
import { inert, visible, wrapped } from './terminal.ts';

const defaultWidth = 100;

const titles: Record<BaselineOutcome['state'], string> = {
  present: 'Still there',
  fixed: 'Fixed',
  unseen: 'Not seen by this run',
};

/** What is accepted, by what became of it, for people. */
export function baselineText(
  outcomes: readonly BaselineOutcome[],
  { colors: useColors, width = defaultWidth }: { readonly colors: boolean; readonly width: number | undefined },
): string {
  const colors = pc.createColors(useColors);
  const inState = (wanted: BaselineOutcome['state']) => outcomes.filter(({ state }) => state === wanted);
  const sections = (['present', 'fixed', 'unseen'] as const).flatMap((state) => {
    const blocks = inState(state).map(({ entry, reason }) => {
      const { ruleId, resource, environment, message, paths } = entry;
      const where = environment === undefined ? '' : ` (in ${visible(environment)})`;
      const rows = [
        ...wrapped(visible(message), width - 4),
        colors.dim(paths.map(visible).join(', ')),
        ...(reason === undefined ? [] : [visible(reason)]),
      ];
      const title = `  ${colors.bold(visible(ruleId))}  ${visible(resource ?? '')}${where}`.trimEnd();
      return [title, ...rows.map((row) => `    ${row}`)].join('\n');
    });
    return blocks.length === 0 ? [] : [colors.underline(titles[state]), ...blocks];
  });
  const [present, fixed, unseen] = (['present', 'fixed', 'unseen'] as const).map((state) => inState(state).length);
  const parts = [
    `${present} still there`,
    ...(fixed ? [`${fixed} fixed ("azlocal-lint baseline prune" drops them)`] : []),
    ...(unseen ? [`${unseen} not seen`] : []),
  ];
  sections.push(`${counted(outcomes.length, 'finding')} accepted: ${parts.join(', ')}`);
  return inert(`${sections.join('\n\n')}\n`);
}

/** The same for programs: each entry with its state. */
export const baselineJson = (outcomes: readonly BaselineOutcome[]): string =>
  `${JSON.stringify(
    outcomes.map(({ state, reason, entry }) => ({ state, ...(reason === undefined ? {} : { reason }), ...entry })),
    null,
    2,
  )}\n`;
