import { describe, expect, test } from 'vitest';
import {
  type BaselineEntry,
  compareBaseline,
  entriesOf,
  everything,
  type RunScope,
} from '../../src/engine/baseline.ts';
import { type LintInput, type LintOptions, type Rule, rules, type SourceFile } from '../../src/index.ts';
import { lint } from '../support/seed.ts';
import { file, network, parameters, shown, template } from './specs.ts';

/** The findings of `now` that count when all those of `before` are accepted. */
async function counted(before: LintInput, now: LintInput): Promise<string[]> {
  const { findings, unchanged } = await lint(before, { baseline: everything });
  expect(findings).toEqual([]);
  expect(unchanged.length).toBeGreaterThan(0);
  const baseline = new Set(unchanged.map(({ fingerprint }) => fingerprint));
  expect((await lint(before, { baseline })).findings).toEqual([]);
  return (await lint(now, { baseline })).findings.map(shown);
}

const nic = (name: string, servers: string, group = 'rg', more = '') =>
  `${more}type: Microsoft.AzureStackHCI/networkInterfaces
name: ${name}
resourceGroup: ${group}
properties:
  dnsSettings: { dnsServers: [${servers}] }
`;
const only = (...files: SourceFile[]): LintInput => ({ files });
const was = nic('nic-a', '"fd00::1"');

describe('what is accepted stays accepted', () => {
  test.each([
    ['when lines move', only(file('a.yaml', nic('nic-a', '"fd00::1"', 'rg', '# one\n\n# more\n')))],
    ['when the file is renamed', only(file('b/c.yaml', was))],
    ['in another spelling', only(file('a.yaml', nic('NIC-A', '"fd00::1"', 'RG')))],
    ['when others stand before it in its list', only(file('a.yaml', nic('nic-a', '10.0.0.4, "fd00::1"')))],
  ])('%s', async (_, now) => {
    expect(await counted(only(file('a.yaml', was)), now)).toEqual([]);
  });
});

describe('a suppression of one of two that are alike', () => {
  const two = (comment: string) =>
    file(
      'a.yaml',
      nic('nic-a', '').replace(
        /dnsSettings.*/,
        `dnsSettings:\n    dnsServers:\n      - "fd00::1"${comment}\n      - "fd00::1"`,
      ),
    );

  test('opens nothing of the other, whenever it comes and goes', async () => {
    const suppressed = two(' # azlocal-lint-disable-line AZL1001 -- agreed');
    expect(await counted(only(two('')), only(suppressed))).toEqual([]);
    expect(await counted(only(suppressed), only(suppressed))).toEqual([]);
    expect(await counted(only(suppressed), only(two('')))).toEqual(['AZL1001 a.yaml:8']);
  });
});

describe('what is new counts', () => {
  test.each([
    ['another value', only(file('a.yaml', nic('nic-a', '"fd00::2"'))), ['AZL1001 a.yaml:5']],
    [
      'a second resource, before the first one',
      only(file('0.yaml', nic('nic-0', '"fd00::1"')), file('a.yaml', was)),
      ['AZL1001 0.yaml:5'],
    ],
    [
      'its namesake in another resource group, when the first one is gone',
      only(file('a.yaml', nic('nic-a', '"fd00::1"', 'other'))),
      ['AZL1001 a.yaml:5'],
    ],
    ['a second occurrence', only(file('a.yaml', nic('nic-a', '"fd00::1", "fd00::1"'))), ['AZL1001 a.yaml:5']],
    [
      'another property with the same value, when the first one is right',
      only(
        file(
          'a.yaml',
          nic('nic-a', '').replace(
            /dnsSettings.*/,
            'ipConfigurations: [{ name: ip, properties: { privateIPAddress: "fd00::1" } }]',
          ),
        ),
      ),
      ['AZL1001 a.yaml:5'],
    ],
    ['another rule of the same resource', only(file('a.yaml', `${was}tags: 5\n`)), ['AZL8002 a.yaml:6']],
  ])('%s', async (_, now, expected) => {
    expect(await counted(only(file('a.yaml', was)), now)).toEqual(expected);
  });
});

