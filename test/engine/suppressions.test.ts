import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { type LintOptions, lint as lintStrictly, rules, SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network, parameters, shown, template } from './specs.ts';

const ipv6 = 'fd00:20:1::/64';
const marked = (text: string, line: RegExp, comment: string): string =>
  text.replace(line, (found) => `${comment}\n${found}`);
const next = '# azlocal-lint-disable-next-line AZL1001 -- the trial uses IPv6';

/** A network with an IPv6 prefix, and a comment above the prefix. */
const commented = (comment: string, name = 'lnet-a') =>
  marked(network(806, name).replace('10.1.2.0/24', ipv6), / *addressPrefix/, `        ${comment}`);

const run = async (files: SourceFile[], options: LintOptions = {}) => {
  const { findings, suppressed, suppressions } = await lint({ files }, { today: '2026-11-24', ...options });
  return {
    findings: findings.map(shown),
    suppressed: suppressed.map(shown),
    states: suppressions.map(({ ruleId, state, count, scope }) => `${ruleId} ${state} ${count} ${scope}`),
  };
};

test('what is accepted does not count, and is still told with its reason', async () => {
  const { findings, suppressed, suppressions } = await lint({
    files: [file('a.yaml', commented(`${next} expires=2027-01-31 ticket=NET-42`))],
  });
  expect(findings).toEqual([]);
  expect(suppressed).toMatchObject([
    {
      ruleId: 'AZL1001',
      state: 'suppressed',
      suppression: {
        kind: 'comment',
        reason: 'the trial uses IPv6',
        expires: '2027-01-31',
        ticket: 'NET-42',
        region: { path: 'a.yaml', start: { line: 11 } },
      },
    },
  ]);
  expect(suppressions).toMatchObject([{ ruleId: 'AZL1001', state: 'active', count: 1, scope: 'line 12' }]);
});

describe('every language that has comments', () => {
  const json = JSON.stringify(
    template({ subnets: [{ name: 'default', properties: { addressPrefix: ipv6 } }] }),
    null,
    1,
  );
  const azure = 'az stack-hci-vm network lnet create -g rg -n a --address-prefixes fd00:20:1::/64';
  test.each([
    ['YAML', 'a.yaml', commented(next)],
    [
      'YAML, on the line',
      'a.yaml',
      network(806).replace('10.1.2.0/24', `${ipv6} # azlocal-lint-disable-line ipv6-address -- trial`),
    ],
    ['JSON with comments', 'a.json', marked(json, /.*addressPrefix/, next.replace('#', '//'))],
    [
      'JSON with a block comment',
      'a.json',
      json.replace('"fd00', '/* azlocal-lint-disable-line AZL1001 -- trial */ "fd00'),
    ],
    ['shell', 'a.sh', `${next}\n${azure}\n`],
    ['PowerShell', 'a.ps1', `<# azlocal-lint-disable-next-line AZL1001 -- trial #>\n${azure}\n`],
    [
      'a workflow',
      '.github/workflows/a.yml',
      `jobs:\n  a:\n    steps:\n      - run: |\n          ${next}\n          ${azure}\n`,
    ],
    ['Makefile', 'Makefile', `deploy:\n\t${next}\n\t${azure}\n`],
    ['Markdown', 'a.md', `\`\`\`sh\n${next}\n${azure}\n\`\`\`\n`],
  ])('%s', async (_, path, text) => {
    const all = await run([file(path, text)], { withoutSuppressions: true });
    expect(all.findings).toHaveLength(1);
    expect(all.states).toEqual([]);
    expect(await run([file(path, text)])).toMatchObject({ findings: [], suppressed: all.findings });
  });

  test('Terraform', async () => {
    const text = `${next.replace('AZL1001', 'AZL5002')}\nresource "azurerm_stack_hci_logical_network" "a" {\n  name = "a"\n}\n`;
    const { findings, suppressed } = await run([file('a.tf', text)]);
    expect([findings, suppressed]).toEqual([[], ['AZL5002 a.tf:2']]);
  });
});

