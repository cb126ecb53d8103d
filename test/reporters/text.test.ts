import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/reporters/terminal.ts';
import { text } from '../../src/reporters/text.ts';
import { finding, options, region, report, suppression } from './reports.ts';

const texts = { 'a.yaml': 'vlan: 806\n', 'b.yaml': 'vlan: 7\n' };
const first = finding({ region: region('1:7-10') });
const second = finding({ region: region('1:7-8', 'b.yaml'), severity: 'warning', ruleId: 'AZL3003', ruleName: 'x' });
const note = finding({ region: region('1:1-1'), severity: 'note', ruleId: 'AZL9001', ruleName: 'y' });

test('findings stand under the path of their file, pages and figures at the end', () => {
  const coverage = { known: 3, unknown: 1, reasons: [{ reason: 'parameter "x" has no value', count: 1 }] };
  expect(text(report([note, first, second], texts, { coverage }), { ...options, durationMs: 1234 })).toBe(`a.yaml
  1:1  note  AZL9001 y
    VLAN "806" is changed.

  1:7  error  AZL1104 logical-network-vlan-changed
    VLAN "806" is changed.
    > 1 | vlan: 806
        |       ^^^

b.yaml
  1:7  warning  AZL3003 x
    VLAN "806" is changed.
    > 1 | vlan: 7
        |       ^

Documented limitations
  AZL1104, AZL3003, AZL9001
    https://learn.microsoft.com/a

1 error, 1 warning, 1 note; 2 files checked (2 resources) in 1.2 s
3 of 4 checked values known; 1 unknown: parameter "x" has no value (1)
`);
});

test('related places and deployments', () => {
  const related = [
    { region: region('2:3-4', 'net.json'), message: 'used here', inBase: false },
    { region: region('9:9-10', 'old.yaml'), message: 'base: was 805', inBase: true },
  ];
  const said = text(report([{ ...first, related, environments: ['prod', 'test'] }], texts), options);
  expect(said).toContain('AZL1104 logical-network-vlan-changed (in prod, test)\n');
  expect(said).toContain('\n    net.json:2:3 used here\n    old.yaml:9:9 base: was 805\n');
});

describe('the summary', () => {
  const summary = (...args: Parameters<typeof report>) =>
    text(report(...args), options)
      .trim()
      .split('\n');

  test('of a clean run', () => {
    expect(summary([], { 'a.yaml': '' }, { coverage: { known: 5, unknown: 0, reasons: [] } })).toEqual([
      'No problems found; 1 file checked (1 resource)',
      'All 5 checked values known',
    ]);
  });

  test('counts what was skipped and what failed', () => {
    const files = (['checked', 'skipped', 'skipped', 'failed'] as const).map((outcome, index) => ({
      path: `${index}`,
      outcome,
      reason: '',
    }));
    expect(summary([], {}, { files, resources: 2 })).toEqual([
      'No problems found; 1 file checked (2 resources), 2 skipped, 1 failed',
    ]);
  });

  test('shows the three most frequent reasons, and all of them when asked', () => {
    const reasons = ['a', 'b', 'c', 'd'].map((reason, index) => ({ reason, count: 9 - index }));
    const coverage = { known: 0, unknown: 30, reasons };
    expect(summary([], {}, { coverage })[1]).toBe('0 of 30 checked values known; 30 unknown: a (9), b (8), c (7), …');
    expect(text(report([], {}, { coverage }), { ...options, verbose: true })).toContain('c (7), d (6)\n');
  });
});

describe('--quiet', () => {
  const quiet = { ...options, quiet: true };

  test('shows errors only, but counts everything', () => {
    const said = text(report([first, second], texts), quiet);
    expect(said).not.toContain('b.yaml');
    expect(said).toContain('1 error, 1 warning;');
  });

  test('says nothing when there is no error', () => {
    expect(text(report([second], texts), quiet)).toBe('');
  });

  test('still says that something was not checked', () => {
    const failures = [{ path: 'c.yaml', message: 'no permission to read it.' }];
    expect(text(report([], texts, { failures }), quiet)).toMatch(
      /^not checked {2}c\.yaml: no permission to read it\.\n/,
    );
  });
});

test('--verbose says what became of each file, and how resources were paired', () => {
  const files = [
    { path: 'a.yaml', outcome: 'checked' as const, reason: '1 resource' },
    { path: 'c.json', outcome: 'skipped' as const, reason: 'no Azure Local resource type in it' },
  ];
  const said = text(report([], texts, { files, pairings: ['logical network "a" by id'] }), {
    ...options,
    verbose: true,
  });
  expect(said).toContain(`
  checked  a.yaml  1 resource
  skipped  c.json  no Azure Local resource type in it
  paired   logical network "a" by id
`);
});

