import { describe, expect, test } from 'vitest';
import { fixedChanges } from '../../src/model/fixed-properties.ts';
import { resourceTypes } from '../../src/model/types/index.ts';
import { resourceOf } from './resources.ts';

type Plain = Record<string, unknown>;

const hci = (type: string) => `Microsoft.AzureStackHCI/${type}`;
const id = (path: string) => `/subscriptions/s/resourceGroups/rg/providers/Microsoft.AzureStackHCI/${path}`;

/** What changes between two states: `path: before -> after`. */
function changes(type: string, before: Plain, after: Plain, origin: 'declared' | 'live' = 'declared'): string[] {
  const found = fixedChanges({
    before: resourceOf({ type: hci(type), ...before }, origin),
    after: resourceOf({ type: hci(type), ...after }),
    pairedBy: 'id',
  });
  return found.map((one) => `${one.path}: ${one.before.canonical()} -> ${one.after.canonical()}`);
}

const network = (subnet: Plain, more: Plain = {}): Plain => ({
  properties: { subnets: [{ name: 'lnet-app', properties: subnet }], ...more },
});
const subnet = 'properties.subnets[].properties';

describe('what changes', () => {
  test.each<[what: string, type: string, before: Plain, after: Plain, ...expected: string[]]>([
    ['a number', 'logicalNetworks', network({ vlan: 805 }), network({ vlan: '806' }), `${subnet}.vlan: 805 -> "806"`],
    [
      'two values',
      'logicalNetworks',
      network({ vlan: 805, addressPrefix: '10.0.0.0/24' }),
      network({ vlan: 806, addressPrefix: '10.0.1.0/24' }),
      `${subnet}.addressPrefix: "10.0.0.0/24" -> "10.0.1.0/24"`,
      `${subnet}.vlan: 805 -> 806`,
    ],
    [
      'a prefix that was written alone and is now in a list',
      'logicalNetworks',
      network({ addressPrefix: '10.0.0.0/24' }),
      network({ addressPrefixes: ['10.0.1.0/24'] }),
      `${subnet}.addressPrefixes: "10.0.0.0/24" -> ["10.0.1.0/24"]`,
    ],
    [
      'a list of values',
      'logicalNetworks',
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4', '10.0.0.5'] } }),
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4', '10.0.0.6'] } }),
      'properties.dhcpOptions.dnsServers: ["10.0.0.4","10.0.0.5"] -> ["10.0.0.4","10.0.0.6"]',
    ],
    [
      'a list that was written and is no more',
      'logicalNetworks',
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4'] } }),
      network({}),
      'properties.dhcpOptions.dnsServers: ["10.0.0.4"] -> absent',
    ],
    [
      'the name of the only subnet',
      'logicalNetworks',
      network({ vlan: 805 }),
      { properties: { subnets: [{ name: 'lnet-web', properties: { vlan: 805 } }] } },
      'properties.subnets[].name: "lnet-app" -> "lnet-web"',
    ],
    [
      'one subnet more',
      'logicalNetworks',
      network({ vlan: 805 }),
      { properties: { subnets: [{ name: 'b' }, { name: 'LNET-app', properties: { vlan: 805 } }] } },
      'properties.subnets[]: absent -> {"name":"b"}',
    ],
    [
      'an item that is gone from a list of names',
      'loadBalancers',
      { properties: { frontendIPConfigurations: [{ name: 'a' }, { name: 'b' }] } },
      { properties: { frontendIPConfigurations: [{ name: 'a' }] } },
      'properties.frontendIPConfigurations[]: {"name":"b"} -> absent',
    ],
    [
      'items without names, as a whole',
      'natGateways',
      { properties: { publicIPAddresses: [{ resourceId: id('publicIPAddresses/a') }] } },
      { properties: { publicIPAddresses: [{ resourceId: id('publicIPAddresses/b') }] } },
      `properties.publicIPAddresses: [{"resourceid":"${id('publicIPAddresses/a')}"}] -> [{"resourceid":"${id('publicIPAddresses/b')}"}]`,
    ],
    [
      'several pools without names',
      'logicalNetworks',
      network({ ipPools: [{ start: '10.0.0.10' }, { start: '10.0.0.20' }] }),
      network({ ipPools: [{ start: '10.0.0.20' }, { start: '10.0.0.30' }] }),
      `${subnet}.ipPools: [{"start":"10.0.0.10"},{"start":"10.0.0.20"}] -> [{"start":"10.0.0.20"},{"start":"10.0.0.30"}]`,
    ],
    ['the region', 'snapshots', { location: 'eastus' }, { location: 'West US' }, 'location: "eastus" -> "West US"'],
    [
      'where an id points',
      'publicIPAddresses',
      { properties: { ipAllocationScope: id('logicalNetworks/a') } },
      { properties: { ipAllocationScope: id('logicalNetworks/b') } },
      `properties.ipAllocationScope: "${id('logicalNetworks/a')}" -> "${id('logicalNetworks/b')}"`,
    ],
    [
      'a value that was left out and does not mean the same',
      'publicIPAddresses',
      { properties: {} },
      { properties: { publicIPAddressVersion: 'IPv6' } },
      'properties.publicIPAddressVersion: absent -> "IPv6"',
    ],
    [
      'the prefix of a subnet beside its NSG',
      'virtualNetworks/subnets',
      { properties: { addressPrefix: '10.0.0.0/24', networkSecurityGroup: { id: id('networkSecurityGroups/a') } } },
      { properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: id('networkSecurityGroups/b') } } },
      'properties.addressPrefix: "10.0.0.0/24" -> "10.0.1.0/24"',
    ],
  ])('%s', (_, type, before, after, ...expected) => expect(changes(type, before, after)).toEqual(expected));
});

