import { describe, expect, test } from 'vitest';
import type { Resource } from '../../src/model/resource.ts';
import { checkShape } from '../../src/model/shape.ts';
import { resourceOf, written } from './resources.ts';

async function problems(type: string, body: object, origin?: Resource['origin']): Promise<string[]> {
  const resource = resourceOf({ type: `Microsoft.AzureStackHCI/${type}`, ...body }, origin);
  return (await checkShape(resource)).map(({ at, message }) => `${written(at)}: ${message}`);
}

const subnet = (properties: object) => ({ properties: { subnets: [{ name: 'default', properties }] } });
const network = (properties: object) => problems('logicalNetworks', subnet(properties));
const instance = (properties: object) => problems('virtualMachineInstances', { properties });
const inSubnet = 'properties.subnets[0].properties';

describe('values of the wrong type are reported at the value', () => {
  test.each([
    [{ vlan: 'abc' }, `${inSubnet}.vlan: "vlan" must be a whole number, but is "abc".`],
    [{ vlan: 4.5 }, `${inSubnet}.vlan: "vlan" must be a whole number, but is 4.5.`],
    [{ vlan: true }, `${inSubnet}.vlan: "vlan" must be a whole number, but is true.`],
    [{ vlan: [805] }, `${inSubnet}.vlan: "vlan" must be a whole number, but is a list.`],
    [
      { vlan: 3000000000 },
      `${inSubnet}.vlan: "vlan" must be a whole number from -2147483648 to 2147483647, but is 3000000000.`,
    ],
    [{ addressPrefix: 10 }, `${inSubnet}.addressPrefix: "addressPrefix" must be text, but is 10.`],
    [{ addressPrefix: {} }, `${inSubnet}.addressPrefix: "addressPrefix" must be text, but is an object.`],
    [
      { addressPrefixes: '10.0.0.0/24' },
      `${inSubnet}.addressPrefixes: "addressPrefixes" must be a list, but is "10.0.0.0/24".`,
    ],
    [{ ipPools: ['10.0.0.1'] }, `${inSubnet}.ipPools[0]: Each item of "ipPools" must be an object, but is "10.0.0.1".`],
    [{ ipPools: { start: '10.0.0.1' } }, `${inSubnet}.ipPools: "ipPools" must be a list, but is an object.`],
  ])('%j', async (properties, expected) => expect(await network(properties)).toEqual([expected]));

  test('in a VM', async () => {
    const profile = { hardwareProfile: { processors: 'four' }, securityProfile: { enableTPM: 'yes' } };
    expect(await instance(profile)).toEqual([
      'properties.hardwareProfile.processors: "processors" must be a whole number, but is "four".',
      'properties.securityProfile.enableTPM: "enableTPM" must be true or false, but is "yes".',
    ]);
  });

  test('without the text, where it may hold a secret', async () => {
    for (const [value, kind] of [
      ['canary', 'text'],
      [true, 'true or false'],
      [4711, 'a number'],
    ]) {
      expect(await instance({ osProfile: value })).toEqual([
        `properties.osProfile: "osProfile" must be an object, but is ${kind}.`,
      ]);
    }
  });

  test('several at once, the index counted as written', async () => {
    const pools = ['[pool]', null, 7, { start: 8 }];
    expect(await network({ ipPools: pools, vlan: 'x' })).toEqual([
      `${inSubnet}.ipPools[2]: Each item of "ipPools" must be an object, but is 7.`,
      `${inSubnet}.ipPools[3].start: "start" must be text, but is 8.`,
      `${inSubnet}.vlan: "vlan" must be a whole number, but is "x".`,
    ]);
  });
});

describe('misspelt properties are reported at their name', () => {
  const meant = (name: string, other: string, type = 'logicalNetworks') =>
    `"${name}" is not a property of ${type}. Did you mean "${other}"?`;

  test.each([
    ['ipAllocationMehtod', 'ipAllocationMethod'],
    ['vlans', 'vlan'],
    ['vlanId', 'vlan'],
    ['ipPool', 'ipPools'],
    ['adressPrefix', 'addressPrefix'],
  ])('%s', async (name, other) => {
    expect(await network({ [name]: '[unknown]' })).toEqual([`${inSubnet}.${name}#name: ${meant(name, other)}`]);
  });

  test('beside the properties of the envelope', async () => {
    const found = await problems('logicalNetworks', { propertys: {}, locaton: 'eastus' });
    expect(found).toEqual([
      `propertys#name: ${meant('propertys', 'properties')}`,
      `locaton#name: ${meant('locaton', 'location')}`,
    ]);
  });

  test.each([
    ['a name like no other', { mtu: 1500, somethingElse: true }],
    ['a name whose like is there as well', { vlan: 805, vlanId: 805 }],
    ['a short name', { vla: 1 }],
    ['a name without a value', { ipAllocationMehtod: null }],
    ['a name like one that only the platform sets', { provisioningStates: 'Succeeded' }],
  ])('%s is left alone', async (_, properties) => expect(await network(properties)).toEqual([]));
});

