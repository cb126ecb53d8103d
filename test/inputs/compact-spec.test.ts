import { describe, expect, test } from 'vitest';
import { readCompactSpec } from '../../src/inputs/compact-spec.ts';
import { isCompactSpec } from '../../src/inputs/spec-recognition.ts';
import type { Resource } from '../../src/model/resource.ts';
import { SourceFile } from '../../src/source/source-file.ts';
import { readYaml } from '../../src/source/yaml.ts';

function read(text: string): Resource[] {
  const [document] = readYaml(new SourceFile('spec.yaml', text)).documents;
  return document ? readCompactSpec(document) : [];
}

/** The one resource of a type, from a spec. */
function only(text: string, type: string): Resource {
  const found = read(text).filter((resource) => resource.type.toLowerCase().endsWith(type.toLowerCase()));
  expect(found).toHaveLength(1);
  return found[0] as Resource;
}

const here = 'subscription: Sub\nresourceGroup: Rg\n';
const inHere = '/subscriptions/sub/resourcegroups/rg/providers/microsoft.azurestackhci';

describe('what is a compact spec', () => {
  test.each([
    ['one collection', { logicalNetworks: [] }, true],
    ['settings and extensions beside it', { location: 'a', 'x-note': 1, virtualMachines: [] }, true],
    ['a misspelt word beside it', { virtualMachines: [], virtualHardDisk: [] }, true],
    ['its schema', { $schema: '../schemas/spec.schema.json' }, true],
    ['a schema of like name', { $schema: 'https://example.org/api-spec.schema.json' }, false],
    ['a word of another tool', { virtualMachines: [], apiVersion: 'kubevirt.io/v1' }, false],
    ['a word that every object has', { virtualMachines: [], constructor: 'Acme' }, false],
    ['machines with our words only', { virtualMachines: [{ name: 'a', image: 'b' }] }, true],
    ['machines of another tool', { location: 'a', virtualMachines: [{ name: 'a', size: 'b', zone: 1 }] }, false],
    ['a telling word among strange ones', { virtualMachines: [{ name: 'a', size: 'b', nics: [] }] }, true],
    ['a telling word at the top', { customLocation: 'a', virtualMachines: [{ name: 'a', size: 'b' }] }, true],
    ['interfaces of another tool', { networkInterfaces: [{ name: 'a', mtu: 9000, bond: 'b' }] }, false],
    ['no list', { virtualMachines: { a: 1 } }, false],
    ['settings only', { location: 'eastus' }, false],
    ['a misspelt collection', { logicalNetwork: [{ name: 'a', vlan: 7 }] }, true],
    ['a collection that is no list', { virtualMachines: { name: 'a', processors: 4 } }, true],
    ['a collection that is a map of entries', { virtualHardDisks: { a: { sizeGb: 4 }, b: { sizeGb: 8 } } }, true],
    ['entries of which half the words are ours', { virtualMachines: [{ name: 'a', nics: [], cpu: 4 }] }, true],
    ['an entry whose only word is misspelt', { networkInterfaces: [{ name: 'a', ipAdress: '10.0.0.9' }] }, true],
    [
      'entries in the words of another tool',
      { virtualMachines: [{ name: 'a', size: 'B2s', zone: 1 }], tags: {} },
      false,
    ],
    ['such entries on our custom location', { customLocation: 'a', virtualMachines: [{ size: 'B2s', zone: 1 }] }, true],
    ['such entries of a logical network', { logicalNetworks: [{ name: 'a', vlanId: 7, cidr: 'x' }] }, true],
    ['a fragment of a template', { networkInterfaces: [{ id: '/subscriptions/x' }] }, false],
    ['a list', [{ virtualMachines: [] }], false],
    ['nothing', null, false],
  ])('%s', (_, value, wanted) => {
    expect(isCompactSpec(value)).toBe(wanted);
  });
});

