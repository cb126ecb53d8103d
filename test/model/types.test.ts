import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  annotations,
  apiVersionsOf,
  checkedFields,
  findType,
  nearestApiVersion,
  nearestType,
  resourceTypes,
  type Schema,
} from '../../src/model/types/index.ts';
import { undescribedTypes } from '../../src/model/types/undescribed.ts';

const hci = (name: string) => `Microsoft.AzureStackHCI/${name}`;

describe('every description', () => {
  const described = resourceTypes.map((type) => [type.type, type] as const);

  test.each(described)('%s is a schema that a strict validator takes', (_, { schema }) => {
    const ajv = new Ajv({ strict: true, allErrors: true });
    formats.default(ajv, ['int32', 'int64']);
    expect(() => ajv.addVocabulary([...annotations]).compile(schema)).not.toThrow();
  });

  test.each(described)('%s has api-versions in order, each once', (_, { apiVersions }) => {
    expect(apiVersions.length).toBeGreaterThan(0);
    expect([...new Set(apiVersions)].sort()).toEqual(apiVersions);
    for (const version of apiVersions) expect(version).toMatch(/^\d{4}-\d\d-\d\d(-preview)?$/);
  });

  test.each(described)('%s says where it is documented, and has a location when it is tracked', (name, type) => {
    expect(type.documentation).toBe(`https://learn.microsoft.com/azure/templates/${name.toLowerCase()}`);
    expect('location' in (type.schema.properties ?? {})).toBe(type.tracked);
    expect('tags' in (type.schema.properties ?? {})).toBe(type.tracked);
  });

  test.each(described)('%s: properties differ in more than case, and required ones exist', (_, { schema }) => {
    for (const { properties, required } of objectsOf(schema)) {
      const names = Object.keys(properties ?? {});
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining([...(required ?? [])]));
    }
  });

  test.each(described)('%s: what the platform sets is no field that rules look at', (_, { schema }) => {
    const readOnly = objectsOf(schema).flatMap(({ properties }) =>
      Object.values(properties ?? {}).filter((property) => property.readOnly),
    );
    for (const property of readOnly.flatMap(everything)) {
      expect(property['x-address'] ?? property['x-checked']).toBeUndefined();
    }
  });

  test.each(described)('%s: every path that may change is one, and it is none that the platform sets', (_, type) => {
    for (const path of type.changeable ?? []) {
      const schema = path.split('.').reduce<Schema | undefined>((part, step) => {
        const child = part?.properties?.[step.replace('[]', '')];
        return step.endsWith('[]') ? child?.items : child;
      }, type.schema);
      expect(schema, path).toBeDefined();
      expect(schema?.readOnly, path).toBeUndefined();
    }
  });

  test.each(described)('%s: a property came with a version that the type has, and not with its first', (_, type) => {
    const versions = apiVersionsOf(type.type) ?? type.apiVersions;
    for (const { 'x-since': since } of everything(type.schema)) {
      if (since !== undefined) expect(versions.slice(1)).toContain(since);
    }
  });

  test.each(described)('%s: a list of the same stands beside its property', (_, { schema }) => {
    for (const { properties = {} } of objectsOf(schema)) {
      for (const { 'x-list': list } of Object.values(properties)) {
        if (list !== undefined) expect(properties[list]?.items).toBeDefined();
      }
    }
  });

  test('types stand in the order of the alphabet, each once for its api-versions, and none is also undescribed', () => {
    const names = resourceTypes.map(
      ({ type, apiVersions }) => `${type.replace(/^.*?\//, '').toLowerCase()} ${apiVersions[0]}`,
    );
    expect([...new Set(names)].sort()).toEqual(names);
    expect(Object.keys(undescribedTypes).filter((name) => findType(name))).toEqual([]);
  });
});

function everything(schema: Schema): Schema[] {
  const children = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return [schema, ...children.flatMap(everything)];
}

const objectsOf = (schema: Schema): Schema[] => everything(schema).filter((part) => part.type === 'object');