describe('missing properties', () => {
  const disk = (creationData: object) => problems('virtualHardDisks', { properties: { creationData } });

  test('are reported at an object that is known', async () => {
    expect(await disk({ sourceResourceId: '/subscriptions/1' })).toEqual([
      'properties.creationData: "creationData" must have "createOption", but has not.',
    ]);
    const gpus = [{ gpuName: 'A2' }, { assignmentType: 'GpuP' }];
    expect(await instance({ hardwareProfile: { virtualMachineGPUs: gpus } })).toEqual([
      'properties.hardwareProfile.virtualMachineGPUs[0]: Each item of "virtualMachineGPUs" must have "assignmentType", but has not.',
    ]);
  });

  test.each([
    ['an unknown value', { createOption: '[parameters.option]' }],
    ['another unknown value', { sourceResourceId: '[resourceId]' }],
    ['a copy loop', { copy: [], sourceResourceId: '/subscriptions/1' }],
  ])('are not reported of an object with %s', async (_, data) => expect(await disk(data)).toEqual([]));

  test('are not reported of the envelope: a document may leave it to the deployment', async () => {
    expect(await problems('logicalNetworks', {})).toEqual([]);
    expect(await problems('networkSecurityGroups/securityRules', {})).toEqual([]);
  });
});

describe('silent', () => {
  test.each([
    ['numbers and truth values written as text', { vlan: '805' }],
    ['other letter case', { VLAN: 805, AddressPrefix: '10.0.0.0/24', ipallocationmethod: 'Static' }],
    ['null', { vlan: null, ipPools: null, routeTable: null }],
    ['unknown values', { vlan: '[vlan]', ipPools: '[pools]', addressPrefixes: ['[prefix]'], routeTable: '[table]' }],
    ['values that the documents do not list', { ipAllocationMethod: 'Automatic', ipPools: [{ ipPoolType: 'other' }] }],
    ['a number where any text does', { ipPools: [{ name: 1 }] }],
  ])('%s', async (_, properties) => expect(await network(properties)).toEqual([]));

  test('truth values written as text', async () => {
    expect(await instance({ osProfile: { linuxConfiguration: { provisionVMAgent: 'True' } } })).toEqual([]);
  });

  test('words of templates and documents around the resource', async () => {
    const words = { apiVersion: '2024-01-01', dependsOn: [], condition: true, comments: '', scope: 'x', copy: {} };
    expect(await problems('virtualMachineInstances', { ...words, resources: [], sku: null, zones: [] })).toEqual([]);
  });

  test('what was read back, and types without description', async () => {
    expect(await problems('logicalNetworks', subnet({ vlan: 'abc' }), 'live')).toEqual([]);
    expect(await problems('clusters', { properties: { vlan: 'abc' } })).toEqual([]);
  });
});

test('a secret is never printed, not even when it stands for the object around it', async () => {
  const found = [
    ...(await instance({ osProfile: 'hunter2' })),
    ...(await instance({ httpProxyConfig: ['hunter2'] })),
    ...(await problems('virtualMachineInstances/guestAgents', { properties: { credentials: 'hunter2' } })),
  ];
  expect(found).toEqual([
    'properties.osProfile: "osProfile" must be an object, but is text.',
    'properties.httpProxyConfig: "httpProxyConfig" must be an object, but is a list.',
    'properties.credentials: "credentials" must be an object, but is text.',
  ]);
});

test('names that could touch the prototype do no harm', async () => {
  const properties = JSON.parse('{"__proto__": {"vlan": "abc"}, "constructor": 1, "toString": 2}');
  expect(await problems('logicalNetworks', { properties })).toEqual([]);
});