describe('a suppression never reaches a second resource', () => {
  const shared = (comment: string) => {
    const subnets = [{ name: 'default', properties: { addressPrefix: "[parameters('prefix')]" } }];
    const { resources, ...rest } = template({ subnets }, { prefix: { type: 'string' } }) as { resources: object[] };
    const [first] = resources as [object];
    return [
      file('a.json', { ...rest, resources: [first, { ...first, name: 'other' }] }),
      file('a.parameters.json', marked(JSON.stringify(parameters({ prefix: ipv6 }), null, 1), /.*fd00/, comment)),
    ];
  };

  test('a value that two resources share: it accepts nothing, and says whom it would reach', async () => {
    const { findings } = await lint({ files: shared(next.replace('#', '//')) });
    const said = findings.filter(({ ruleId }) => ruleId === 'AZL8013');
    expect(said.map(({ message }) => message)).toEqual([expect.stringMatching(/would reach "lnet" and "other"/)]);
    expect(findings.filter(({ ruleId }) => ruleId === 'AZL1001')).toHaveLength(1);
  });

  test('a value that two resources share: one is named, the other still counts', async () => {
    const { findings, suppressed } = await lint({ files: shared(`${next.replace('#', '//')} resource=lnet`) });
    expect(suppressed.map(({ resource }) => resource?.name)).toEqual(['lnet']);
    expect(findings.map(({ ruleId, resource }) => `${ruleId} ${resource?.name}`)).toEqual(['AZL1001 other']);
  });

  test('copies of one declaration are one', async () => {
    const subnets = [{ name: 'default', properties: { addressPrefix: ipv6 } }];
    const more = { name: "[concat('lnet-', copyIndex())]", copy: { name: 'all', count: 3 } };
    const text = JSON.stringify(template({ subnets }, {}, more), null, 1);
    const { findings, suppressed } = await run([file('a.json', marked(text, /.*fd00/, next.replace('#', '//')))]);
    expect(findings).toEqual([]);
    expect(suppressed.length).toBeGreaterThan(0);
  });

  test('metadata of a resource is for it, not for the one inside of it', async () => {
    const metadata = { 'azlocal-lint': { suppressions: [{ rules: ['AZL1001'], reason: 'trial' }] } };
    const inner = (template({ dhcpOptions: { dnsServers: ['::1'] } }) as { resources: object[] }).resources;
    const child = (inner as { properties: object }[]).map((one) => ({ ...one, name: 'inner' }));
    const outer = template({ dhcpOptions: { dnsServers: ['::2'] } }, {}, { metadata, resources: child });
    const { findings, suppressed } = await lint({ files: [file('a.json', outer)] });
    expect(suppressed.map(({ message }) => message)).toEqual([expect.stringContaining('::2')]);
    expect(findings.filter(({ ruleId }) => ruleId === 'AZL1001').map(({ message }) => message)).toEqual([
      expect.stringContaining('::1'),
    ]);
  });

  test('a name in the configuration that two files have', async () => {
    const files = ['a.yaml', 'b.yaml'].map((path) => file(path, network(806, 'lnet').replace('10.1.2.0/24', ipv6)));
    const accepted = await configured('suppressions: [{ rules: [AZL1001], resource: lnet, reason: trial }]');
    const { findings, suppressed } = await run(files, { suppressions: accepted });
    expect(suppressed).toEqual([]);
    expect(findings.map((one) => one.split(' ')[0]).sort()).toEqual(['AZL1001', 'AZL1001', 'AZL8013']);
  });
});

describe('reach', () => {
  test('a file is for every resource of it, and for no other file', async () => {
    const whole = (path: string) =>
      file(path, `# azlocal-lint-disable-file AZL1001 -- trial\n${commented('', 'a')}---\n${commented('', 'b')}`);
    const { findings, suppressed } = await run([whole('a.yaml'), file('c.yaml', commented('', 'c'))]);
    expect(suppressed).toEqual(['AZL1001 a.yaml:13', 'AZL1001 a.yaml:27']);
    expect(findings).toEqual(['AZL1001 c.yaml:12']);
  });

  test('blocks of several rules may overlap', async () => {
    const text = network(806)
      .replace(
        '        addressPrefix: 10.1.2.0/24',
        `        # azlocal-lint-disable AZL1001 -- trial\n        # azlocal-lint-disable AZL1105 -- trial\n        addressPrefix: ${ipv6}\n        # azlocal-lint-enable AZL1001`,
      )
      .concat('        # azlocal-lint-enable\n        addressPrefixes: ["fd00:2::/64"]\n');
    const { suppressed, states } = await run([file('a.yaml', text)]);
    expect(suppressed).toEqual(['AZL1001 a.yaml:13']);
    expect(states.map((state) => state.split(' ')[0])).toEqual(['AZL1001', 'AZL1105']);
  });

  test('several rules in one comment', async () => {
    const { findings, states } = await run([
      file('a.yaml', commented(next.replace('AZL1001', 'AZL1001, ip-pool-outside-prefix'))),
    ]);
    expect(states.map((state) => state.slice(0, 15))).toEqual([
      'AZL1001 active ',
      expect.stringMatching(/^AZL\d{4} unknown/),
    ]);
    expect(findings).toEqual([]);
  });
});