describe('checkedFields', () => {
  const subnet = 'properties.subnets[].properties';
  const route = 'routeTable.properties.routes[].properties';
  const addresses = [
    ['galleryImages'],
    ['loadBalancers', 'properties.frontendIPConfigurations[].properties.privateIPAddress ip'],
    [
      'logicalNetworks',
      'properties.dhcpOptions.dnsServers[] ip',
      `${subnet}.addressPrefix prefix`,
      `${subnet}.addressPrefixes[] prefix`,
      `${subnet}.${route}.addressPrefix prefix`,
      `${subnet}.${route}.nextHopIpAddress ip`,
      `${subnet}.ipPools[].start ip`,
      `${subnet}.ipPools[].end ip`,
    ],
    ['marketplaceGalleryImages'],
    ['natGateways'],
    ['natGateways/inboundRules'],
    [
      'networkInterfaces',
      'properties.ipConfigurations[].properties.privateIPAddress ip',
      'properties.dnsSettings.dnsServers[] ip',
    ],
    ['networkSecurityGroups'],
    [
      'networkSecurityGroups/securityRules',
      'properties.sourceAddressPrefixes[] range',
      'properties.destinationAddressPrefixes[] range',
    ],
    ['publicIPAddresses', 'properties.publicIPAddressVersion version', 'properties.ipAddress ip'],
    ['snapshots'],
    ['storageContainers'],
    ['virtualHardDisks'],
    ['virtualMachineInstances'],
    ['virtualMachineInstances/attestationStatus'],
    ['virtualMachineInstances/guestAgents'],
    ['virtualMachineInstances/hybridIdentityMetadata'],
    [
      'virtualNetworks@2023-07-01-preview',
      'properties.dhcpOptions.dnsServers[] ip',
      `${subnet}.addressPrefix prefix`,
      `${subnet}.addressPrefixes[] prefix`,
      `${subnet}.${route}.addressPrefix prefix`,
      `${subnet}.${route}.nextHopIpAddress ip`,
      `${subnet}.ipPools[].start ip`,
      `${subnet}.ipPools[].end ip`,
    ],
    ['virtualNetworks', 'properties.addressSpace.addressPrefixes[] prefix', 'properties.dhcpOptions.dnsServers[] ip'],
    [
      'virtualNetworks/subnets',
      'properties.addressPrefix prefix',
      `properties.${route}.addressPrefix prefix`,
      `properties.${route}.nextHopIpAddress ip`,
    ],
  ] as const;

  test.each(addresses)('%s: exactly the address fields that people write', (typed, ...expected) => {
    const [name = '', version] = typed.split('@');
    const found = checkedFields(hci(name), version).filter(({ address }) => address !== undefined);
    expect(found.map(({ path, address }) => `${path} ${address}`).sort()).toEqual([...expected].sort());
  });

  test('the table of addresses has every type of the namespace', () => {
    const all = resourceTypes.map(({ type }) => type).filter((type) => type.startsWith(hci('')));
    expect(addresses.map(([typed]) => hci(typed.replace(/@.*/, '')))).toEqual(all);
  });

  test('the fabric has addresses, but none that rules look at: it has IPv6', () => {
    const fabric = resourceTypes.filter(({ type }) => type.startsWith('Microsoft.ManagedNetworkFabric/'));
    const marked = fabric.filter(({ schema }) => everything(schema).some((part) => part['x-address'] !== undefined));
    expect(marked.map(({ type }) => type.replace(/^.*?\//, ''))).toEqual([
      'accessControlLists',
      'l3IsolationDomains',
      'l3IsolationDomains/externalNetworks',
      'l3IsolationDomains/internalNetworks',
    ]);
    expect(fabric.flatMap(({ type }) => checkedFields(type))).toEqual([]);
  });

  test.each([
    ['logicalNetworks', `${subnet}.vlan`, 'properties.fabricNetworkConfiguration.resourceId'],
    [
      'virtualMachineInstances',
      'properties.hardwareProfile.vmSize',
      'properties.hardwareProfile.processors',
      'properties.hardwareProfile.memoryMB',
      'properties.networkProfile.networkInterfaces[].id',
      'properties.storageProfile.dataDisks[].id',
      'properties.osProfile.linuxConfiguration.provisionVMAgent',
      'properties.osProfile.windowsConfiguration.provisionVMAgent',
    ],
  ])('%s: other values that rules look at', (name, ...expected) => {
    const found = checkedFields(hci(name)).filter(({ address }) => address === undefined);
    expect(found.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  test('letter case of the type does not matter, and an unknown type has none', () => {
    expect(checkedFields('microsoft.azurestackhci/LOGICALNETWORKS')).toBe(checkedFields(hci('logicalNetworks')));
    expect(checkedFields('Microsoft.Compute/virtualMachines')).toEqual([]);
  });
});

test.each([
  ['2021-07-01-preview', '2021-07-01-preview'],
  ['2023-07-01-PREVIEW', '2021-07-01-preview'],
  ['2020-01-01', '2021-07-01-preview'],
  ['2024-01-01', '2021-07-01-preview'],
  ['2025-09-01-preview', '2025-09-01-preview'],
  ['2027-01-01', '2025-09-01-preview'],
  [undefined, '2025-09-01-preview'],
])('virtualNetworks of api-version %s is what it meant since %s', (version, since) => {
  expect(findType(hci('virtualNetworks'), version)?.apiVersions[0]).toBe(since);
});

test('a name that meant several things has the api-versions of all of them', () => {
  expect(apiVersionsOf(hci('virtualNetworks'))).toEqual([
    '2021-07-01-preview',
    '2021-09-01-preview',
    '2022-12-15-preview',
    '2023-07-01-preview',
    '2025-09-01-preview',
    '2026-02-01-preview',
    '2026-04-01-preview',
  ]);
});

test('findType takes any letter case', () => {
  expect(findType('microsoft.azurestackhci/virtualmachineinstances')?.type).toBe(hci('virtualMachineInstances'));
  expect(findType('Microsoft.AzureStackHCI/clusters')).toBeUndefined();
});

test.each([
  ['Microsoft.AzureStackHCI/logicalNetwork', hci('logicalNetworks')],
  ['Microsoft.AzureStackHCI/logcialNetworks', hci('logicalNetworks')],
  ['Microsoft.AzureStackHCI/virtualMachineInstance', hci('virtualMachineInstances')],
  ['Microsoft.AzureStackHCI/virtualHardDisk', hci('virtualHardDisks')],
  ['Microsoft.AzureStackHCI/virtualMachineInstances/guestAgent', hci('virtualMachineInstances/guestAgents')],
  ['Microsoft.AzureStackHCI/storageContainer', hci('storageContainers')],
  ['Microsoft.AzureStackHIC/logicalNetworks', hci('logicalNetworks')],
  ['Microsoft.AzureStack/logicalNetworks', hci('logicalNetworks')],
  ['Microsoft.AzureStackHCI/LOGICALNETWORKS', undefined],
  ['Microsoft.AzureStackHci/logicalNetworks', undefined],
  ['Microsoft.AzureStackHCI/galleryImages', undefined],
  ['Microsoft.AzureStackHCI/clusters', undefined],
  ['Microsoft.AzureStackHCI/edgeDevices', undefined],
  ['Microsoft.AzureStackHCI/clusters/deploymentSettings', undefined],
  ['Microsoft.AzureStack/registrations', undefined],
  ['Microsoft.Network/networkInterfaces', undefined],
  ['Microsoft.Compute/virtualMachines', undefined],
  ['Microsoft.HybridCompute/machines/extensions', undefined],
  ['Microsoft.HybridCompute/licenses', undefined],
  ['Microsoft.ManagedNetworkFabric/l3IsolationDomain', 'Microsoft.ManagedNetworkFabric/l3IsolationDomains'],
  ['Microsoft.ManagedNetworkFabric/l2IsolationDomains', undefined],
  ['Microsoft.ManagedNetworkFabric/networkFabrics', undefined],
  ['Microsoft.HybridContainerService/provisionedClusters', undefined],
  ['Microsoft.HybridContainerService/virtualNetworks', undefined],
  ['Microsoft.ExtendedLocation/customLocations/resourceSyncRules', undefined],
  ['logicalNetworks', undefined],
  ['', undefined],
])('nearestType of %j is %j', (type, expected) => expect(nearestType(type)).toBe(expected));

test.each([
  ['logicalNetworks', '2026-02-01', '2026-02-01-preview'],
  ['logicalNetworks', '2024-01-01-preview', '2024-01-01'],
  ['logicalNetworks', '2025-09-02-preview', '2025-09-01-preview'],
  ['virtualMachineInstances', '2025-10-01', '2025-09-01-preview'],
  ['logicalNetworks', '2021-09-01-preview', '2023-09-01-preview'],
  ['publicIPAddresses', '2024-01-01', '2025-09-01-preview'],
  ['logicalNetworks', '2024-1-1', '2024-01-01'],
  ['logicalNetworks', 'latest', '2026-04-01-preview'],
  ['clusters', '2024-01-01', undefined],
])('nearestApiVersion of %s %s is %s', (name, version, expected) => {
  expect(nearestApiVersion(hci(name), version)).toBe(expected);
});
