import { describe, expect, test } from 'vitest';
import { type LintOptions, lint, rules, SourceFile } from '../src/index.ts';
import { type AddressKind, resourceTypes, type Schema } from '../src/model/types/index.ts';
import { fixtures, toInput } from './support/fixtures.ts';

/** What a fixture gives: `AZL1104 error`, with `?` when it is possible only. */
async function found(name: string, options: LintOptions = {}): Promise<string[]> {
  const [folder] = name.split('/') as [string];
  const fixture = fixtures([folder]).find((one) => one.name === name);
  if (!fixture) throw new Error(`no fixture ${name}`);
  const { input, options: own } = toInput(fixture);
  const { findings } = await lint(input, { ...own, ...options });
  return findings.map(
    ({ ruleId, severity, confidence }) => `${ruleId} ${severity}${confidence === 'possible' ? '?' : ''}`,
  );
}

describe('how much a finding weighs', () => {
  test.each([
    ['ipv6-address/bad.arm.json', ['AZL1001 error']],
    ['logical-network-gateway-changed/bad.yaml', ['AZL1101 error']],
    ['logical-network-ip-pools-changed/bad.arm.json', ['AZL1102 error']],
    ['logical-network-address-space-changed/bad.arm.json', ['AZL1103 error']],
    ['logical-network-vlan-changed/bad.yaml', ['AZL1104 error']],
    ['logical-network-fabric-changed/bad.yaml', ['AZL1105 error']],
    ['guest-management-enabled-later/bad.yaml', ['AZL3001 error']],
    ['guest-management-enabled-later/bad-child.yaml', ['AZL3001 error']],
    ['guest-management-enabled-later/bad-declared-off.yaml', ['AZL3001 warning']],
    ['guest-management-enabled-later/bad-not-given.yaml', ['AZL3001 warning?']],
    ['guest-management-enabled-later/bad-relaxed.yaml', ['AZL3001 warning']],
    ['guest-management-enabled-later/bad-relaxed-without-agent.yaml', ['AZL3001 error']],
    ['guest-management-enabled-later/bad-relaxed-declared-off.yaml', ['AZL3001 warning', 'AZL3001 note']],
    ['network-interfaces-changed/bad.yaml', ['AZL3002 error']],
    ['network-interfaces-changed/bad-relaxed.yaml', ['AZL3002 warning']],
    ['vm-resized-while-running/bad-unknown-power.yaml', ['AZL3003 warning?']],
    ['data-disks-changed-while-running/bad-unknown-power.yaml', ['AZL4001 warning?']],
    ['resource-group-move/bad.yaml', ['AZL5001 error', 'AZL5001 warning']],
    ['terraform/bad.tf.json', ['AZL5002 error', 'AZL5002 error', 'AZL5002 error']],
  ])('%s: %j', async (name, wanted) => {
    expect(await found(name)).toEqual(wanted);
  });

  test('a VM that runs makes its size and its disks errors', async () => {
    const all = await found('every-rule/bad-live.yaml');
    expect(all).toEqual(expect.arrayContaining(['AZL3003 error', 'AZL4001 error']));
    expect(await found('every-rule/bad.yaml')).toEqual(
      expect.arrayContaining(['AZL3003 warning?', 'AZL4001 warning?']),
    );
  });

  test.each([
    ['preview-2025-11', 'AZL3001 error', 'AZL3002 error'],
    ['1.3', 'AZL3001 error', 'AZL3002 error'],
    ['1.4', 'AZL3001 warning', 'AZL3002 error'],
    ['1.5', 'AZL3001 warning', 'AZL3002 warning'],
  ] as const)('release %s: %s, %s, and nothing else changes', async (release, ...relaxed) => {
    const rest = (all: string[]) => all.filter((one) => !/^AZL300[12]/.test(one));
    const all = await found('every-rule/bad.yaml', { release });
    expect(all.filter((one) => /^AZL300[12]/.test(one))).toEqual(relaxed);
    expect(rest(all)).toEqual(rest(await found('every-rule/bad.yaml')));
  });
});

describe('every address of every resource type is IPv4', () => {
  /** Every path of a schema that holds an address, whether rules look at it or not. */
  const pathsIn = (schema: Schema, path: string): (readonly [path: string, kind: AddressKind])[] => {
    const kind = schema['x-address'];
    if (kind) return [[path, kind]];
    if (schema.items) return pathsIn(schema.items, `${path}[]`);
    return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
      pathsIn(child, path === '' ? name : `${path}.${name}`),
    );
  };
  const all = resourceTypes.flatMap(({ type, apiVersions, schema }) =>
    pathsIn(schema, '').map(([path, kind]) => [type, apiVersions.at(-1) ?? '', path, kind] as const),
  );
  const isOfFabric = ([type]: (typeof all)[number]) => type.startsWith('Microsoft.ManagedNetworkFabric/');

  /** A document that has a value at a path such as `properties.subnets[].name`. */
  const nest = (path: string, value: unknown): unknown => {
    const [first = '', ...rest] = path.split(/\.(.*)/s);
    if (path === '') return value;
    const inner = first.startsWith('[]') ? nest([first.slice(2), ...rest].filter(Boolean).join('.'), value) : undefined;
    if (inner !== undefined) return [inner];
    const [, name = '', brackets = ''] = /^(.*?)((?:\[\])*)$/.exec(first) ?? [];
    const child = nest(rest.filter(Boolean).join('.'), value);
    return { [name]: brackets === '' ? child : [child] };
  };
  /** The findings about the address; it stands beside a network, so that the file is one of ours whatever the type. */
  const lintOne = async (type: string, apiVersion: string, path: string, value: string) => {
    const document = { type, apiVersion, name: 'a/b/c', tags: { note: 'fd00::1' }, ...(nest(path, value) as object) };
    const network = { type: 'Microsoft.AzureStackHCI/logicalNetworks', name: 'lnet-app' };
    const { findings, resources } = await lint({
      files: [new SourceFile('a.json', JSON.stringify({ resources: [document, network] }))],
    });
    expect(resources).toBe(2);
    return findings.filter(({ ruleId }) => ruleId === rules[0]?.id);
  };

  test('there are many', () => expect(all.filter((one) => !isOfFabric(one)).length).toBeGreaterThanOrEqual(25));

  test.each(all.filter((one) => !isOfFabric(one)))('%s %s %s', async (type, apiVersion, path, kind) => {
    const [bad, good] = kind === 'version' ? ['IPv6', 'IPv4'] : ['fd00:20:1::/64', '10.20.1.0/24'];
    const [finding, ...others] = await lintOne(type, apiVersion, path, bad);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe(type.endsWith('securityRules') ? 'warning' : 'error');
    expect(await lintOne(type, apiVersion, path, good)).toEqual([]);
  });

  test.each(all.filter(isOfFabric))('but the fabric has IPv6: %s %s %s', async (type, apiVersion, path) =>
    expect(await lintOne(type, apiVersion, path, 'fd00:20:1::/64')).toEqual([]),
  );
});