test('metadata of a parameter is for what the parameter gives, not for what stands at the same lines elsewhere', async () => {
  const metadata = { 'azlocal-lint': { suppressions: [{ rules: ['AZL1001'], reason: 'trial' }] } };
  const subnets = [{ name: 'default', properties: { addressPrefix: "[parameters('prefix')]" } }];
  const of = (more: object) => template({ subnets }, { prefix: { type: 'string', defaultValue: ipv6, ...more } });
  const { findings, suppressed } = await run([file('a.json', of({ metadata })), file('b.json', of({}))]);
  expect(suppressed).toEqual(['AZL1001 a.json:7']);
  expect(findings).toEqual(['AZL1001 b.json:7']);
});

describe('the configuration', () => {
  const files = [file('a.yaml', commented('')), file('old/b.yaml', commented('', 'lnet-b'))];
  test.each([
    ['a name', 'resource: LNET-A', ['AZL1001 a.yaml:12']],
    ['type and name', 'resource: microsoft.azurestackhci/logicalNetworks/lnet-a', ['AZL1001 a.yaml:12']],
    ['files', 'paths: [old/**]', ['AZL1001 old/b.yaml:12']],
    ['a name in other files', 'resource: lnet-a, paths: [old/**]', []],
  ])('%s', async (_, where, expected) => {
    const suppressions = await configured(`suppressions: [{ rules: [ipv6-address], ${where}, reason: trial }]`);
    expect((await run(files, { suppressions })).suppressed).toEqual(expected);
  });

  test('an ARM id means the resource with that id only', async () => {
    const declared = (path: string, group: string) =>
      file(
        path,
        commented('').replace(
          'resourceGroup: rg',
          `subscriptionId: s\nid: /subscriptions/s/resourceGroups/${group}/providers/Microsoft.AzureStackHCI/logicalNetworks/lnet-a`,
        ),
      );
    const suppressions = await configured(
      'suppressions: [{ rules: [AZL1001], resource: /subscriptions/S/resourceGroups/one/providers/Microsoft.AzureStackHCI/logicalNetworks/lnet-a, reason: trial }]',
    );
    const { suppressed } = await run([declared('a.yaml', 'one'), declared('b.yaml', 'two')], { suppressions });
    expect(suppressed.map((one) => one.split(':')[0])).toEqual(['AZL1001 a.yaml']);
  });

  test('what it says of resources that are not checked is unknown, of one that is mended unused', async () => {
    const mended = [file('a.yaml', network(806, 'lnet-a'))];
    const of = async (name: string) =>
      (await run(mended, { suppressions: await configured(`suppressions: [{ rules: [AZL1001], resource: ${name} }]`) }))
        .states;
    expect(await of('lnet-z')).toEqual(['AZL1001 unknown 0 lnet-z']);
    expect(await of('lnet-a')).toEqual(['AZL1001 unused 0 lnet-a']);
  });

  test.each([
    ['rules: [AZL1001]', /needs "resource", "paths" or both/],
    ['rules: [], resource: a', /"suppressions\.0\.rules" is empty/],
    ['rules: [ipv6-adress], resource: a', /Did you mean "ipv6-address"/],
    ['rules: [AZL8005], resource: a', /can't be suppressed/],
    ['rules: [AZL1001], resource: a, expires: 2027-02-30', /"2027-02-30" is no day/],
    ['rules: [AZL1001], resource: a, expires: soon', /"soon" is no day/],
    ['rules: [AZL1001], resource: a, until: 2027-01-01', /unknown key "until"/],
  ])('refuses %s', async (text, complaint) => {
    const result = await readConfig(file('c.yaml', `suppressions: [{ ${text} }]`), rules.concat(await ownRules()));
    expect('complaints' in result && result.complaints.join()).toMatch(complaint);
  });
});

describe('unused only when the rule could speak', () => {
  const changed = `${network(806).trimEnd()} # azlocal-lint-disable-line AZL1104 -- replaced on the same day\n`;
  const states = async (options: LintOptions, base?: string) => {
    const { suppressions } = await lint(
      { files: [file('a.yaml', changed)], ...(base ? { base: [file('a.yaml', base)] } : {}) },
      options,
    );
    return suppressions.map(({ state }) => state);
  };
  test.each<[string, LintOptions, string | undefined, string]>([
    ['with a base that has the same VLAN', {}, network(806), 'unused'],
    ['with a base that has another VLAN', {}, network(805), 'active'],
    ['without a base', {}, undefined, 'unknown'],
    ['with a base that does not have the network', {}, network(806, 'another'), 'unknown'],
    ['when the rule is off', { severities: { AZL1104: 'off' } }, network(806), 'unknown'],
    [
      'when the rule is off for the file',
      { overrides: [{ matches: () => true, severities: { AZL1104: 'off' } }] },
      network(806),
      'unknown',
    ],
    ['when only a part is checked', { isPartial: true }, network(806), 'unknown'],
  ])('%s', async (_, options, base, state) => {
    expect(await states(options, base)).toEqual([state]);
  });

  test('not when a value of the resource is unknown', async () => {
    const text = commented(next).replace(ipv6, '10.0.0.0/24');
    expect((await run([file('a.yaml', text)])).states).toEqual(['AZL1001 unused 0 line 12']);
    expect((await run([file('a.yaml', text.replace('806', '$(vlan)'))])).states).toEqual(['AZL1001 unknown 0 line 12']);
  });

  test('not when the file can only be read in part', async () => {
    const text = commented(next).replace(ipv6, '10.0.0.0/24');
    expect((await run([file('a.yaml', `${text}\nlocation: eastus\n`)])).states).toEqual(['AZL1001 unknown 0 line 12']);
  });
});

test('without a day nothing expires', async () => {
  const text = commented(`${next} expires=2020-01-01`);
  expect((await lint({ files: [file('a.yaml', text)] })).findings).toEqual([]);
  expect((await run([file('a.yaml', text)])).findings).toEqual(['AZL8010 a.yaml:11', 'AZL1001 a.yaml:12']);
});

test('reasons are asked for by the preset strict, or by name', async () => {
  const files = [file('a.yaml', commented(next.replace(/ --.*/, '')))];
  const ids = async (options: LintOptions) =>
    (await lintStrictly({ files }, options)).findings.map(({ ruleId }) => ruleId);
  expect(await ids({})).not.toContain('AZL8012');
  expect(await ids({ preset: 'strict' })).toContain('AZL8012');
  expect(await ids({ severities: { AZL8012: 'error' } })).toContain('AZL8012');
});

test('what is suppressed is no part of the way out', async () => {
  const text = `${network(806).trimEnd()} # azlocal-lint-disable-line AZL1104 -- replaced by hand\n`;
  const { plan } = await lint({ files: [file('a.yaml', text)], base: [file('a.yaml', network(805))] });
  expect(plan.networks).toEqual([]);
});

const ownRules = async () => (await import('../../src/engine/own-rules.ts')).ownRules;

/** Suppressions of a configuration, as the command line hands them over. */
async function configured(text: string): Promise<NonNullable<LintOptions['suppressions']>> {
  const result = await readConfig(new SourceFile('azlocal-lint.yaml', text), [...rules, ...(await ownRules())]);
  if ('complaints' in result) throw new Error(result.complaints.join());
  return (result.config.suppressions ?? []).map(({ paths, ...one }) => ({
    ...one,
    ...(paths ? { paths: { written: paths, matches: (path: string) => path.startsWith('old/') } } : {}),
  }));
}
