import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './terminal.ts';

const severities = { error: 'major', warning: 'minor', note: 'info' } as const;

/** GitLab's Code Quality report: a list that merge requests show beside the lines. */
export const gitlab: Reporter = ({ findings, failures }) => {
  const issues = [
    ...findings.map(({ ruleId, ruleName, severity, message, fingerprint, region }) => ({
      description: `${ruleId} ${ruleName}: ${visible(message)}`,
      check_name: ruleId,
      fingerprint,
      severity: severities[severity],
      location: { path: region.path, lines: { begin: region.start.line, end: region.end.line } },
    })),
    ...failures.map(({ path = '.', message }, index) => ({
      description: `Not checked: ${visible(message)}`,
      check_name: 'not-checked',
      fingerprint: `not-checked-${index}-${path}`,
      severity: 'blocker',
      location: { path, lines: { begin: 1 } },
    })),
  ];
  return jsonText(issues);
};
