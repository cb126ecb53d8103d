import { isSlip, nearest } from '../nearest.ts';
import { accessControlLists } from './access-control-lists.ts';
import { customLocations } from './custom-locations.ts';
import { galleryImages } from './gallery-images.ts';
import { l3IsolationDomains } from './l3-isolation-domains.ts';
import { l3IsolationDomainsExternalNetworks } from './l3-isolation-domains-external-networks.ts';
import { l3IsolationDomainsInternalNetworks } from './l3-isolation-domains-internal-networks.ts';
import { loadBalancers } from './load-balancers.ts';
import { logicalNetworks } from './logical-networks.ts';
import { machines } from './machines.ts';
import { machinesExtensions } from './machines-extensions.ts';
import { marketplaceGalleryImages } from './marketplace-gallery-images.ts';
import { natGateways } from './nat-gateways.ts';
import { natGatewaysInboundRules } from './nat-gateways-inbound-rules.ts';
import { networkInterfaces } from './network-interfaces.ts';
import { networkSecurityGroups } from './network-security-groups.ts';
import { networkSecurityGroupsSecurityRules } from './network-security-groups-security-rules.ts';
import { provisionedClusterInstances } from './provisioned-cluster-instances.ts';
import { publicIPAddresses } from './public-ip-addresses.ts';
import type { AddressKind, ResourceType, Schema } from './resource-type.ts';
import { settings } from './settings.ts';
import { snapshots } from './snapshots.ts';
import { storageContainers } from './storage-containers.ts';
import { namesakes, undescribedTypes } from './undescribed.ts';
import { virtualHardDisks } from './virtual-hard-disks.ts';
import { virtualMachineInstances } from './virtual-machine-instances.ts';
import { virtualMachineInstancesAttestationStatus } from './virtual-machine-instances-attestation-status.ts';
import { virtualMachineInstancesGuestAgents } from './virtual-machine-instances-guest-agents.ts';
import { virtualMachineInstancesHybridIdentityMetadata } from './virtual-machine-instances-hybrid-identity-metadata.ts';
import { virtualNetworks } from './virtual-networks.ts';
import { virtualNetworksBefore2025 } from './virtual-networks-before-2025.ts';
import { virtualNetworksSubnets } from './virtual-networks-subnets.ts';

export { type AddressKind, annotations, type ResourceType, type Schema } from './resource-type.ts';

/**
 * Every description this linter has of a resource type. Adding one is one file and one line here. A name with several has
 * the oldest first.
 */
export const resourceTypes: readonly ResourceType[] = [
  accessControlLists,
  customLocations,
  galleryImages,
  l3IsolationDomains,
  l3IsolationDomainsExternalNetworks,
  l3IsolationDomainsInternalNetworks,
  loadBalancers,
  logicalNetworks,
  machines,
  machinesExtensions,
  marketplaceGalleryImages,
  natGateways,
  natGatewaysInboundRules,
  networkInterfaces,
  networkSecurityGroups,
  networkSecurityGroupsSecurityRules,
  provisionedClusterInstances,
  publicIPAddresses,
  settings,
  snapshots,
  storageContainers,
  virtualHardDisks,
  virtualMachineInstances,
  virtualMachineInstancesAttestationStatus,
  virtualMachineInstancesGuestAgents,
  virtualMachineInstancesHybridIdentityMetadata,
  virtualNetworksBefore2025,
  virtualNetworks,
  virtualNetworksSubnets,
];

const byName = new Map<string, readonly [ResourceType, ...ResourceType[]]>();
for (const description of resourceTypes) {
  const key = description.type.toLowerCase();
  byName.set(key, [description, ...(byName.get(key) ?? [])]);
}

/**
 * The description of a type, in whatever case it is written. Where a name has meant several things, the one of the
 * api-version that is declared, by its date; the newest when none is.
 */
export function findType(type: string, apiVersion?: string): ResourceType | undefined {
  const [newest, ...older] = byName.get(type.toLowerCase()) ?? [];
  if (newest === undefined || older.length === 0 || apiVersion === undefined) return newest;
  const version = apiVersion.trim().toLowerCase();
  const isFrom = ({ apiVersions: [first = ''] }: ResourceType) => version >= first;
  return [newest, ...older].find(isFrom) ?? older.at(-1);
}

/** A value that rules look at: its path as `Field.all()` takes it, and the kind of address it holds, if it is one. */
export interface CheckedField {
  readonly path: string;
  readonly address?: AddressKind;
}

const checked = new Map<ResourceType, readonly CheckedField[]>();

