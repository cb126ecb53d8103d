import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type Report, rules, SourceFile } from '../../src/index.ts';
import { primaryLocationLineHash } from '../../src/reporters/line-hash.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { everyRuleAtOnce } from '../engine/estate.ts';
import { lint } from '../support/seed.ts';
import { finding, options, region, report, suppression, unknownValue } from './reports.ts';

const schema = createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0.json');
// The schema has a pattern that is no regular expression with the u flag, and keywords that ajv's strict mode refuses.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

/** The one run of the log, which must be valid SARIF 2.1.0. */
function written(report: Report, more: Partial<typeof options> = {}): Run {
  const log = JSON.parse(sarif(report, { ...options, ...more })) as Log;
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  expect(log).toMatchObject({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' });
  expect(log.runs).toHaveLength(1);
  return log.runs[0] as Run;
}

const oddPaths = [
  'my specs/net 01.yaml',
  'a#b?c.yaml',
  '100%.yaml',
  'netz-ü/名前-😀.yaml',
  '[a]/{b}.yaml',
  'a:b.yaml',
  'a\ud800.yaml',
  '../outside/net.yaml',
  '/elsewhere/net.yaml',
  'D:/elsewhere/net.yaml',
  '.',
];

describe('valid SARIF 2.1.0', () => {
  test('of a run with every rule', async () => {
    expect(written(await lint(everyRuleAtOnce())).results?.length).toBeGreaterThan(15);
  });

  test('of empty runs', async () => {
    expect(written(report([])).results).toEqual([]);
    expect(written(await lint({ files: [] })).results).toHaveLength(1);
  });

  test('of a run that failed in part', () => {
    const failures = [{ message: 'a' }, { path: 'b c.yaml', message: 'b', ruleId: 'AZL1001' }];
    const { invocations, tool } = written(report([], {}, { failures }), { exitCode: 3 });
    expect(invocations).toEqual([
      {
        executionSuccessful: true,
        exitCode: 3,
        exitCodeDescription: 'The analysis is incomplete.',
        toolExecutionNotifications: [
          { descriptor: { id: 'AnalysisIncomplete', index: 0 }, level: 'error', message: { text: 'a.' } },
          {
            descriptor: { id: 'AnalysisIncomplete', index: 0 },
            level: 'error',
            message: { text: 'b.' },
            associatedRule: { id: 'AZL1001', index: 0 },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'b%20c.yaml', uriBaseId: '%SRCROOT%' } } }],
          },
        ],
      },
    ]);
    expect(tool.driver.notifications?.map(({ id }) => id)).toEqual(['AnalysisIncomplete', 'FileSkipped']);
  });

  test.each(oddPaths)('with the path %j', (path) => {
    const other = { region: region('1:1-2', path), message: 'used here', inBase: false };
    const { results } = written(
      report([finding({ region: region('1:1-2', path), related: [other] })], { [path]: 'a' }),
    );
    const artifact = results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(artifact?.uri).toMatch(/^[\w.~!$&'()*+,;=:@%/-]+$/);
    expect(artifact?.uriBaseId).toBe(/^(\.\.|\/|D:)/.test(path) ? undefined : '%SRCROOT%');
    expect(results?.[0]?.relatedLocations?.[0]?.physicalLocation?.artifactLocation).toEqual(artifact);
  });
});

