import { type AddressRange, isInRange } from '../net/ranges.ts';
import { addressOf, isOutside, poolsOf, prefixesOf, type Ranges, subnetsOf } from './address-space.ts';
import type { Field } from './field.ts';
import { defaultGateways } from './logical-network.ts';
import type { Resource } from './resource.ts';

/** What a subnet of a network says of addresses. */
export interface SubnetAddresses {
  readonly prefixes: Ranges;
  readonly pools: Ranges;
  /** Default gateways that are known. */
  readonly gateways: readonly { readonly field: Field; readonly address: number }[];
}

const made = new WeakMap<Resource, readonly SubnetAddresses[]>();

/** The addresses of the subnets of a network: of a logical network, or of the one that a subnet resource is. Made once. */
export function addressesIn(network: Resource): readonly SubnetAddresses[] {
  let subnets = made.get(network);
  if (!subnets) {
    subnets = subnetsOf(network).map((subnet) => ({
      prefixes: prefixesOf(subnet),
      pools: poolsOf(subnet),
      gateways: defaultGateways(subnet).flatMap(({ field }) => {
        const address = addressOf(field);
        return address === undefined ? [] : [{ field, address }];
      }),
    }));
    made.set(network, subnets);
  }
  return subnets;
}

/**
 * The ranges of a network that an address should be in and certainly is not: its pools when it has some, since they
 * are all that it gives out, else its prefixes. Undefined when the address is in one, or may be.
 */
export function missedRanges(address: number, network: Resource): readonly Ranges['known'][number][] | undefined {
  const range: AddressRange = { first: address, last: address };
  const subnets = addressesIn(network);
  // Whether a pool is inside the prefix is another question.
  if (subnets.some(({ pools }) => pools.known.some((pool) => isInRange(address, pool.range)))) return undefined;
  const wanted = subnets.map(({ pools, prefixes }) => (pools.known.length > 0 || !pools.isComplete ? pools : prefixes));
  if (wanted.length === 0) return undefined;
  const isOut = (subnet: SubnetAddresses, ranges: Ranges) =>
    isOutside(range, subnet.prefixes) || isOutside(range, ranges);
  return subnets.every((subnet, index) => isOut(subnet, wanted[index] as Ranges))
    ? subnets.flatMap((subnet, index) =>
        isOutside(range, subnet.prefixes) ? subnet.prefixes.known : (wanted[index] as Ranges).known,
      )
    : undefined;
}

/** What an address of a subnet is that no machine can have, with the value that says so. */
export function specialAddress(
  address: number,
  network: Resource,
): { readonly what: string; readonly field: Field } | undefined {
  for (const { gateways, prefixes } of addressesIn(network)) {
    const gateway = gateways.find((one) => one.address === address);
    if (gateway) return { what: 'the default gateway', field: gateway.field };
    for (const { field, range } of prefixes.known) {
      // Prefixes of 31 and 32 bits have neither (RFC 3021).
      if (range.last - range.first < 2) continue;
      if (address === range.first) return { what: 'the network address', field };
      if (address === range.last) return { what: 'the broadcast address', field };
    }
  }
  return undefined;
}
