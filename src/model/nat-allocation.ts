import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { allocationOf, publicIPAddressesOf } from './nat-gateway.ts';
import { find } from './references.ts';
import type { Mention } from './same-resource.ts';

/** The logical network from which a public IP address of a NAT gateway comes, with what says so. */
export interface NatAllocation {
  readonly gateway: Mention;
  /** The `ipAllocationScope` of the address. */
  readonly field: Field;
  readonly network: Mention;
}

/** Where the public IP addresses of a NAT gateway come from, as far as the run tells. */
export function natAllocationsOf(gateway: Mention, estate: Estate): readonly NatAllocation[] {
  const { resource } = find(gateway.id, gateway.from, estate);
  if (!resource) return [];
  return publicIPAddressesOf(resource).flatMap((address) => {
    const allocation = allocationOf(address, resource, estate);
    return allocation ? [{ gateway, ...allocation }] : [];
  });
}