describe('the rules', () => {
  const { tool } = written(report([]));
  const descriptors = tool.driver.rules ?? [];

  test('are all there, found or not, in order', () => {
    expect(descriptors.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  test('have what hosts show and validators want', () => {
    for (const {
      name,
      shortDescription,
      fullDescription,
      help,
      helpUri,
      defaultConfiguration,
      properties,
    } of descriptors) {
      expect(name).toMatch(/^(\p{Lu}[\p{Ll}\p{Nd}]+)+$/u);
      expect(shortDescription?.text).toMatch(/^.{5,1023}\.$/);
      expect(fullDescription?.text).toMatch(/^.{20,1023}\.$/);
      expect(help?.text).toContain(helpUri);
      expect(help?.markdown).toContain(`](${helpUri})`);
      const level = defaultConfiguration?.level;
      expect(properties?.['problem.severity']).toBe(level === 'note' ? 'recommendation' : level);
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
    }
  });

  test("a user's rule whose page is no address has no helpUri", () => {
    const rule = { ...(rules[0] as (typeof rules)[0]), limitation: { ...rules[0]?.limitation, page: 'our handbook' } };
    expect(written(report([], {}, { rules: [rule as (typeof rules)[0]] })).tool.driver.rules?.[0]).not.toHaveProperty(
      'helpUri',
    );
  });
});

describe('a result', () => {
  const text = 'name: a\nvlan: 806\n';
  const one = (more: Parameters<typeof finding>[0] = {}, texts: Record<string, string> = { 'a.yaml': text }) =>
    written(report([finding({ region: region('2:7-10'), ...more })], texts)).results?.[0];

  test('has its rule, level, exact region and fingerprints', () => {
    expect(one({ severity: 'warning' })).toEqual({
      ruleId: 'AZL1104',
      ruleIndex: rules.findIndex(({ id }) => id === 'AZL1104'),
      level: 'warning',
      message: { text: 'VLAN "806" is changed.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 7, endLine: 2, endColumn: 10 },
          },
        },
      ],
      partialFingerprints: {
        primaryLocationLineHash: primaryLocationLineHash(text, new Set([2])).get(2),
        'azlocalLint/v1': '0'.repeat(32),
      },
    });
    expect(written(report([])).columnKind).toBe('utf16CodeUnits');
  });

  test('names the resource', () => {
    const resource = { type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'lnet' };
    expect(one({ resource })?.locations?.[0]?.logicalLocations).toEqual([
      { fullyQualifiedName: 'Microsoft.AzureStackHCI/logicalNetworks/lnet', kind: 'resource' },
    ]);
  });

  test('links to its related places, because hosts show no others', () => {
    const related = ['used here', 'base: was 805'].map((message, index) => ({
      region: region(`${index + 1}:1-2`, `${index}.json`),
      message,
      inBase: index === 1,
    }));
    const result = one({ related, environments: ['prod', 'te[s]t'] });
    expect(result?.message.text).toBe(
      'VLAN "806" is changed. Found in: prod, te\\[s\\]t. See [used here](1), [base: was 805](2).',
    );
    expect(result?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'used here' }, physicalLocation: { artifactLocation: { uri: '0.json' } } },
      { id: 2, message: { text: 'base: was 805' }, physicalLocation: { artifactLocation: { uri: '1.json' } } },
    ]);
  });

  test('does not point into the base at a path whose text is another one today', () => {
    const related = [{ region: region('99:1-2'), message: 'base: was 805', inBase: true }];
    expect(one({ related })).not.toHaveProperty('relatedLocations');
    expect(one({ related })?.message.text).toBe('VLAN "806" is changed.');
    expect(one({ related: [{ ...related[0], inBase: false } as (typeof related)[0]] })).toHaveProperty(
      'relatedLocations',
    );
  });

  test('takes nothing from a spec for a link or for an escape code', () => {
    expect(one({ message: 'VLAN "[x](https://evil.example) \\ \x1b[0m" is changed' })?.message.text).toBe(
      'VLAN "\\[x\\](https://evil.example) \\\\ \\\\x1b\\[0m" is changed.',
    );
  });

  test('in the first line of a file with a byte order mark is hashed with it, as GitHub does', () => {
    const result = one({ region: region('1:1-4') }, { 'a.yaml': `\ufeff${text}` });
    const hash = primaryLocationLineHash(`\ufeff${text}`, new Set([1])).get(1);
    expect(result?.partialFingerprints?.primaryLocationLineHash).toBe(hash);
    expect(hash).not.toBe(primaryLocationLineHash(text, new Set([1])).get(1));
  });

  test('about no file in particular has no line hash', () => {
    expect(one({ region: region('1:1-1', '.') }, {})?.partialFingerprints).not.toHaveProperty(
      'primaryLocationLineHash',
    );
  });
});

