import type { Audit, UncheckedRule } from '../engine/audit.ts';
import { counted } from './reporter.ts';

/** What was not checked: titles, and lines of plain text under each. */
export function gapsInWords(audit: Audit): readonly (readonly [string, readonly string[]])[] {
  const { notChecked, coverage } = audit;
  const gaps: [string, readonly string[]][] = [
    [
      'Incomplete',
      notChecked.failures.map(({ path, message }) => (path === undefined ? message : `${path}: ${message}`)),
    ],
    ['Changes', changes(audit)],
    ['Rules', ruleLines(notChecked.rules)],
    ['Resources', resourceLines(audit)],
    ['Values', coverage.reasons.map(({ reason, count, action }) => `${counted(count, 'value')}: ${reason}. ${action}`)],
    [
      'Files',
      notChecked.skipped.map(
        ({ reason, paths }) => `${counted(paths.length, 'file')} skipped, ${reason}: ${shortened(paths)}.`,
      ),
    ],
  ];
  return gaps.filter(([, lines]) => lines.length > 0);
}

function changes({ notChecked: { rules, notCompared, unpaired }, resources }: Audit): string[] {
  const idle = rules.filter(({ reason }) => reason === 'nothing to compare with');
  const [whole, partly] = [idle.filter(({ isPartly }) => !isPartly), idle.filter(({ isPartly }) => isPartly)];
  return [
    ...line(whole, (list) => `about changes did not run, for there was nothing to compare with: ${list}.`),
    ...line(partly, (list) => `looked at what is declared, but not at changes: ${list}.`),
    ...(idle.length > 0 ? ['Give what is deployed with --live, or older specs with --base.'] : []),
    ...(notCompared.length > 0
      ? [
          `${counted(notCompared.length, 'resource')} not compared, for no older state of it was given: ${named(notCompared, resources)}.`,
        ]
      : []),
    ...unpaired,
  ];
}

function ruleLines(rules: readonly UncheckedRule[]): string[] {
  const off = rules.filter(({ reason }) => reason === 'switched off');
  const others = rules.filter(({ reason }) => reason === 'not in the preset');
  return [
    ...off.map(
      ({ id, name, isPartly }) => `${id} ${name} is switched off${isPartly ? ' for a part of the files' : ''}.`,
    ),
    ...line(others, (list) => `not in the preset: ${list}.`),
  ];
}

const line = (rules: readonly UncheckedRule[], said: (list: string) => string): string[] =>
  rules.length === 0 ? [] : [`${counted(rules.length, 'rule')} ${said(shortened(rules.map(({ id }) => id)))}`];

function resourceLines({ notChecked: { undeclared, references }, resources }: Audit): string[] {
  return [
    ...(undeclared.length > 0
      ? [
          `${counted(undeclared.length, 'resource')} deployed, and declared in no file: ${named(undeclared, resources)}. Rules look at what is declared; to look at what is deployed, audit the file of the live state by itself.`,
        ]
      : []),
    ...(references > 0
      ? [
          `${counted(references, 'reference')} to something that is not in the audit: whether it exists was not checked. --live tells; with --closed-world it is reported.`,
        ]
      : []),
  ];
}

const named = (keys: readonly string[], resources: Audit['resources']): string => {
  const byKey = new Map(resources.map(({ key, kind, name }) => [key, `${kind} "${name}"`]));
  return shortened([...new Set(keys.map((key) => byKey.get(key) ?? key))]);
};

/** More names than this are counted only. */
const maximumNames = 10;

function shortened(names: readonly string[]): string {
  const left = names.length - maximumNames;
  return [...names.slice(0, maximumNames), ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}
