import type { AuditReporter } from './audit.ts';
import { findingOf, flat, suppressionOutcome } from './json.ts';
import { jsonText } from './json-text.ts';

/** An audit for programs, in the shape of `schemas/audit.schema.json`. Lines and columns from 1. */
export const auditJson: AuditReporter = ({ audit }) => {
  const { version, findings, resources, suppressions, ...rest } = audit;
  const document = {
    schemaVersion: '1',
    tool: { name: 'azlocal-lint', version },
    ...rest,
    resources: resources.map(({ declarations, ...resource }) => ({
      ...resource,
      declarations: declarations.map(({ region, environment }) => ({ environment, ...flat(region) })),
    })),
    findings: findings.map((finding) => ({
      ...findingOf(finding),
      area: finding.area,
      resources: finding.resources,
    })),
    suppressions: suppressions.map(suppressionOutcome),
  };
  return jsonText(document);
};
