import type { Report } from '../../engine/report.ts';
import { counted } from '../../reporters/reporter.ts';
import { hostNames } from './checks.ts';
import type { NextStep, Piece } from './piece.ts';
import { checkedPaths } from './specs.ts';
import type { Surroundings } from './surroundings.ts';

/** What was found, before anything is asked. */
export function foundText(surroundings: Surroundings, report: Report): string {
  const { root, isRepository, branch, base, host, hookManager, hookPaths, configuration } = surroundings;
  const rows: [string, string | undefined][] = [
    [isRepository ? 'repository' : 'folder', `${root}${isRepository ? '' : ' (no git repository)'}`],
    ['branch', branch],
    ['base', base],
    ['host', host && `${hostNames[host.name]} (${host.sign})`],
    ['hooks', hookManager && `${hookManager} (${hookPaths[hookManager]})`],
    ['configuration', configuration],
    ['specs', specsText(checkedPaths(report))],
  ];
  return `Found\n${table(rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])))}`;
}

/** At most so many folders are named. */
const maximumFolders = 4;

function specsText(paths: readonly string[]): string {
  if (paths.length === 0) return 'none yet';
  const folders = [
    ...new Set(paths.map((path) => (path.includes('/') ? path.split('/', 1)[0] : 'the root') as string)),
  ].sort();
  const named = folders.slice(0, maximumFolders);
  const more = folders.length - named.length;
  return `${counted(paths.length, 'file')} in ${named.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

/** What will be written, before it is agreed to. */
export const plannedText = (pieces: readonly Piece[]): string =>
  `\nTo be written\n${table(pieces.map(({ path, purpose }) => [path, purpose]))}`;

/** What became of a set-up. */
export interface Outcome {
  readonly written: readonly Piece[];
  /** Those whose files are there already. */
  readonly kept: readonly Piece[];
  /** Whether nothing was really written, and the texts are to be shown. */
  readonly isDryRun: boolean;
  /** The specs as they are today. */
  readonly report: Report;
}

/** What was written and what was not, what to add by hand, and what to do next. */
export function outcomeText({ written, kept, isDryRun, report }: Outcome): string {
  const texts = isDryRun ? written.map(({ path, text }) => `\n${path}\n\n${indented(text)}`) : [];
  const additions = kept.flatMap(({ path, purpose, addition }) =>
    addition === undefined ? [] : [`\nAdd to ${path} for the ${purpose}:\n\n${indented(addition)}`],
  );
  const blocks = [
    section(isDryRun ? 'Would write' : 'Wrote', written),
    ...texts,
    section('Kept as it is', kept),
    ...additions,
    `\nNext\n${table(isDryRun ? [['the same with --yes', 'writes it']] : nextSteps(written, kept, report))}`,
  ];
  return blocks.join('');
}

const section = (title: string, pieces: readonly Piece[]): string =>
  pieces.length === 0 ? '' : `\n${title}\n${table(pieces.map(({ path, purpose }) => [path, purpose]))}`;

const command = 'npx azlocal-lint';

function nextSteps(written: readonly Piece[], kept: readonly Piece[], { findings }: Report): NextStep[] {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const adopting: NextStep = [
    `${command} baseline create`,
    'accepts what is there today: only what is new is reported',
  ];
  return [
    [command, `checks everything: ${counted(errors, 'error')} and ${counted(warnings, 'warning')} today`],
    ...(errors + warnings === 0 ? [] : [adopting]),
    ...[...written, ...kept].flatMap(({ next }) => next),
    ...(written.length === 0 ? [] : [['commit what was written', 'then everybody has it'] as const]),
  ];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}\n`).join('');
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');