describe('a collection becomes resources in the shape of ARM', () => {
  const table: [string, string, string, string, unknown][] = [
    [
      'a prefix',
      'logicalNetworks: [{ name: a, addressPrefix: 10.0.0.0/24 }]',
      'logicalNetworks',
      'properties.subnets[].properties.addressPrefix',
      ['10.0.0.0/24'],
    ],
    [
      'one prefix as text',
      'logicalNetworks: [{ name: a, addressPrefixes: 10.0.0.0/24 }]',
      'logicalNetworks',
      'properties.subnets[].properties.addressPrefixes[]',
      ['10.0.0.0/24'],
    ],
    [
      'a list of prefixes',
      'logicalNetworks: [{ name: a, addressPrefixes: [10.0.0.0/24] }]',
      'logicalNetworks',
      'properties.subnets[].properties.addressPrefixes[]',
      ['10.0.0.0/24'],
    ],
    [
      'a VLAN',
      'logicalNetworks: [{ name: a, vlan: 1201 }]',
      'logicalNetworks',
      'properties.subnets[].properties.vlan',
      [1201],
    ],
    [
      'pools',
      'logicalNetworks: [{ name: a, ipPools: [{ start: 10.0.0.9, end: 10.0.0.99, type: vm }] }]',
      'logicalNetworks',
      'properties.subnets[].properties.ipPools[]',
      [{ start: '10.0.0.9', end: '10.0.0.99', ipPoolType: 'vm' }],
    ],
    [
      'the one pool of the command line',
      'logicalNetworks: [{ name: a, ipPools: null, ipPoolStart: 10.0.0.9, ipPoolEnd: 10.0.0.99, ipPoolType: vm }]',
      'logicalNetworks',
      'properties.subnets[].properties.ipPools[]',
      [{ start: '10.0.0.9', end: '10.0.0.99', ipPoolType: 'vm' }],
    ],
    ['no pool', 'logicalNetworks: [{ name: a }]', 'logicalNetworks', 'properties.subnets[].properties.ipPools[]', []],
    [
      'a gateway, as the default route',
      'logicalNetworks: [{ name: a, gateway: 10.0.0.1 }]',
      'logicalNetworks',
      'properties.subnets[].properties.routeTable.properties.routes[].properties',
      [{ addressPrefix: '0.0.0.0/0', nextHopIpAddress: '10.0.0.1' }],
    ],
    [
      'routes',
      'logicalNetworks: [{ name: a, routes: [{ name: r, addressPrefix: 10.9.0.0/16, nextHop: 10.0.0.2 }] }]',
      'logicalNetworks',
      'properties.subnets[].properties.routeTable.properties.routes[].properties.nextHopIpAddress',
      ['10.0.0.2'],
    ],
    [
      'DNS servers',
      'logicalNetworks: [{ name: a, dnsServers: [10.0.0.53] }]',
      'logicalNetworks',
      'properties.dhcpOptions.dnsServers[]',
      ['10.0.0.53'],
    ],
    [
      'the fabric network',
      'logicalNetworks: [{ name: a, fabricNetworkConfigurationId: /subscriptions/x }]',
      'logicalNetworks',
      'properties.fabricNetworkConfiguration.resourceId',
      ['/subscriptions/x'],
    ],
    [
      'the address of an interface',
      'networkInterfaces: [{ name: a, ipAddress: 10.0.0.9 }]',
      'networkInterfaces',
      'properties.ipConfigurations[].properties.privateIPAddress',
      ['10.0.0.9'],
    ],
    [
      'a network by name, as its ARM id',
      `${here}networkInterfaces: [{ name: a, logicalNetwork: Net }]`,
      'networkInterfaces',
      'properties.ipConfigurations[].properties.subnet.id',
      [`${inHere}/logicalnetworks/net`],
    ],
    [
      'a network by name, where no id can be built',
      'networkInterfaces: [{ name: a, subnetId: net }]',
      'networkInterfaces',
      'properties.ipConfigurations[].properties.subnet.id',
      ['microsoft.azurestackhci/logicalnetworks/net'],
    ],
    [
      'a network by ARM id',
      'networkInterfaces: [{ name: a, subnetId: /Subscriptions/X, logicalNetwork: b }]',
      'networkInterfaces',
      'properties.ipConfigurations[].properties.subnet.id',
      ['/Subscriptions/X'],
    ],
    [
      'a disk',
      'virtualHardDisks: [{ name: a, sizeGb: 64, dynamic: true }]',
      'virtualHardDisks',
      'properties',
      [{ diskSizeGB: 64, dynamic: true }],
    ],
    [
      'size and memory',
      'virtualMachines: [{ name: a, processors: 4, memoryMb: 8192, vmSize: Custom }]',
      'virtualMachineInstances',
      'properties.hardwareProfile',
      [{ processors: 4, memoryMB: 8192, vmSize: 'Custom' }],
    ],
    [
      'interfaces of a machine',
      `${here}virtualMachines: [{ name: a, nics: [n, /x] }]`,
      'virtualMachineInstances',
      'properties.networkProfile.networkInterfaces[].id',
      [`${inHere}/networkinterfaces/n`, '/x'],
    ],
    [
      'disks of a machine',
      `${here}virtualMachines: [{ name: a, disks: [d] }]`,
      'virtualMachineInstances',
      'properties.storageProfile.dataDisks[].id',
      [`${inHere}/virtualharddisks/d`],
    ],
    [
      'the image',
      `${here}virtualMachines: [{ name: a, image: i }]`,
      'virtualMachineInstances',
      'properties.storageProfile.imageReference.id',
      [`${inHere}/galleryimages/i`],
    ],
    [
      'guest management of Windows',
      'virtualMachines: [{ name: a, enableAgent: false }]',
      'virtualMachineInstances',
      'properties.osProfile.windowsConfiguration.provisionVMAgent',
      [false],
    ],
    [
      'guest management of Linux',
      'virtualMachines: [{ name: a, osType: LINUX, enableAgent: true }]',
      'virtualMachineInstances',
      'properties.osProfile.linuxConfiguration.provisionVMAgent',
      [true],
    ],
    [
      'no guest management',
      'virtualMachines: [{ name: a }]',
      'virtualMachineInstances',
      'properties.osProfile.windowsConfiguration',
      [],
    ],
    [
      'words in another case',
      'VirtualMachines: [{ Name: a, memoryMB: 8192 }]',
      'virtualMachineInstances',
      'properties.hardwareProfile.memoryMB',
      [8192],
    ],
  ];
  test.each(table)('%s', (_, text, type, path, wanted) => {
    expect(
      only(text, type)
        .body.all(path)
        .map((field) => field.plain()),
    ).toEqual(wanted);
  });
});

