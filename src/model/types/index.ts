import { loadBalancers } from './load-balancers.ts';
import { logicalNetworks } from './logical-networks.ts';
import { machines } from './machines.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { networkSecurityGroups } from './network-security-groups.ts';
import { networkSecurityGroupsSecurityRules } from './network-security-groups-security-rules.ts';
import { publicIPAddresses } from './public-ip-addresses.ts';
import type { AddressKind, ResourceType, Schema } from './resource-type.ts';
import { virtualHardDisks } from './virtual-hard-disks.ts';
import { virtualMachineInstances } from './virtual-machine-instances.ts';
import { virtualMachineInstancesGuestAgents } from './virtual-machine-instances-guest-agents.ts';
import { virtualNetworks } from './virtual-networks.ts';
import { virtualNetworksSubnets } from './virtual-networks-subnets.ts';

export type { AddressKind, ResourceType, Schema } from './resource-type.ts';

/** Every resource type this linter has a description of. Adding one is one file and one line here. */
export const resourceTypes: readonly ResourceType[] = [
  loadBalancers,
  logicalNetworks,
  machines,
  networkInterfaces,
  networkSecurityGroups,
  networkSecurityGroupsSecurityRules,
  publicIPAddresses,
  virtualHardDisks,
  virtualMachineInstances,
  virtualMachineInstancesGuestAgents,
  virtualNetworks,
  virtualNetworksSubnets,
];

const byName = new Map(resourceTypes.map((type) => [type.type.toLowerCase(), type]));

/** The description of a type, in whatever case it is written. */
export const findType = (type: string): ResourceType | undefined => byName.get(type.toLowerCase());

/** A value that rules look at: its path as `Field.all()` takes it, and the kind of address it holds, if it is one. */
export interface CheckedField {
  readonly path: string;
  readonly address?: AddressKind;
}

const checked = new Map<string, readonly CheckedField[]>();

/** The values of a type that rules look at: addresses, and what is marked `x-checked`. Empty for an unknown type. */
export function checkedFields(type: string): readonly CheckedField[] {
  const key = type.toLowerCase();
  let fields = checked.get(key);
  if (!fields) {
    const schema = byName.get(key)?.schema;
    fields = schema ? collect(schema, '') : [];
    checked.set(key, fields);
  }
  return fields;
}

function collect(schema: Schema, path: string): CheckedField[] {
  const address = schema['x-address'];
  if (address) return [{ path, address }];
  if (schema['x-checked']) return [{ path }];
  if (schema.items) return collect(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    collect(child, path === '' ? name : `${path}.${name}`),
  );
}
