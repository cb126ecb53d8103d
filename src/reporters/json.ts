import type { Finding, FindingFix, Region, Report, Suppression, SuppressionOutcome } from '../engine/report.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

/** JSON for other programs, in the shape of `schemas/report.schema.json`. Lines and columns from 1. */
export const json: Reporter = (report, { version }) => {
  const count = (severity: string) => report.findings.filter((finding) => finding.severity === severity).length;
  const outcome = (wanted: string) => report.files.filter((file) => file.outcome === wanted).length;
  const document = {
    schemaVersion: '1',
    tool: { name: 'azlocal-lint', version },
    summary: {
      files: report.files.length,
      checked: outcome('checked'),
      skipped: outcome('skipped'),
      failed: outcome('failed'),
      resources: report.resources,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      suppressed: report.suppressed.length,
      unchanged: report.unchanged.length,
    },
    coverage: coverageOf(report.coverage),
    findings: report.findings.map(findingOf),
    suppressed: report.suppressed.map(findingOf),
    unchanged: report.unchanged.map(findingOf),
    suppressions: report.suppressions.map(suppressionOutcome),
    failures: report.failures,
    files: report.files,
  };
  return jsonText(document);
};

const coverageOf = ({ unknownValues, ...counts }: Report['coverage']) => ({
  ...counts,
  ...(unknownValues
    ? { unknownValues: unknownValues.map(({ region, ...value }) => ({ ...value, ...flat(region) })) }
    : {}),
});

export const findingOf = (finding: Finding) => ({
  ruleId: finding.ruleId,
  ruleName: finding.ruleName,
  severity: finding.severity,
  confidence: finding.confidence,
  state: finding.state,
  ...(finding.suppression ? { suppression: suppressionOf(finding.suppression) } : {}),
  message: finding.message,
  ...flat(finding.region),
  ...(finding.resource ? { resource: finding.resource } : {}),
  environments: finding.environments,
  trace: finding.trace.map(({ text, region }) => ({ text, ...(region ? flat(region) : {}) })),
  related: finding.related.map(({ region, message, inBase }) => ({ ...flat(region), message, inBase })),
  sameCause: finding.sameCause.map(({ resource, fingerprint }) => ({ ...(resource ? { resource } : {}), fingerprint })),
  fingerprint: finding.fingerprint,
  helpUri: finding.helpUri,
  ...(finding.fix ? { fix: fixOf(finding.fix) } : {}),
});

const fixOf = ({ description, isSafe, edits }: FindingFix) => ({
  description,
  isSafe,
  edits: edits.map(({ region, text }) => ({ ...flat(region), text })),
});

/** What became of a suppression, in the shape of the schema. */
export const suppressionOutcome = ({ ruleId, ruleName, state, count, ...suppression }: SuppressionOutcome) => ({
  ruleId,
  ruleName,
  state,
  count,
  ...suppressionOf(suppression),
});

const suppressionOf = ({ region, ...rest }: Suppression) => ({ ...rest, ...flat(region) });

export const flat = ({ path, start, end }: Region) => ({
  path,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
});
