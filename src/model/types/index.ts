import { nearest } from '../nearest.ts';
import { loadBalancers } from './load-balancers.ts';
import { logicalNetworks } from './logical-networks.ts';
import { machines } from './machines.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { networkSecurityGroups } from './network-security-groups.ts';
import { networkSecurityGroupsSecurityRules } from './network-security-groups-security-rules.ts';
import { publicIPAddresses } from './public-ip-addresses.ts';
import type { AddressKind, ResourceType, Schema } from './resource-type.ts';
import { undescribedTypes } from './undescribed.ts';
import { virtualHardDisks } from './virtual-hard-disks.ts';
import { virtualMachineInstances } from './virtual-machine-instances.ts';
import { virtualMachineInstancesGuestAgents } from './virtual-machine-instances-guest-agents.ts';
import { virtualNetworks } from './virtual-networks.ts';
import { virtualNetworksSubnets } from './virtual-networks-subnets.ts';

export { type AddressKind, annotations, type ResourceType, type Schema } from './resource-type.ts';

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

const secret = new Map<string, readonly string[]>();

/** Paths of the values of a type that nobody is to see, as `Field.all()` takes them. Empty for an unknown type. */
export function secretFields(type: string): readonly string[] {
  const key = type.toLowerCase();
  let paths = secret.get(key);
  if (!paths) {
    const schema = byName.get(key)?.schema;
    paths = schema ? secretsIn(schema, '') : [];
    secret.set(key, paths);
  }
  return paths;
}

function secretsIn(schema: Schema, path: string): string[] {
  if (schema['x-secret']) return [path];
  if (schema.items) return secretsIn(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    secretsIn(child, path === '' ? name : `${path}.${name}`),
  );
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

const names = [...resourceTypes.map(({ type }) => type), ...Object.keys(undescribedTypes)];
const versions = new Map(Object.entries(undescribedTypes).map(([type, list]) => [type.toLowerCase(), list]));

/**
 * All published api-versions of a type in any case, oldest first; undefined for a type that is not known, or of which
 * not all versions are.
 */
export function apiVersionsOf(type: string): readonly string[] | undefined {
  const described = findType(type);
  if (described) return described.allApiVersionsKnown ? described.apiVersions : undefined;
  return versions.get(type.toLowerCase());
}

/**
 * The known type that a misspelt one most likely means: at most two letters wrong in the name, or the right name in a
 * namespace with at most three letters wrong (`Microsoft.AzureStack`). Undefined for a known type, and for one that is
 * near to none: the namespace has cluster types that this linter knows nothing of.
 */
export function nearestType(type: string): string | undefined {
  const wanted = type.toLowerCase();
  if (names.some((name) => name.toLowerCase() === wanted)) return undefined;
  const [namespace, name] = split(wanted);
  const inNamespace = names.filter((candidate) => split(candidate)[0].toLowerCase() === namespace);
  if (inNamespace.length > 0) return nearest(type, inNamespace, Math.min(2, Math.floor(name.length / 4)));
  return nearest(
    type,
    names.filter((candidate) => split(candidate)[1].toLowerCase() === name),
    3,
  );
}

function split(type: string): [namespace: string, name: string] {
  const slash = type.indexOf('/');
  return slash < 0 ? [type, ''] : [type.slice(0, slash), type.slice(slash + 1)];
}

const wellFormed = /^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/;

/**
 * The published api-version of a type to use instead of one that does not exist: the one of the same day, else the one
 * that a slip of one letter makes, else the latest before it, else the first. Undefined for a type whose versions are
 * not known.
 */
export function nearestApiVersion(type: string, version: string): string | undefined {
  const published = apiVersionsOf(type);
  const wanted = version.toLowerCase();
  if (!published) return undefined;
  if (!wellFormed.test(wanted)) return nearest(wanted, published, 3) ?? published.at(-1);
  const day = (text: string) => text.slice(0, 10);
  return (
    published.find((candidate) => day(candidate) === day(wanted)) ??
    nearest(wanted, published, 1) ??
    published.findLast((candidate) => day(candidate) < day(wanted)) ??
    published[0]
  );
}
