import { describe, expect, test } from 'vitest';
import { checkSpecShape } from '../../src/inputs/spec-shape.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { readYaml } from '../../src/source/yaml.ts';

/** What is wrong with a spec, each as `line:column text: message`. */
async function problems(text: string): Promise<string[]> {
  const file = new SourceFile('spec.yaml', text);
  const [document] = readYaml(file).documents;
  if (!document) return ['no document'];
  return (await checkSpecShape(document)).map(({ at, message }) => {
    const { start, end } = at.span();
    const { line, column } = file.position(start);
    return `${line}:${column} ${text.slice(start, end).split('\n')[0]}: ${message}`;
  });
}

const whole = `
$schema: ./schemas/spec.schema.json
x-owner: { anything: [1, 2] }
subscription: 00000000-0000-0000-0000-000000000000
resourceGroup: rg-branch
location: eastus
customLocation: /subscriptions/s/resourceGroups/rg/providers/Microsoft.ExtendedLocation/customLocations/branch
tags: { cost-centre: 4711, name: branch, critical: true }
logicalNetworks:
  - name: lnet-app
    resourceGroup: rg-networks
    tags: { Owner: it }
    addressPrefixes: 10.20.1.0/24
    vlan: 1201
    ipPools: [{ name: a, start: 10.20.1.20, end: 10.20.1.99, type: vm }]
    gateway: 10.20.1.1
    routes: [{ addressPrefix: 10.0.0.0/8, nextHop: 10.20.1.2 }]
  - { name: lnet-two, addressPrefixes: [10.20.2.0/24], ipPoolStart: 10.20.2.20, ipPoolEnd: 10.20.2.99 }
networkInterfaces: [{ name: nic, logicalNetwork: lnet-app, dnsServers: [10.20.0.10] }]
virtualHardDisks: [{ name: data, sizeGb: 128, dynamic: false }]
virtualMachines: [{ name: app-01, osType: Linux, nics: [nic], disks: [data], enableAgent: true }]
`;

test('a spec of every kind of word has the right shape', async () => {
  expect(await problems(whole)).toEqual([]);
});

describe('a spec that the reader understands has the right shape', () => {
  test.each([
    ['property names in another case', 'VirtualMachines: [{ Name: a, memoryMB: 8192 }]'],
    ['a known word in another case', 'virtualMachines: [{ name: a, osType: LINUX }]'],
    ['null for absent', 'location:\nvirtualMachines: [{ name: a, vmSize: null, nics: }]\nnetworkInterfaces:'],
    ['free words below tags', 'tags: { name: a, Vlan: 5 }\nvirtualMachines: []'],
    [
      'open words of the command line',
      'logicalNetworks: [{ name: a, ipAllocationMethod: Dynamic, ipPoolType: vippool }]',
    ],
  ])('%s', async (_, text) => {
    expect(await problems(text)).toEqual([]);
  });
});

describe('what is wrong is said at its place, in words', () => {
  test.each([
    [
      'virtualMachine: []',
      '1:1 virtualMachine: "virtualMachine" is not a property of the compact spec. Did you mean "virtualMachines"?',
    ],
    [
      'logicalNetworks:\n  - name: a\n    vlanId: 7',
      '3:5 vlanId: "vlanId" is not a property of a logical network. Did you mean "vlan"?',
    ],
    [
      'virtualMachines:\n  - name: a\n    procesors: 4',
      '3:5 procesors: "procesors" is not a property of a virtual machine. Did you mean "processors"?',
    ],
    [
      'virtualHardDisks:\n  - name: a\n    colour: red',
      '3:5 colour: "colour" is not a property of a virtual hard disk. Remove it, or use one of: name, subscription, resourceGroup, location, customLocation, tags, sizeGb, dynamic.',
    ],
    [
      'logicalNetworks:\n  - name: a\n    ipPools:\n      - { start: 10.0.0.9, end: 10.0.0.20, purpose: vm }',
      '4:44 purpose: "purpose" is not a property of an IP pool. Remove it, or use one of: name, start, end, type.',
    ],
    [
      'networkInterfaces:\n  - ipAddress: 10.0.0.9',
      '2:5 ipAddress: 10.0.0.9: A network interface needs "name", which is missing. Add it.',
    ],
    [
      'logicalNetworks:\n  - name: a\n    ipPools: [{ start: 10.0.0.9 }]',
      '3:15 { start: 10.0.0.9 }: An IP pool needs "end", which is missing. Add it.',
    ],
    ['virtualMachines:\n  - name: 42', '2:11 42: "name" is 42, but must be text: quote it.'],
    [
      'virtualMachines:\n  - name: a\n    memoryMB: lots',
      '3:15 lots: "memoryMb" is "lots", but must be a whole number.',
    ],
    [
      'virtualMachines:\n  - name: a\n    processors: "4"',
      '3:17 "4": "processors" is "4", but must be a whole number: write it without quotes.',
    ],
    [
      'virtualMachines:\n  - name: a\n    enableAgent: yes',
      '3:18 yes: "enableAgent" is "yes", but must be true or false.',
    ],
    [
      'virtualMachines:\n  - name: a\n    enableAgent: "true"',
      '3:18 "true": "enableAgent" is "true", but must be true or false: write it without quotes.',
    ],
    ['virtualMachines:\n  - name: a\n    nics: nic-1', '3:11 nic-1: "nics" is "nic-1", but must be a list.'],
    [
      'virtualMachines:\n  - name: a\n    nics: [{ id: x }]',
      '3:12 { id: x }: An entry of "nics" is an object, but must be text.',
    ],
    ['virtualMachines:\n  - name: a\n    osType: Linx', '3:13 Linx: "osType" is "Linx", but must be Windows or Linux.'],
    ['virtualMachines: { name: a }', '1:18 { name: a }: "virtualMachines" is an object, but must be a list.'],
    [
      'logicalNetworks:\n  - name: a\n    addressPrefixes: 10',
      '3:22 10: "addressPrefixes" is 10, but must be text or a list: quote it.',
    ],
    ['[]', '1:1 []: The compact spec is a list, but must be an object with named properties.'],
  ])('%j', async (text, wanted) => {
    expect(await problems(text)).toEqual([wanted]);
  });

  test('everything at once', async () => {
    expect(await problems('virtualMachines:\n  - nam: a\n    processors: x')).toHaveLength(3);
  });
});

test.each([[null], [1], ['text'], [[]], [[[null]]], [{ logicalNetworks: [null, 1, []] }], [{ tags: [] }]])(
  'never throws: %j',
  async (value: unknown) => {
    const document = { file: new SourceFile('a.json', ''), value, locate: () => ({ start: 0, end: 0 }) };
    await expect(checkSpecShape(document)).resolves.toBeInstanceOf(Array);
  },
);
