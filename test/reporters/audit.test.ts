import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { audit, auditOf } from '../../src/engine/audit.ts';
import { type Estate, type Finding, type Report, SourceFile } from '../../src/index.ts';
import { type AuditFormat, auditFormatNames, auditReporters } from '../../src/reporters/audit.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { filesBelow, root } from '../support/fixtures.ts';
import { finding, options, region, report } from './reports.ts';

const moment = { date: '2026-11-24', version: '1.2.3' };
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = 'fixtures/contoso';

/** The sample estate, compared with what is deployed. */
const contoso = await audit(
  {
    files: filesBelow(join(root, folder, 'now')).map(
      (path) => new SourceFile(path.replace(`${folder}/`, ''), text(path)),
    ),
    live: [new SourceFile('live.json', text(`${folder}/live.json`))],
  },
  {},
  moment,
);

const nothing: Estate = {
  resources: [],
  operations: [],
  changes: [],
  moves: [],
  unpaired: [],
  live: [],
  before: [],
  hasBase: true,
};

const as = async (format: AuditFormat, ofReport: Report) => {
  const audited = { report: ofReport, audit: auditOf(ofReport, nothing, {}, {}, moment) };
  return (await auditReporters[format]())(audited, options);
};

const suppression = {
  kind: 'comment',
  region: region('3:1-9'),
  scope: 'line 4',
  reason: 'Agreed with the network team.',
  expires: '2027-03-31',
  ticket: 'NET-42',
} as const;
const accepted = finding({ state: 'suppressed', suppression, region: region('4:3-9') });
/** A report with everything that an audit can have to say. */
const everything = report(
  [finding({ region: region('2:3-9'), confidence: 'possible', environments: ['prod'] })],
  { 'a.yaml': 'one\n  two: 2\nthree\nfour: 4\n' },
  {
    suppressed: [
      accepted,
      finding({ state: 'suppressed', suppression: { kind: 'comment', scope: 'the file', region: region('1:1-2') } }),
    ],
    unchanged: [finding({ state: 'unchanged', ruleId: 'AZL1001', ruleName: 'ipv6-address', region: region('1:1-4') })],
    suppressions: [
      { ...suppression, ruleId: 'AZL1104', ruleName: 'a', state: 'active', count: 1 },
      { ...suppression, ruleId: 'AZL1001', ruleName: 'some-rule', state: 'expired', count: 0, expires: '2026-01-31' },
      { ...suppression, ruleId: 'AZL1102', ruleName: 'some-rule', state: 'unused', count: 0 },
      { ...suppression, ruleId: 'AZL4003', ruleName: 'some-rule', state: 'unknown', count: 0 },
    ],
    failures: [{ path: 'huge.json', message: 'It is too large.' }],
    unpaired: ['logical network "a" in a.yaml: 2 candidates in base.yaml'],
    coverage: { known: 8, unknown: 2, reasons: [{ reason: 'parameter "vlan" has no value', count: 2 }] },
  },
);

describe('the sample estate', () => {
  test.each(auditFormatNames)('as %s', async (format) => {
    const reporter = await auditReporters[format]();
    await expect(reporter(contoso, options)).toMatchFileSnapshot(`golden/audit.${format}`);
  });
});

describe('everything that an audit can have to say', () => {
  test.each(auditFormatNames)('as %s', async (format) => {
    await expect(await as(format, everything)).toMatchFileSnapshot(`golden/audit-everything.${format}`);
  });

  test('as SARIF it is the report of a check', async () => {
    expect(await as('sarif', everything)).toBe(sarif(everything, options));
  });

  test.each(['text', 'markdown', 'csv'] as const)('%s: what is accepted has its reason and its end', async (format) => {
    const written = await as(format, everything);
    for (const part of ['Agreed with the network team.', '2027-03-31', 'NET-42']) {
      expect(written.replaceAll('\\', '')).toContain(part);
    }
  });
});