describe('what does not', () => {
  test.each<[what: string, type: string, before: Plain, after: Plain]>([
    ['an NSG of a subnet', 'logicalNetworks', network({}), network({ networkSecurityGroup: { id: 'a' } })],
    ['tags', 'virtualNetworks', { tags: { a: 'b' } }, { tags: { a: 'c' } }],
    ['rules of a NAT gateway', 'natGateways', { properties: { inboundNATRules: [{ name: 'a' }] } }, { properties: {} }],
    ['a pool of a load balancer', 'loadBalancers', {}, { properties: { backendAddressPools: [{ name: 'a' }] } }],
    ['a value that is unknown', 'logicalNetworks', network({ vlan: 805 }), network({ vlan: '[parameters.vlan]' })],
    ['a value that was unknown', 'logicalNetworks', network({ vlan: '[parameters.vlan]' }), network({ vlan: 805 })],
    ['a whole that is unknown', 'logicalNetworks', network({ vlan: 805 }), { properties: '[parameters.all]' }],
    ['an unknown list', 'logicalNetworks', network({ vlan: 805 }), { properties: { subnets: '[parameters.all]' } }],
    [
      'an unknown item of a list',
      'logicalNetworks',
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4'] } }),
      network({}, { dhcpOptions: { dnsServers: ['[parameters.dns]'] } }),
    ],
    [
      'an item of unknown name',
      'loadBalancers',
      { properties: { frontendIPConfigurations: [{ name: 'a' }, { name: 'b' }] } },
      { properties: { frontendIPConfigurations: [{ name: '[parameters.one]' }, { name: '[parameters.two]' }] } },
    ],
    [
      'a prefix, an address and a word in another spelling',
      'logicalNetworks',
      network({ addressPrefix: '10.0.0.7/24', ipAllocationMethod: 'static', ipPools: [{ start: '10.0.0.10' }] }),
      network({ addressPrefixes: ['10.0.0.0/24'], ipAllocationMethod: 'Static', ipPools: [{ start: ' 10.0.0.10' }] }),
    ],
    [
      'an id in another case',
      'publicIPAddresses',
      { properties: { ipAllocationScope: id('logicalNetworks/a') } },
      { properties: { ipAllocationScope: `${id('LOGICALNETWORKS/A')}/` } },
    ],
    [
      'the order of values',
      'logicalNetworks',
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4', '10.0.0.5'] } }),
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.5', '10.0.0.4'] } }),
    ],
    ['a region as people write it', 'snapshots', { location: 'eastus' }, { location: 'East US' }],
    ['what is left out and means the same', 'logicalNetworks', network({}), network({ vlan: 0 })],
    ['nothing in two words', 'logicalNetworks', network({}, { vmSwitchName: null }), network({}, { vmSwitchName: '' })],
    ['an address that the platform had chosen', 'publicIPAddresses', {}, { properties: { ipAddress: '10.0.0.9' } }],
    ['what the platform sets', 'snapshots', { properties: { uniqueId: 'a' } }, { properties: { uniqueId: 'b' } }],
    ['the name', 'snapshots', { name: 'a' }, { name: 'b' }],
    ['a type without a closed list', 'virtualHardDisks', { location: 'eastus' }, { location: 'westus' }],
    ['a type that is not known', 'clusters', { location: 'eastus' }, { location: 'westus' }],
    ['what no description has', 'snapshots', { properties: { other: 1 } }, { properties: { other: 2 } }],
    ['what is of the wrong shape', 'logicalNetworks', network({ vlan: 805 }), { properties: { subnets: [1] } }],
    [
      'a virtual network that becomes another kind of it',
      'virtualNetworks',
      { apiVersion: '2023-07-01-preview', location: 'eastus' },
      { apiVersion: '2025-09-01-preview', location: 'westus' },
    ],
  ])('%s', (_, type, before, after) => expect(changes(type, before, after)).toEqual([]));
});