test('a crash that is a finding is not said again as a failure', () => {
  const crash = { path: 'a.yaml', message: first.message, ruleId: 'AZL9001' };
  expect(text(report([first], texts, { failures: [crash] }), options)).not.toContain('not checked');
  expect(text(report([], texts, { failures: [crash] }), options)).toContain('not checked  a.yaml: VLAN');
});

describe('pages', () => {
  test('each once, with its rules; the own rules of the linter have none', () => {
    const own = finding({
      ruleId: 'AZL8001',
      helpUri: 'https://github.com/azlocal-lint/azlocal-lint/blob/main/rules.md',
    });
    const other = finding({ ruleId: 'AZL9001', helpUri: 'https://wiki.contoso.example/x' });
    expect(text(report([own], texts), options)).not.toContain('Documented');
    expect(text(report([own, first, first, other], texts), options)).toContain(`
Documented limitations
  AZL1104
    https://learn.microsoft.com/a
  AZL9001
    https://wiki.contoso.example/x
`);
  });
});

describe('escape codes', () => {
  const red = '\x1b[31m';
  const evil = finding({
    message: `VLAN "${red}" is changed.`,
    region: region('1:1-9', `${red}.yaml`),
    environments: [red],
    related: [{ region: region('1:1-2', red), message: red, inBase: false }],
  });
  const everywhere = report(
    [evil],
    { [`${red}.yaml`]: `vlan: ${red}` },
    {
      files: [{ path: red, outcome: 'skipped', reason: red }],
      failures: [{ path: red, message: red }],
      pairings: [red],
      coverage: { known: 0, unknown: 1, reasons: [{ reason: red, count: 1 }] },
    },
  );

  test('from a spec never reach the terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(text(everywhere, { ...options, verbose: true })).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  test('are written only when colours are asked for', () => {
    const coloured = text(report([first, second], texts), { ...options, colors: true });
    expect(coloured).toContain('\x1b[31merror\x1b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: takes the colours out again
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(text(report([first, second], texts), options));
  });
});

test.each([40, 80, 200])('messages and frames keep to %i columns', (width) => {
  const message = 'VLAN "806" of logical network "lnet-app-prod" is changed; the base has "805". Keep it as it was.';
  const long = finding({ message, region: region('1:300-303') });
  const said = text(report([long], { 'a.yaml': 'x'.repeat(1000) }), { ...options, width });
  const rows = said.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(width);
  expect(Math.max(...rows.map(displayWidth))).toBeGreaterThan(width * 0.45);
});

test('a terminal without a width, or a very narrow one, is readable', () => {
  const { width, ...none } = options;
  expect(text(report([first], texts), none)).toBe(text(report([first], texts), { ...options, width: 100 }));
  expect(text(report([first], texts), { ...options, width: 3 })).toContain('> 1 | vlan: 806');
});

describe('accepted findings', () => {
  const why = suppression({ reason: 'Agreed', ticket: 'NET-7', expires: '2027-01-31' });
  const accepted = report([], texts, {
    suppressed: [
      finding({ state: 'suppressed', suppression: why }),
      finding({ state: 'suppressed', suppression: suppression({ ticket: 'NET-8' }) }),
      finding({ state: 'suppressed', suppression: suppression() }),
    ],
    unchanged: [finding({ state: 'unchanged', region: region('1:7-8', 'b.yaml') })],
  });

  test('are counted', () => {
    expect(text(accepted, options)).toBe(
      'No new problems found, 1 in the baseline, 3 suppressed; 2 files checked (2 resources)\n',
    );
    expect(text({ ...accepted, unchanged: [] }, options)).toMatch(/^No problems found, 3 suppressed; /);
  });

  test('are listed with the reason by --verbose', () => {
    const lines = text(accepted, { ...options, verbose: true }).split('\n');
    expect(lines.filter((line) => line.startsWith('  accepted'))).toEqual([
      '  accepted a.yaml:1:1  AZL1104 VLAN "806" is changed.  suppressed: Agreed (ticket NET-7, until 2027-01-31)',
      '  accepted a.yaml:1:1  AZL1104 VLAN "806" is changed.  suppressed: ticket NET-8',
      '  accepted a.yaml:1:1  AZL1104 VLAN "806" is changed.  suppressed',
      '  accepted b.yaml:1:7  AZL1104 VLAN "806" is changed.  in the baseline',
    ]);
  });

  test('are not mentioned by --quiet', () => {
    expect(text(accepted, { ...options, quiet: true })).toBe('');
    expect(text({ ...accepted, findings: [first] }, { ...options, quiet: true })).not.toContain('baseline');
  });
});