/**
 * The values of a type that rules look at: what is marked `x-checked`, and addresses. Those of the network fabric are none
 * of them: it has IPv6. Empty for an unknown type.
 */
export function checkedFields(type: string, apiVersion?: string): readonly CheckedField[] {
  const description = findType(type, apiVersion);
  if (!description) return [];
  let fields = checked.get(description);
  if (!fields) {
    const isFabric = description.type.startsWith('Microsoft.ManagedNetworkFabric/');
    fields = collect(description.schema, '', !isFabric);
    checked.set(description, fields);
  }
  return fields;
}

const secret = new Map<ResourceType, readonly string[]>();

/** Paths of the values of a type that nobody is to see, as `Field.all()` takes them. Empty for an unknown type. */
export function secretFields(type: string, apiVersion?: string): readonly string[] {
  const description = findType(type, apiVersion);
  if (!description) return [];
  let paths = secret.get(description);
  if (!paths) {
    paths = secretsIn(description.schema, '');
    secret.set(description, paths);
  }
  return paths;
}

const introductions = new WeakMap<Schema, ReadonlySet<string>>();

/** The api-versions that properties of a schema came with, those that came with their resource left out. */
export function introductionsIn(schema: Schema): ReadonlySet<string> {
  let found = introductions.get(schema);
  if (!found) {
    const parts = [...(schema.items ? [schema.items] : []), ...Object.values(schema.properties ?? {})];
    found = new Set(parts.flatMap((part) => [...(part['x-since'] ? [part['x-since']] : []), ...introductionsIn(part)]));
    introductions.set(schema, found);
  }
  return found;
}

const spelled = new WeakMap<Schema, ReadonlyMap<string, string>>();

/** The property names of a schema by their lower-case form. */
export function spellingOf(schema: Schema): ReadonlyMap<string, string> {
  let names = spelled.get(schema);
  if (!names) {
    names = new Map(Object.keys(schema.properties ?? {}).map((name) => [name.toLowerCase(), name]));
    spelled.set(schema, names);
  }
  return names;
}

function secretsIn(schema: Schema, path: string): string[] {
  if (schema['x-secret']) return [path];
  if (schema.items) return secretsIn(schema.items, `${path}[]`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    secretsIn(child, path === '' ? name : `${path}.${name}`),
  );
}

function collect(schema: Schema, path: string, withAddresses: boolean): CheckedField[] {
  const address = schema['x-address'];
  if (address && withAddresses) return [{ path, address }];
  if (schema['x-checked']) return [{ path }];
  if (schema.items) return collect(schema.items, `${path}[]`, withAddresses);
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) =>
    collect(child, path === '' ? name : `${path}.${name}`, withAddresses),
  );
}

const names = [...new Set(resourceTypes.map(({ type }) => type)), ...Object.keys(undescribedTypes), ...namesakes];

const known = new Set(names.map((name) => name.toLowerCase()));

const versions = new Map(Object.entries(undescribedTypes).map(([type, list]) => [type.toLowerCase(), list]));
for (const [key, descriptions] of byName) {
  if (!descriptions.every(({ allApiVersionsKnown }) => allApiVersionsKnown)) continue;
  versions.set(
    key,
    descriptions.toReversed().flatMap(({ apiVersions }) => apiVersions),
  );
}

/**
 * All published api-versions of a type in any case, oldest first; undefined for a type that is not known, or of which
 * not all versions are.
 */
export const apiVersionsOf = (type: string): readonly string[] | undefined => versions.get(type.toLowerCase());

/**
 * The known type that a misspelt one most likely means: at most two letters wrong in the name, or the right name in a
 * namespace with at most three letters wrong (`Microsoft.AzureStack`). Undefined for a known type, and for one that is
 * near to none: the namespace has cluster types that this linter knows nothing of.
 */
export function nearestType(type: string): string | undefined {
  const wanted = type.toLowerCase();
  if (known.has(wanted)) return undefined;
  const [namespace, name] = split(wanted);
  const inNamespace = names.filter((candidate) => split(candidate)[0].toLowerCase() === namespace);
  if (inNamespace.length > 0) return nearest(type, inNamespace, Math.min(2, Math.floor(name.length / 4)));
  return nearest(
    type,
    names.filter((candidate) => split(candidate)[1].toLowerCase() === name),
    3,
  );
}

/** Whether there is no doubt that a misspelt type means another one. */
export const isSlipOfType = (type: string, meant: string): boolean => isSlip(type, meant, names);

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
