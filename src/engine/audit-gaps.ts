import type { Estate } from '../model/estate.ts';
import { rules as builtInRules } from '../rules/index.ts';
import type { AuditedResource } from './audit-resources.ts';
import { type LintOptions, wantedSeverity } from './lint.ts';
import { compareText } from './order.ts';
import { ownRules } from './own-rules.ts';
import type { Failure, Report } from './report.ts';
import type { Rule } from './rule.ts';

/** A rule that could not look, or not at everything. */
export interface UncheckedRule {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /**
   * `nothing to compare with`: it is about changes; `switched off`: by the configuration or the command line;
   * `not in the preset`: a larger preset has it.
   */
  readonly reason: 'nothing to compare with' | 'switched off' | 'not in the preset';
  /** Whether it looked at some things all the same. */
  readonly isPartly: boolean;
}

/** What an audit could not see, and why. */
export interface NotChecked {
  /** What kept the analysis from being whole. */
  readonly failures: readonly Failure[];
  /** Files that were left out, by reason, the most frequent first. */
  readonly skipped: readonly { readonly reason: string; readonly paths: readonly string[] }[];
  readonly rules: readonly UncheckedRule[];
  /** Keys of declared resources that were not compared though there was an older state: it does not have them. */
  readonly notCompared: readonly string[];
  /** Keys of resources that only the live state has: rules look at what is declared. */
  readonly undeclared: readonly string[];
  /** Resources that look like one of the older state but could not be paired with it, and why, one line each. */
  readonly unpaired: readonly string[];
  /** References that lead out of the audit: whether there is something at their end was not looked for. */
  readonly references: number;
}

/** What a report leaves open. */
export function notChecked(
  report: Report,
  estate: Estate,
  options: LintOptions,
  resources: readonly AuditedResource[],
): NotChecked {
  const references = resources.flatMap((resource) => resource.references);
  return {
    failures: report.failures,
    skipped: skipped(report),
    rules: uncheckedRules(report, estate, options),
    notCompared: estate.hasBase
      ? resources.filter((one) => one.declarations.length > 0 && !one.isCompared).map(({ key }) => key)
      : [],
    undeclared: resources.filter((one) => one.declarations.length === 0).map(({ key }) => key),
    unpaired: report.unpaired,
    references: options.closedWorld ? 0 : references.filter(({ state }) => state === 'outside').length,
  };
}

function skipped({ files }: Report): NotChecked['skipped'] {
  const byReason = new Map<string, string[]>();
  for (const { path, outcome, reason } of files)
    if (outcome === 'skipped') byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  return [...byReason]
    .map(([reason, paths]) => ({ reason, paths }))
    .sort((a, b) => b.paths.length - a.paths.length || compareText(a.reason, b.reason));
}

function uncheckedRules({ rules, files }: Report, { hasBase }: Estate, options: LintOptions): UncheckedRule[] {
  const checked = files.filter(({ outcome }) => outcome === 'checked');
  const found = rules.flatMap((rule): UncheckedRule[] => {
    const off = checked.filter(({ path }) => wantedSeverity(rule, path, options) === 'off').length;
    if (off > 0) return [unchecked(rule, 'switched off', off < checked.length)];
    const isAboutChanges = rule.change !== undefined || rule.move !== undefined;
    if (hasBase || !isAboutChanges) return [];
    return [unchecked(rule, 'nothing to compare with', rule.resource !== undefined || rule.operation !== undefined)];
  });
  const running = new Set(rules.map(({ id }) => id));
  const others = [...builtInRules, ...ownRules].filter(({ id }) => !running.has(id));
  return [...found, ...others.map((rule) => unchecked(rule, 'not in the preset', false))].sort((a, b) =>
    compareText(a.id, b.id),
  );
}

const unchecked = ({ id, name, title }: Rule, reason: UncheckedRule['reason'], isPartly: boolean): UncheckedRule => ({
  id,
  name,
  title,
  reason,
  isPartly,
});

/** What makes a value known, by the reason why it is not. The first that fits. */
const actions: readonly (readonly [RegExp, string])[] = [
  [
    /^parameter ".*" (has no value|is only known during deployment)/,
    'Name the parameter file: x.parameters.json beside x.json, --parameters, or parameters in the configuration.',
  ],
  [/Key Vault|is secure$/, 'None: a secret stays where it is.'],
  [/^placeholder /, 'Check the files that the pipeline has filled in, too.'],
  [
    /limit of the evaluation|takes its value from itself/,
    'Mend the template, or split it: what it says can’t be computed.',
  ],
  [/\bscript\b|no literal/, 'Write the value out in the script, or declare the resource in a template.'],
  [
    /^the (subscription|tenant|management group|resource group) /,
    'Write it in the spec, or name it in the script that deploys the template. Most rules can do without it.',
  ],
  [/^the what-if /, 'Ask for the whole payload: --result-format FullResourcePayloads.'],
];

/** The action that a reason for an unknown value asks for. */
export const raisedBy = (reason: string): string =>
  actions.find(([pattern]) => pattern.test(reason))?.[1] ??
  'Only the deployment knows it: --live compares what came of it.';