describe('a second resource with the cause of an accepted one', () => {
  const dns = { dhcpOptions: { dnsServers: ["[parameters('dns')]"] } };
  const declared = { dns: { type: 'string', defaultValue: 'fd00::1' } };
  const copies = (count: number) =>
    only(
      file(
        'net.json',
        template(dns, declared, { name: "[format('lnet-{0}', copyIndex())]", copy: { name: 'copies', count } }),
      ),
    );

  test('counts, at the place that is accepted for the first one', async () => {
    expect(await counted(copies(2), copies(3))).toEqual(['AZL1001 net.json:7']);
    expect(await counted(copies(3), copies(2))).toEqual([]);
  });
});

describe('another environment', () => {
  const net = file(
    'net.json',
    template({ dhcpOptions: { dnsServers: ["[parameters('dns')]"] } }, { dns: { type: 'string' } }),
  );
  const environment = (name: string, dns = 'fd00::1') => file(`net.parameters.${name}.json`, parameters({ dns }));

  test('counts with its own value, wherever it stands among the others', async () => {
    expect(await counted(only(net, environment('prod')), only(net, environment('prod'), environment('dev')))).toEqual([
      'AZL1001 net.parameters.dev.json:6 in dev',
    ]);
  });

  test('counts when the accepted one is right by now', async () => {
    const now = only(net, environment('prod', '10.0.0.4'), environment('dev'));
    expect(await counted(only(net, environment('prod')), now)).toEqual(['AZL1001 net.parameters.dev.json:6 in dev']);
  });

  test('counts with a value of the template, because it is another network', async () => {
    const literal = file('net.json', template({ dhcpOptions: { dnsServers: ['fd00::1'] } }));
    const [prod, dev] = ['prod', 'dev'].map((name) => file(`net.parameters.${name}.json`, parameters({})));
    if (!prod || !dev) throw new Error('there are two');
    expect(await counted(only(literal, prod), only(literal, prod, dev))).toEqual(['AZL1001 net.json:14 in dev']);
  });
});

describe('a change', () => {
  const changed = (vlan: number, name = 'lnet-prod'): LintInput => ({
    files: [file('net.yaml', network(vlan, name))],
    base: [file('net.yaml', network(805, name))],
  });

  test('is accepted with the value that it leads to', async () => {
    expect(await counted(changed(806), changed(806))).toEqual([]);
    expect(await counted(changed(806), changed(807))).toEqual(['AZL1104 net.yaml:12']);
  });
});

describe('a command', () => {
  const update = (name: string, vlan: number) =>
    `az stack-hci-vm network lnet update -g rg --name ${name} --vlan ${vlan}\n`;
  const script = (...commands: string[]) => only(file('deploy.sh', commands.join('\n')));

  test('is accepted as it is written', async () => {
    const was = script(update('lnet-a', 1));
    expect(await counted(was, script('# moved', update('lnet-a', 1)))).toEqual([]);
    expect(await counted(was, script(update('lnet-a', 2)))).toEqual(['AZL1104 deploy.sh:1']);
    expect(await counted(was, script(update('lnet-b', 1), update('lnet-a', 1)))).toEqual(['AZL1104 deploy.sh:1']);
    expect(await counted(was, script(update('lnet-a', 1), update('lnet-a', 1)))).toEqual(['AZL1104 deploy.sh:3']);
  });
});

