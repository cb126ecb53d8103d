import {
  type Finding,
  type Region,
  type Report,
  rules,
  SourceFile,
  type Suppression,
  type UnknownValue,
} from '../../src/index.ts';
import type { ReporterOptions } from '../../src/reporters/index.ts';

/** How reporters are called in tests, unless a test says otherwise. */
export const options: ReporterOptions = {
  colors: false,
  verbose: false,
  quiet: false,
  width: 80,
  version: '1.2.3',
  exitCode: 1,
};

/** A region from `line:column-column` or `line:column-line:column`. */
export function region(text: string, path = 'a.yaml'): Region {
  const [, line, column, endLine, endColumn] = (/^(\d+):(\d+)-(?:(\d+):)?(\d+)$/.exec(text) ?? []).map(Number);
  const start = { line: line as number, column: column as number };
  return { path, start, end: { line: endLine || start.line, column: endColumn as number } };
}

/** A finding with what a test does not care about filled in. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: 'AZL1104',
  ruleName: 'logical-network-vlan-changed',
  severity: 'error',
  confidence: 'certain',
  state: 'new',
  message: 'VLAN "806" is changed.',
  region: region('1:1-4'),
  trace: [],
  sameCause: [],
  related: [],
  environments: [],
  fingerprint: '0'.repeat(32),
  helpUri: 'https://learn.microsoft.com/a',
  ...more,
});

/** A report of findings in files with given texts. */
export const report = (
  findings: readonly Finding[],
  texts: Record<string, string> = {},
  more: Partial<Report> = {},
): Report => ({
  findings,
  suppressed: [],
  unchanged: [],
  suppressions: [],
  files: Object.keys(texts).map((path) => ({ path, outcome: 'checked', reason: '1 resource' })),
  failures: [],
  resources: Object.keys(texts).length,
  coverage: { known: 0, unknown: 0, reasons: [] },
  pairings: [],
  unpaired: [],
  plan: { isCompared: true, networks: [], interfaces: [], machines: [], others: [], open: [] },
  rules,
  sources: new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)])),
  ...more,
});

/** A suppression with what a test does not care about filled in. */
export const suppression = (more: Partial<Suppression> = {}): Suppression => ({
  kind: 'comment',
  region: region('1:1-9'),
  scope: 'line 1',
  ...more,
});

/** A value that only the deployment knows. */
export const unknownValue = (more: Partial<UnknownValue> = {}): UnknownValue => ({
  region: region('2:7-10'),
  resource: { type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'lnet' },
  property: 'properties.subnets[].properties.vlan',
  reason: 'parameter "vlan" has no value',
  environments: [],
  ...more,
});