describe('who a resource is', () => {
  test('an entry inherits from the top, and may say otherwise', () => {
    const [first, second, third] = read(
      `${here}location: eastus\nvirtualHardDisks: [{ name: a }, { name: b, resourceGroup: Other, location: west }, { name: c, location: null }]`,
    );
    expect(first?.id).toBe(`${inHere}/virtualharddisks/a`);
    expect(second?.id).toBe(
      '/subscriptions/sub/resourcegroups/other/providers/microsoft.azurestackhci/virtualharddisks/b',
    );
    expect([first, second, third].map((resource) => resource?.body.get('location').string)).toEqual([
      'eastus',
      'west',
      'eastus',
    ]);
  });

  test('a machine is two resources, the second extending the first', () => {
    const [machine, instance] = read(`${here}virtualMachines: [{ name: a }]`);
    expect(machine?.id).toBe('/subscriptions/sub/resourcegroups/rg/providers/microsoft.hybridcompute/machines/a');
    expect(instance?.scope.string).toBe(machine?.id);
    expect(instance?.id).toBe(`${machine?.id}/providers/microsoft.azurestackhci/virtualmachineinstances/default`);
  });

  test('without subscription there is no id, but a scope all the same', () => {
    const [machine, instance] = read('virtualMachines: [{ name: A }]');
    expect([machine?.id, instance?.id]).toEqual([undefined, undefined]);
    expect(instance?.scope.string).toBe('microsoft.hybridcompute/machines/a');
  });

  test('a machine without name has no identity at all', () => {
    const [machine, instance] = read('virtualMachines: [{ processors: 4 }]');
    expect([machine?.name.state, instance?.name.state]).toEqual(['absent', 'absent']);
  });

  test('each value keeps the place where it was written', () => {
    const text = 'logicalNetworks:\n  - name: a\n    gateway: 10.0.0.1\n    ipPoolEnd: 10.0.0.9\n';
    const network = only(text, 'logicalNetworks');
    const [hop] = network.body.all(
      'properties.subnets[].properties.routeTable.properties.routes[].properties.nextHopIpAddress',
    );
    const [pool] = network.body.all('properties.subnets[].properties.ipPools[]');
    const written = [hop, pool].map((field) => field?.at.span()).map((span) => text.slice(span?.start, span?.end));
    expect(written).toEqual(['10.0.0.1', '10.0.0.9']);
  });

  test.each([
    'virtualMachines: 1',
    'virtualMachines: [1, null, []]',
    'virtualMachines: [{ name: 1, nics: 2, disks: { a: 1 } }]',
    'logicalNetworks: [{ name: [], ipPools: 3, routes: x, gateway: [] }]',
  ])('never throws: %s', (text) => {
    expect(() => read(text).map((resource) => resource.body.canonical())).not.toThrow();
  });
});