describe('what a run says of an accepted finding', () => {
  const specs = only(file('a.yaml', was));
  const scope: RunScope = { paths: new Set(['a.yaml']), comparedWith: [], isOff: () => false, isGone: () => false };
  const run = (input: LintInput, options: LintOptions = {}) => lint(input, { ...options, baseline: everything });
  const outcomeOf = async (input: LintInput, options: LintOptions, more: Partial<BaselineEntry> = {}) => {
    const [entry] = entriesOf(await run(specs), scope);
    if (!entry) throw new Error('there is one');
    const [outcome] = compareBaseline([{ ...entry, ...more }], await run(input, options), scope);
    return [outcome?.state, outcome?.reason];
  };
  const fixed = only(file('a.yaml', nic('nic-a', '10.0.0.4')));

  test('is that it is there, or that it is fixed', async () => {
    expect(await outcomeOf(specs, {})).toEqual(['present', undefined]);
    expect(await outcomeOf(fixed, {})).toEqual(['fixed', undefined]);
  });

  test('is nothing when its rule failed', async () => {
    const failing: Rule = {
      ...(rules[0] as Rule),
      id: 'AZL9001',
      name: 'failing',
      resource() {
        throw new Error('no');
      },
    };
    expect(await outcomeOf(fixed, { rules: [failing] }, { ruleId: 'AZL9001' })).toEqual(['unseen', 'its rule failed']);
  });

  test('is nothing when what it is compared with is of no use', async () => {
    const live = { ...fixed, live: [file('live.json', '{}')] };
    const withLive = { ...scope, comparedWith: ['live state'] };
    const [entry] = entriesOf(await run(specs), scope);
    const compared = [{ ...(entry as BaselineEntry), comparedWith: ['live state'] }];
    expect(compareBaseline(compared, await run(live), withLive)[0]?.state).toBe('unseen');
    expect(compareBaseline(compared, await run(fixed), withLive)[0]?.state).toBe('fixed');
  });

  test('is the same for what other versions wrote of it: only the fingerprint counts', async () => {
    expect(await outcomeOf(specs, {}, { message: 'old words', paths: ['gone.yaml'] })).toEqual(['present', undefined]);
  });

  test('comes in the order of rule, resource, deployment and message, whatever the order of files', async () => {
    const net = template(
      { subnets: [{ properties: { addressPrefix: "[parameters('p')]" } }] },
      { p: { type: 'string' } },
    );
    const files = [
      file('z.yaml', nic('nic-b', '"fd00::1", "fd00::2", "fd00::1"')),
      file('y.yaml', 'logicalNetworks: {'),
      file('x.yaml', 'logicalNetworks: ['),
      file('net.json', net),
      file('net.parameters.test.json', parameters({ p: 'fd00::/64' })),
      file('net.parameters.prod.json', parameters({ p: 'fd00:1::/64' })),
      ...specs.files,
    ];
    const of = async (input: LintInput) =>
      entriesOf(await run(input), scope).map(({ ruleId, resource = '', environment = '', message }) =>
        [ruleId, resource.replace(/.*\//, ''), environment, message.slice(0, 33)].join(' '),
      );
    const listed = await of({ files });
    expect(listed).toMatchInlineSnapshot(`
      [
        "AZL1001 lnet prod addressPrefix "fd00:1::/64" of lo",
        "AZL1001 lnet test addressPrefix "fd00::/64" of logi",
        "AZL1001 nic-a  dnsServers "fd00::1" of network i",
        "AZL1001 nic-b  dnsServers "fd00::1" of network i",
        "AZL1001 nic-b  dnsServers "fd00::1" of network i",
        "AZL1001 nic-b  dnsServers "fd00::2" of network i",
        "AZL8001   this "[" is never closed. Add the",
        "AZL8001   this "{" is never closed. Add the",
      ]
    `);
    expect(await of({ files: files.reverse() })).toEqual(listed);
  });

  test('is not asked of what is about the run itself', async () => {
    const nothing = await run(only(file('a.json', '{}')));
    expect(nothing.unchanged.map(({ ruleId }) => ruleId)).toEqual(['AZL8003']);
    expect(entriesOf(nothing, scope)).toEqual([]);
  });
});
