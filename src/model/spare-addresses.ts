import { type AddressRange, sizeOf } from '../net/ranges.ts';
import { addressOf, type Located, poolsOf, subnetsOf } from './address-space.ts';
import type { Estate } from './estate.ts';
import { links } from './references.ts';
import type { Resource } from './resource.ts';
import { networkInterfaceType } from './type-names.ts';

/** What the pools of a logical network hold, and what takes addresses from them. */
export interface PoolUse {
  /** The pools that VMs take their addresses from. */
  readonly pools: readonly Located[];
  readonly addresses: number;
  readonly interfaces: readonly Resource[];
}

/** The use of the pools of a network whose pools are all known; undefined when it has none, or that can't be told. */
export function poolUse(network: Resource, estate: Estate): PoolUse | undefined {
  const [subnet, ...others] = subnetsOf(network);
  if (!subnet || others.length > 0 || subnet.state === 'unknown') return undefined;
  const { known, isComplete } = poolsOf(subnet);
  const pools = known.filter(({ field }) => !/^vippool$/i.test(field.get('ipPoolType').string ?? ''));
  if (!isComplete || pools.length === 0) return undefined;
  const ranges = pools.map(({ range }) => range);
  const found = links(estate, networkInterfaceType, 'properties.ipConfigurations[].properties.subnet.id').filter(
    ({ to }) => to === network,
  );
  const interfaces = found.map(({ from }) => from).filter((from) => !hasAddressOutside(from, ranges));
  return { pools, addresses: countOf(ranges), interfaces };
}

/** Whether an interface has an address of its own that no pool holds. */
function hasAddressOutside({ body }: Resource, ranges: readonly AddressRange[]): boolean {
  const addresses = body.all('properties.ipConfigurations[].properties.privateIPAddress').map(addressOf);
  return addresses.some(
    (address) => address !== undefined && !ranges.some(({ first, last }) => address >= first && address <= last),
  );
}

/** How many addresses ranges have together. */
function countOf(ranges: readonly AddressRange[]): number {
  let count = 0;
  let next = 0;
  for (const { first, last } of ranges.toSorted((one, other) => one.first - other.first)) {
    const start = Math.max(first, next);
    if (start <= last) count += sizeOf({ first: start, last });
    next = Math.max(next, last + 1);
  }
  return count;
}
