import { type AddressRange, overlaps } from '../net/ranges.ts';
import { type Located, poolsOf, subnetsOf } from './address-space.ts';
import { canonicalId, isBlank } from './compare.ts';
import type { Estate } from './estate.ts';
import { fabricReference } from './fabric-network.ts';
import type { Field } from './field.ts';
import { logicalNetworkType } from './logical-network.ts';
import { perEstate } from './per-estate.ts';
import { follow, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';

/*
 * Logical networks that share an internal network of the fabric, or a VLAN: each has to leave the others their addresses.
 */

/** Which networks stand where, in the order of the run, what is read back from the platform last. */
interface Index {
  readonly order: ReadonlyMap<Resource, number>;
  readonly onFabric: ReadonlyMap<unknown, readonly Resource[]>;
  readonly onVlan: ReadonlyMap<string, readonly Resource[]>;
}

/** The first of the other networks on the same internal network that can stand beside one and is as wanted. */
export const sharingFabric = (
  network: Resource,
  estate: Estate,
  isWanted: (other: Resource) => boolean = () => true,
): Resource | undefined => onFabricWith(network, estate).find((other) => isWanted(other) && isBeside(network, other));

/** The same, of those that certainly have no IP pool. */
export const poollessOnFabric = (
  network: Resource,
  estate: Estate,
  isWanted: (other: Resource) => boolean,
): Resource | undefined =>
  poollessOf(onFabricWith(network, estate)).find((other) => isWanted(other) && isBeside(network, other));

const onFabricWith = (network: Resource, estate: Estate): readonly Resource[] =>
  indexOf(estate).onFabric.get(fabricKey(network, estate)) ?? [];

const poolless = new WeakMap<readonly Resource[], readonly Resource[]>();

/** Found once for a group: most networks have pools, and a group may be large. */
function poollessOf(group: readonly Resource[]): readonly Resource[] {
  const known = poolless.get(group) ?? group.filter(hasNoPool);
  poolless.set(group, known);
  return known;
}

/** A pool with one that has an address of it, too. */
export interface PoolClash {
  readonly pool: Located;
  readonly other: Located;
  readonly of: Resource;
}

/**
 * The pools of a network that overlap one before it: an earlier one of its own, or one of a network before it on the same
 * internal network, or on the same VLAN of the same custom location. Each once.
 */
export function clashingPools(network: Resource, estate: Estate): readonly PoolClash[] {
  const { onFabric, onVlan } = indexOf(estate);
  const groups = [
    onFabric.get(fabricKey(network, estate)) ?? [],
    ...vlanKeys(network).map((key) => onVlan.get(key) ?? []),
  ];
  const ownPools = poolsIn(network);
  return ownPools.flatMap((pool, index): PoolClash[] => {
    const own = ownPools.slice(0, index).find(({ range }) => overlaps(range, pool.range));
    if (own) return [{ pool, other: own, of: network }];
    for (const group of groups) {
      for (const { of, other } of overlapping(pool.range, sortedPools(group)))
        if (isLater(network, of, estate) && isBeside(network, of)) return [{ pool, other, of }];
    }
    return [];
  });
}

/** The pools of some networks by their first address, each with the last address of all up to it. */
type SortedPools = readonly { readonly of: Resource; readonly other: Located; readonly last: number }[];

const sorted = new WeakMap<readonly Resource[], SortedPools>();

/** Sorted once for a group, so that a pool is compared with those near it only. */
function sortedPools(group: readonly Resource[]): SortedPools {
  const known = sorted.get(group);
  if (known) return known;
  const all = group.flatMap((of) => poolsIn(of).map((other) => ({ of, other })));
  all.sort((a, b) => a.other.range.first - b.other.range.first);
  let last = -1;
  const made = all.map((entry) => {
    last = Math.max(last, entry.other.range.last);
    return { ...entry, last };
  });
  sorted.set(group, made);
  return made;
}

/** The pools that have an address of a range, from the last that may have one back to the first. */
function* overlapping(range: AddressRange, pools: SortedPools): Generator<SortedPools[number]> {
  let [low, high] = [0, pools.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pools[middle]?.other.range.first ?? 0) <= range.last) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const entry = pools[index];
    if (!entry || entry.last < range.first) return;
    if (overlaps(entry.other.range, range)) yield entry;
  }
}

/** Whether a network is the one to speak of when it clashes with another: the later one, so that one of them does. */
export function isLater(network: Resource, other: Resource, estate: Estate): boolean {
  if (other.origin === 'live') return true;
  const { order } = indexOf(estate);
  return (order.get(network) ?? 0) > (order.get(other) ?? 0);
}

/** Whether a network certainly has no IP pool. Of what is read back nothing is certain: it may leave them out. */
export function hasNoPool(network: Resource): boolean {
  const subnets = subnetsOf(network);
  return network.origin !== 'live' && subnets.length > 0 && subnets.every((subnet) => isBlank(subnet.get('ipPools')));
}

const pools = new WeakMap<Resource, readonly Located[]>();

/** The known pools of a network, read once: it may have many neighbours. */
function poolsIn(network: Resource): readonly Located[] {
  const known = pools.get(network) ?? subnetsOf(network).flatMap((subnet) => poolsOf(subnet).known);
  pools.set(network, known);
  return known;
}

/** What depends on different conditions may be an alternative to each other. */
const isBeside = (network: Resource, other: Resource): boolean =>
  standTogether(network, other) &&
  (network.condition === undefined || other.condition === undefined || network.condition === other.condition);

/** One value for equal internal networks: the resource when the run has it, else the id as far as it can be compared. */
function fabricKey(network: Resource, estate: Estate): unknown {
  const reference = fabricReference(network);
  if (isBlank(reference)) return undefined;
  const { resource } = follow(reference, network, estate);
  if (resource) return resource;
  const id = reference.state === 'known' ? canonicalId(reference) : undefined;
  return id?.startsWith('/') ? id : withinDeployment(network, id ?? reference.canonical());
}

/** Equal expressions, and ids that begin at their type, are equal in one deployment only. */
const withinDeployment = ({ deployment }: Resource, text: string): string =>
  JSON.stringify([deployment.path, deployment.environment, text]);

/** A VLAN is one of a custom location: both have to be known. VLAN 0 is none. */
function vlanKeys(network: Resource): readonly string[] {
  const location = canonicalId(network.body.get('extendedLocation.name'));
  if (!location?.startsWith('/')) return [];
  const vlans = new Set(subnetsOf(network).map((subnet) => vlanOf(subnet.get('vlan'))));
  return [...vlans].flatMap((vlan) => (vlan === undefined ? [] : [`${location} ${vlan}`]));
}

const vlanOf = ({ number }: Field): number | undefined => (number === 0 ? undefined : number);

const indexOf = perEstate((estate: Estate): Index => {
  const networks = resourcesOf(estate, logicalNetworkType);
  const onFabric = new Map<unknown, Resource[]>();
  const onVlan = new Map<string, Resource[]>();
  const add = <K>(map: Map<K, Resource[]>, key: K, network: Resource) => {
    const group = map.get(key);
    if (group) group.push(network);
    else map.set(key, [network]);
  };
  for (const network of networks) {
    const key = fabricKey(network, estate);
    if (key !== undefined) add(onFabric, key, network);
    for (const vlan of vlanKeys(network)) add(onVlan, vlan, network);
  }
  const order = new Map(networks.map((network, index) => [network, index]));
  return { order, onFabric, onVlan };
});