describe('accepted findings', () => {
  const known = '1'.repeat(32);
  const accepted = report(
    [finding()],
    { 'a.yaml': 'vlan: 806\n\n\n' },
    {
      unchanged: [finding({ state: 'unchanged', region: region('2:1-4'), fingerprint: known })],
      suppressed: [
        finding({
          state: 'suppressed',
          region: region('3:1-4'),
          suppression: suppression({ reason: 'Agreed [with] Anna', ticket: 'NET-7', expires: '2027-01-31' }),
        }),
        finding({ state: 'suppressed', region: region('4:1-4'), suppression: suppression({ kind: 'configuration' }) }),
      ],
      baseline: new Set([known]),
    },
  );

  test('are left out, and what is new says so', () => {
    expect(written(accepted).results).toMatchObject([{ baselineState: 'new' }]);
    expect(written(accepted).results?.[0]).not.toHaveProperty('suppressions');
    expect(written(report([finding()])).results?.[0]).not.toHaveProperty('baselineState');
  });

  test('come with who accepted them and why; the others say that nobody did', () => {
    const { results } = written(accepted, { reportSuppressed: true });
    expect(results?.map(({ baselineState }) => baselineState)).toEqual(['new', 'unchanged', 'new', 'new']);
    expect(results?.map(({ suppressions }) => suppressions)).toMatchObject([
      [],
      [{ kind: 'external', status: 'accepted', justification: 'In the baseline.' }],
      [
        {
          kind: 'inSource',
          status: 'accepted',
          justification: 'Agreed \\[with\\] Anna (ticket NET-7, until 2027-01-31)',
          location: { physicalLocation: { region: { startLine: 1, startColumn: 1 } } },
        },
      ],
      [{ kind: 'external', status: 'accepted' }],
    ]);
    expect(results?.[3]?.suppressions?.[0]).not.toHaveProperty('justification');
  });

  test('make no room among what counts', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => finding({ region: region(`${index + 1}:1-2`) }));
    const { results } = written({ ...accepted, findings: many }, { reportSuppressed: true });
    expect(results).toHaveLength(5_000);
    expect(results?.every(({ suppressions }) => suppressions?.length === 0)).toBe(true);
  });
});

test('values that only the deployment knows are open, and no finding', () => {
  const coverage = { known: 1, unknown: 1, reasons: [], unknownValues: [unknownValue({ environments: ['prod'] })] };
  const { results, tool } = written(report([finding()], {}, { coverage }));
  const open = results?.[1];
  expect(open).toMatchObject({ ruleId: 'unknown-value', kind: 'open', level: 'none' });
  expect(open?.message.text).toBe(
    '"properties.subnets\\[\\].properties.vlan" of "lnet" is not checked, because its value is unknown: parameter "vlan" has no value. Unknown in: prod.',
  );
  expect(tool.driver.rules?.[open?.ruleIndex ?? 0]?.id).toBe('unknown-value');
});

test('files that were skipped are named on request', () => {
  const files = [{ path: 'a.json', outcome: 'skipped' as const, reason: 'not a template' }];
  expect(written(report([], {}, { files })).invocations?.[0]).not.toHaveProperty('toolExecutionNotifications');
  const { invocations, tool } = written(report([], {}, { files }), { verbose: true });
  const [notification] = invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notification).toMatchObject({ level: 'note', message: { text: 'Skipped: not a template.' } });
  const index = notification?.descriptor?.index ?? -1;
  expect(tool.driver.notifications?.[index]?.id).toBe(notification?.descriptor?.id);
});

test('a run holds no more results than hosts take: the most severe, and a word about the others', () => {
  const many = Array.from({ length: 5_003 }, (_, index) =>
    finding({ region: region(`${index + 1}:1-2`), severity: index < 4 ? 'note' : 'error' }),
  );
  const { results, invocations } = written(report(many));
  expect(results).toHaveLength(5_000);
  expect(results?.[0]?.level).toBe('note');
  expect(results?.filter(({ level }) => level === 'error')).toHaveLength(4_999);
  expect(invocations?.[0]?.toolExecutionNotifications).toMatchObject([
    { level: 'warning', message: { text: '3 results are left out, the least severe: a run holds 5000.' } },
  ]);
});

test('columns of a real run are counted in UTF-16 code units, without the byte order mark', async () => {
  const text = '\ufefflogicalNetworks: [{ name: "😀", dnsServers: ["::1"] }]';
  const { results } = written(await lint({ files: [new SourceFile('a.spec.yaml', text)] }));
  const start = text.indexOf('"::1"');
  expect(results?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 1,
    startColumn: start, // one less for the mark, one more because columns start at 1
    endLine: 1,
    endColumn: start + 5,
  });
});