describe('against what was read back', () => {
  const live = (before: Plain, after: Plain) => changes('logicalNetworks', before, after, 'live');

  test.each<[what: string, before: Plain, after: Plain]>([
    ['a null', network({ vlan: null }), network({ vlan: 805 })],
    [
      'an empty list',
      network({}, { dhcpOptions: { dnsServers: [] } }),
      network({}, { dhcpOptions: { dnsServers: ['10.0.0.4'] } }),
    ],
    ['a value that the spec does not have', network({ vlan: 805 }, { vmSwitchName: 'a' }), network({ vlan: 805 })],
    [
      'a prefix alone for one in a list',
      network({ addressPrefix: '10.0.0.0/24' }),
      network({ addressPrefixes: ['10.0.0.0/24'] }),
    ],
    ['a prefix that the spec does not have', network({ addressPrefix: '10.0.0.0/24' }), network({})],
    [
      'a route that the platform added',
      network({ routeTable: { properties: { routes: [{ name: 'a' }, { name: 'default' }] } } }),
      network({ routeTable: { properties: { routes: [{ name: 'a' }] } } }),
    ],
  ])('%s is no change', (_, before, after) => expect(live(before, after)).toEqual([]));

  test('a value that both have is', () => {
    expect(live(network({ vlan: 805 }), network({ vlan: 806 }))).toEqual([`${subnet}.vlan: 805 -> 806`]);
  });
});

test('types with a closed list of what may change', () => {
  const closed = resourceTypes.filter(({ changeable }) => changeable !== undefined);
  expect(closed.map(({ type, changeable }) => `${type.replace(hci(''), '')}: ${changeable?.join(', ')}`)).toEqual([
    'loadBalancers: properties.backendAddressPools, properties.loadBalancingRules, properties.probes, tags',
    'logicalNetworks: properties.subnets[].properties.networkSecurityGroup, tags',
    'natGateways: properties.inboundNATRules, tags',
    'publicIPAddresses: tags',
    'snapshots: tags',
    'virtualNetworks: tags',
    'virtualNetworks/subnets: properties.networkSecurityGroup, properties.natGateway',
  ]);
});
