import type { Estate } from '../model/estate.ts';
import { defaultRelease, type Release } from '../model/release.ts';
import { areaOf } from './areas.ts';
import { type NotChecked, notChecked, raisedBy } from './audit-gaps.ts';
import { type AuditedResource, Inventory } from './audit-resources.ts';
import { check, type LintInput, type LintOptions } from './lint.ts';
import { compareFindings, compareText } from './order.ts';
import type { Finding, Report, SuppressionOutcome } from './report.ts';
import type { Limitation, Preset, Severity } from './rule.ts';

export type { NotChecked, UncheckedRule } from './audit-gaps.ts';
export type { AuditedReference, AuditedResource } from './audit-resources.ts';

/** Findings by what they are worth. What is accepted does not count as an error, a warning or a note. */
export interface Totals {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Accepted by a suppression. */
  readonly suppressed: number;
  /** In the baseline. */
  readonly unchanged: number;
}

/** A rule that found something, with its evidence. */
export interface AuditedRule {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly area: string;
  /** What to do about a finding. */
  readonly remedy: string;
  /** What the documentation says, where, and on which day it was read. None for the linter's own rules. */
  readonly evidence: readonly Limitation[];
  readonly totals: Totals;
}

export interface AuditedFinding extends Finding {
  readonly area: string;
  /** Keys of the resources that it is about, its own first; none when it is about a command, or a file. */
  readonly resources: readonly string[];
}

/**
 * All that an audit has to say, as plain data: what reports are made of, and what a picture of the estate or an editor
 * needs. Equal runs on one day give equal audits.
 */
export interface Audit {
  /** The day of the audit, `YYYY-MM-DD`. */
  readonly date: string;
  /** Version of the tool. */
  readonly version: string;
  readonly release: Release;
  readonly preset: Preset;
  readonly closedWorld: boolean;
  /** What there was to compare with. */
  readonly comparedWith: readonly ('base' | 'live state' | 'what-if')[];
  readonly files: { readonly checked: number; readonly skipped: number; readonly failed: number };
  /** How many rules looked. */
  readonly rulesRun: number;
  readonly totals: Totals;
  /** Areas with findings, in order of the catalogue. */
  readonly areas: readonly { readonly area: string; readonly totals: Totals }[];
  /** Rules with findings, in order of id. */
  readonly rules: readonly AuditedRule[];
  /** Everything that is declared or deployed, in order of key. */
  readonly resources: readonly AuditedResource[];
  /** Findings of every state, in the order of files. */
  readonly findings: readonly AuditedFinding[];
  readonly suppressions: readonly SuppressionOutcome[];
  readonly coverage: {
    readonly known: number;
    readonly unknown: number;
    /** Why values are unknown, the most frequent reason first, and what would make them known. */
    readonly reasons: readonly { readonly reason: string; readonly count: number; readonly action: string }[];
  };
  readonly notChecked: NotChecked;
}

/** What an audit can't know by itself. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly version: string;
}

/** Checks specs with all rules, and makes an audit of the report. Pure, as `lint()` is: the day is passed in. */
export async function audit(
  input: LintInput,
  options: LintOptions,
  moment: Moment,
): Promise<{ readonly report: Report; readonly audit: Audit }> {
  const whole: LintOptions = { preset: 'strict', today: moment.date, ...options };
  const { report, estate, shown } = await check(input, whole);
  return { report, audit: shown.data(auditOf(report, estate, input, whole, moment)) };
}

/** Makes an audit of a report. */
export function auditOf(
  report: Report,
  estate: Estate,
  input: Pick<LintInput, 'base' | 'live' | 'whatIf'>,
  options: LintOptions,
  { date, version }: Moment,
): Audit {
  const { release = defaultRelease, preset = 'recommended', closedWorld = false } = options;
  const inventory = new Inventory(estate);
  const findings = [...report.findings, ...report.suppressed, ...report.unchanged]
    .sort(compareFindings)
    .map((finding) => ({ ...finding, area: areaOf(finding.ruleId), resources: inventory.keysOf(finding) }));
  const of = (isMeant: (finding: AuditedFinding) => boolean) => totalsOf(findings.filter(isMeant));
  const byResource = new Map<string, AuditedFinding[]>();
  for (const finding of findings)
    for (const key of finding.resources) byResource.set(key, [...(byResource.get(key) ?? []), finding]);
  const resources = inventory.resources((key) => totalsOf(byResource.get(key) ?? []));
  const found = new Set(findings.map(({ ruleId }) => ruleId));
  const rules = report.rules.filter(({ id }) => found.has(id));
  const outcome = (wanted: string) => report.files.filter((file) => file.outcome === wanted).length;
  return {
    date,
    version,
    release,
    preset,
    closedWorld,
    comparedWith: [
      ...(input.base ? (['base'] as const) : []),
      ...(input.live ? (['live state'] as const) : []),
      ...(input.whatIf ? (['what-if'] as const) : []),
    ],
    files: { checked: outcome('checked'), skipped: outcome('skipped'), failed: outcome('failed') },
    rulesRun: report.rules.length,
    totals: totalsOf(findings),
    areas: [...new Set(rules.map(({ id }) => areaOf(id)))].map((area) => ({
      area,
      totals: of((finding) => finding.area === area),
    })),
    rules: rules.map(({ id, name, title, remedy, limitation, also = [] }) => ({
      id,
      name,
      title,
      area: areaOf(id),
      remedy,
      evidence: id.startsWith('AZL8') ? [] : [limitation, ...also],
      totals: of((finding) => finding.ruleId === id),
    })),
    resources,
    findings,
    suppressions: report.suppressions,
    coverage: {
      ...report.coverage,
      reasons: report.coverage.reasons.map(({ reason, count }) => ({ reason, count, action: raisedBy(reason) })),
    },
    notChecked: notChecked(report, estate, options, resources),
  };
}

function totalsOf(findings: readonly Finding[]): Totals {
  const state = (wanted: Finding['state']) => findings.filter((finding) => finding.state === wanted);
  const count = (wanted: Severity) => state('new').filter(({ severity }) => severity === wanted).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    suppressed: state('suppressed').length,
    unchanged: state('unchanged').length,
  };
}

/** What is worst first: more errors, then more warnings, notes and accepted findings. */
export const compareTotals = (a: Totals, b: Totals): number =>
  b.errors - a.errors || b.warnings - a.warnings || b.notes - a.notes || b.suppressed - a.suppressed;

/** Resources with something to say of them, the worst first. */
export const worstFirst = (resources: readonly AuditedResource[]): AuditedResource[] =>
  resources
    .filter(({ totals }) => Object.values(totals).some((count) => count > 0))
    .sort((a, b) => compareTotals(a.totals, b.totals) || compareText(a.key, b.key));