describe('the schema holds', () => {
  const ajv = new Ajv({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(text('schemas/audit.schema.json')));
  const errors = (written: string) => (validate(JSON.parse(written)) ? [] : validate.errors);

  test('for an estate, for everything, for nothing', async () => {
    expect(errors((await auditReporters.json())(contoso, options))).toEqual([]);
    expect(errors(await as('json', everything))).toEqual([]);
    expect(errors(await as('json', report([])))).toEqual([]);
  });

  test('and refuses what it does not know', async () => {
    const written = JSON.parse(await as('json', everything));
    expect(validate({ ...written, extra: 1 })).toBe(false);
    expect(validate({ ...written, findings: [{ ...written.findings[0], resources: undefined }] })).toBe(false);
  });
});

/** Reads CSV as RFC 4180 has it. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && bare === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  const rows = async (...findings: Finding[]) => {
    const [head = [], ...body] = parseCsv(await as('csv', report(findings)));
    return body.map((row) => {
      expect(row).toHaveLength(head.length);
      return Object.fromEntries(head.map((name, index) => [name, row[index]]));
    });
  };

  test('has a row for each finding, accepted or not', async () => {
    const [head, ...body] = parseCsv(await as('csv', everything));
    expect(body.map((row) => row[head?.indexOf('state') ?? -1]).sort()).toEqual([
      'accepted',
      'accepted',
      'baseline',
      'open',
    ]);
  });

  test('gives back what was put in', async () => {
    const message = 'a "quoted", text; with: commas, and "quotes"';
    expect(await rows(finding({ message, region: region('12:3-9', 'dir, with/"quotes".yaml') }))).toMatchObject([
      { message, file: 'dir, with/"quotes".yaml', line: '12', column: '3', rule: 'AZL1104', 'read on': '2026-11-22' },
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', "=cmd|' /C calc'!A0"])(
    '%j is no formula',
    async (path) => {
      const csv = await as('csv', report([finding({ region: region('1:1-2', path) })]));
      const [head, row] = parseCsv(csv);
      expect(row?.[head?.indexOf('file') ?? -1]).toBe(`'${path}`);
      expect(csv).not.toMatch(/(^|,|\n)"?\s*[=+@＝\t]/m);
    },
  );

  test('a line break in a name makes no row', async () => {
    const csv = await as('csv', report([finding({ message: 'one\r\ntwo\u0000' })]));
    expect(csv.match(/\r\n/g)).toHaveLength(2);
    expect(parseCsv(csv)).toHaveLength(2);
  });
});

describe('text from a spec is text', () => {
  const hostile = 'a|`b` <img src=x> [c](http://d) @team\n# e ##vso[task.complete]\u001b[31m';
  const named = finding({
    message: hostile,
    region: region('1:1-4', hostile),
    resource: { type: hostile, name: hostile },
    related: [{ region: region('1:1-2', hostile), message: hostile, inBase: false }],
    environments: [hostile],
  });
  const all = report(
    [named],
    { [hostile]: `x\n${hostile}` },
    {
      suppressed: [
        { ...named, state: 'suppressed', suppression: { ...suppression, reason: hostile, ticket: hostile } },
      ],
      unchanged: [{ ...named, state: 'unchanged' }],
      suppressions: [
        {
          ...suppression,
          scope: hostile,
          reason: hostile,
          ruleId: 'AZL1104',
          ruleName: 'some-rule',
          state: 'unused',
          count: 0,
        },
      ],
      failures: [{ path: hostile, message: hostile }],
      files: [{ path: hostile, outcome: 'skipped', reason: hostile }],
      unpaired: [hostile],
      coverage: { known: 0, unknown: 1, reasons: [{ reason: hostile, count: 1 }] },
    },
  );

  test('in Markdown: no markup, mention, link or heading of its own', async () => {
    const written = await as('markdown', all);
    const prose = written.replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
    expect(prose).not.toMatch(/(?<!\\)<img|(?<!\\)@team|(?<!\\)\]\(http:\/\/d|^# e/m);
    expect(written.replaceAll('\n', '')).not.toMatch(/##vso\[|\p{Cc}/u);
    const cells = (row: string) => row.replace(/\\\|/g, '').split('|').length;
    for (const table of written.match(/^\|.*(\n\|.*)+/gm) ?? [])
      expect(new Set(table.split('\n').map(cells)).size).toBe(1);
  });

  test.each(['text', 'csv'] as const)('in %s: no control characters, no commands', async (format) => {
    expect((await as(format, all)).replace(/\r?\n/g, '')).not.toMatch(/##vso\[|\p{Cc}/u);
  });
});
