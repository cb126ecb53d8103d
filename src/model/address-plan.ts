import { type AddressRange, addressNumber, isInRange, sizeOf } from '../net/ranges.ts';
import { poolsOf, prefixesOf, reservedCount, subnetsOf } from './address-space.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { displayName } from './identity.ts';
import { defaultGateways, logicalNetworkType } from './logical-network.ts';
import { follow, links, referenceId, resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';
import { networkInterfaceType, publicAddressType, subnetType } from './type-names.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** Who has which addresses: every network of a run with what draws on it. Values that only the deployment knows stand as their expressions in brackets. */
export interface AddressPlan {
  /** By name, then by file and environment. */
  readonly networks: readonly PlannedNetwork[];
  /** Network interfaces whose network is not in the run, or only known during deployment. */
  readonly elsewhere: readonly PlannedInterface[];
}

/** A logical network, or a subnet of a virtual network. */
export interface PlannedNetwork {
  readonly type: string;
  readonly name: string;
  /** Path of the file that declares it. */
  readonly path: string;
  /** Which deployment of that file, such as `prod`; empty when there is one only. */
  readonly environment: string;
  readonly resourceGroup: string | null;
  readonly addressPrefixes: readonly string[];
  readonly vlan: string | null;
  readonly gateways: readonly string[];
  readonly dnsServers: readonly string[];
  /** Name of the fabric's internal network. */
  readonly fabricNetwork: string | null;
  readonly pools: readonly PlannedPool[];
  /**
   * How many addresses there are for interfaces: those of the pools, or, without a pool, those of the prefix less the
   * first eight and the last, which nothing may have. Null when the deployment alone knows.
   */
  readonly addresses: { readonly total: number; readonly used: number; readonly free: number } | null;
  readonly interfaces: readonly PlannedInterface[];
  /** Public addresses that are taken from it. */
  readonly publicAddresses: readonly { readonly name: string; readonly address: string | null }[];
}

/** Addresses from `start` to `end`, both of them in it. */
export interface PlannedPool {
  readonly name: string | null;
  readonly start: string;
  readonly end: string;
  readonly type: string | null;
}

/** A network interface. */
export interface PlannedInterface {
  readonly name: string;
  /** Null when the platform takes one from a pool. */
  readonly address: string | null;
  /** The VM that it belongs to, when the run has it. */
  readonly machine: string | null;
}

/** Plans the addresses of an estate. */
export function addressPlanOf(estate: Estate): AddressPlan {
  const machines = new Map(
    links(estate, virtualMachineType, 'properties.networkProfile.networkInterfaces[].id').map(({ from, to }) => [
      to,
      displayName(from),
    ]),
  );
  const placed = new Map<Resource, PlannedInterface[]>();
  const elsewhere: PlannedInterface[] = [];
  for (const nic of resourcesOf(estate, networkInterfaceType)) {
    for (const configuration of nic.body.all('properties.ipConfigurations[].properties')) {
      const address = configuration.get('privateIPAddress');
      const planned = { name: displayName(nic), address: told(address), machine: machines.get(nic) ?? null };
      const network = follow(configuration.get('subnet.id'), nic, estate).resource;
      if (network) placed.set(network, [...(placed.get(network) ?? []), planned]);
      else elsewhere.push(planned);
    }
  }
  const networks = [logicalNetworkType, subnetType].flatMap((type) => resourcesOf(estate, type));
  const planned = networks.map((network) => planNetwork(network, placed.get(network) ?? [], estate));
  const key = ({ name, path, environment }: PlannedNetwork) => `${name}\n${path}\n${environment}`;
  return {
    networks: planned.sort((a, b) => byText(key(a), key(b))),
    elsewhere: elsewhere.sort((a, b) => byText(a.name, b.name)),
  };
}

function planNetwork(network: Resource, interfaces: readonly PlannedInterface[], estate: Estate): PlannedNetwork {
  const { body } = network;
  const subnets = subnetsOf(network);
  const publicAddresses = links(estate, publicAddressType, 'properties.ipAllocationScope')
    .filter(({ to }) => to === network)
    .map(({ from }) => ({ name: displayName(from), address: told(from.body.get('properties.ipAddress')) }));
  const fabric = body.get('properties.fabricNetworkConfiguration.resourceId');
  return {
    type: network.type,
    name: displayName(network),
    path: network.deployment.path,
    environment: network.deployment.environment,
    resourceGroup: network.resourceGroup.string ?? null,
    addressPrefixes: subnets.flatMap((subnet) =>
      [subnet.get('addressPrefix'), ...subnet.get('addressPrefixes').items()].flatMap((prefix) => told(prefix) ?? []),
    ),
    vlan: subnets.map((subnet) => told(subnet.get('vlan'))).find((vlan) => vlan !== null) ?? null,
    gateways: subnets.flatMap((subnet) => defaultGateways(subnet).flatMap(({ field }) => told(field) ?? [])),
    dnsServers: body.all('properties.dhcpOptions.dnsServers[]').flatMap((server) => told(server) ?? []),
    fabricNetwork: fabric.isMissing ? null : (referenceId(fabric)?.name.split('/').at(-1) ?? told(fabric)),
    pools: subnets.flatMap((subnet) => subnet.all('ipPools[]').map(planPool)),
    addresses: addressesOf(subnets, [...interfaces, ...publicAddresses]),
    interfaces: [...interfaces].sort(byAddress),
    publicAddresses,
  };
}

/** A pool as it is written, its bounds known or not. */
const planPool = (pool: Field): PlannedPool => ({
  name: told(pool.get('name')),
  start: told(pool.get('start')) ?? '?',
  end: told(pool.get('end')) ?? '?',
  type: told(pool.get('ipPoolType')),
});

function addressesOf(
  subnets: readonly Field[],
  takers: readonly { readonly address: string | null }[],
): PlannedNetwork['addresses'] {
  const spaces = subnets.map((subnet) => ({ pools: poolsOf(subnet), prefixes: prefixesOf(subnet) }));
  if (spaces.length === 0 || spaces.some(({ pools, prefixes }) => !(pools.isComplete && prefixes.isComplete)))
    return null;
  const ranges = spaces.flatMap(({ pools, prefixes }): AddressRange[] =>
    pools.known.length > 0
      ? pools.known.map(({ range }) => range)
      : prefixes.known.map(({ range: { first, last } }) => ({ first: first + reservedCount, last: last - 1 })),
  );
  const total = ranges.reduce((sum, range) => sum + Math.max(0, sizeOf(range)), 0);
  const claimed = new Set(takers.flatMap(({ address }) => (address === null ? [] : (addressNumber(address) ?? []))));
  const inside = [...claimed].filter((address) => ranges.some((range) => isInRange(address, range))).length;
  // One that the platform gives, or that only the deployment knows, is taken all the same.
  const open = takers.filter(({ address }) => address === null || addressNumber(address) === undefined).length;
  const used = inside + open;
  return { total, used, free: Math.max(0, total - used) };
}

/** A value as the plan shows it: known or, in brackets, the expression behind it. */
function told(field: Field): string | null {
  if (field.isMissing) return null;
  return field.state === 'unknown' ? `[${field.term}]` : String(field.value);
}

const byAddress = (a: PlannedInterface, b: PlannedInterface): number =>
  (addressNumber(String(a.address)) ?? Number.POSITIVE_INFINITY) -
    (addressNumber(String(b.address)) ?? Number.POSITIVE_INFINITY) || byText(a.name, b.name);

/** Plain comparison: the machine's language plays no part. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
