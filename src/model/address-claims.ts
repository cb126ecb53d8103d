import { addressOf } from './address-space.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { logicalIdentity } from './identity.ts';
import { follow, referenceId, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';
import { networkInterfaceType, publicAddressType } from './type-names.ts';

/** What a resource takes of a network: an address of its choice, or any. */
export interface Claim {
  readonly from: Resource;
  /** The address where it is written; missing when the network is to choose one. */
  readonly field: Field;
  /** The address, when it is known and IPv4. */
  readonly address: number | undefined;
  /** The network, when the run has it. */
  readonly network: Resource | undefined;
}

/** What takes addresses of networks: the type, the part of it that has both, the address, the id of the network. */
const takers = [
  [networkInterfaceType, 'properties.ipConfigurations[].properties', 'privateIPAddress', 'subnet.id'],
  [publicAddressType, 'properties', 'ipAddress', 'ipAllocationScope'],
  [
    'Microsoft.AzureStackHCI/loadBalancers',
    'properties.frontendIPConfigurations[].properties',
    'privateIPAddress',
    'subnet.resourceId',
  ],
] as const;

/** The types that take addresses. */
export const claimingTypes: readonly string[] = takers.map(([type]) => type);

/** The claims of a resource. */
export const claimsOf = (resource: Resource, estate: Estate): readonly Claim[] =>
  allClaims(estate).of.get(resource) ?? [];

/** The claims on a network of the run. */
export const claimsOn = (network: Resource, estate: Estate): readonly Claim[] =>
  allClaims(estate).on.get(network) ?? [];

/**
 * Who claims the address of a claim before it, or has it already; undefined when nobody certainly does. Two resources
 * under conditions of their own may never be there at the same time.
 */
export function clashOf(claim: Claim, estate: Estate): Claim | undefined {
  const { from } = claim;
  const same = allClaims(estate).same.get(claim) ?? [];
  for (const other of same) {
    if (other === claim) break;
    if (other.from === from || areTogether(other.from, from)) return other;
  }
  return same.find((other) => other.from.origin === 'live' && areTogether(other.from, from));
}

const areTogether = (one: Resource, other: Resource): boolean =>
  standTogether(one, other) &&
  (one.condition === undefined || other.condition === undefined || one.condition === other.condition);

interface Claims {
  readonly of: Map<Resource, Claim[]>;
  readonly on: Map<Resource, Claim[]>;
  /** Those on one address of one network, in the order of the run. */
  readonly same: Map<Claim, Claim[]>;
}

const made = new WeakMap<Estate, Claims>();

/** All claims of an estate, found once. */
function allClaims(estate: Estate): Claims {
  let claims = made.get(estate);
  if (claims) return claims;
  claims = { of: new Map(), on: new Map(), same: new Map() };
  const byAddress = new Map<string, Claim[]>();
  for (const [type, path, address, reference] of takers) {
    for (const from of resourcesOf(estate, type)) {
      for (const part of from.body.all(path)) {
        const field = part.get(address);
        const id = part.get(reference);
        const network = follow(id, from, estate).resource;
        const claim = { from, field, address: addressOf(field), network };
        add(claims.of, from, claim);
        if (network) add(claims.on, network, claim);
        const key = network ? keyOfNetwork(network) : keyOfId(id, from);
        if (key === undefined || claim.address === undefined) continue;
        claims.same.set(claim, add(byAddress, `${claim.address} ${key}`, claim));
      }
    }
  }
  made.set(estate, claims);
  return claims;
}

const keyOfNetwork = (network: Resource): string =>
  `${network.id ?? `${logicalIdentity(network)} ${network.resourceGroup.canonical()}`} ${network.deployment.environment}`;

/** One text for ids of one network that the run does not have; undefined when there is no id. */
function keyOfId(field: Field, { deployment: { path, environment } }: Resource): string | undefined {
  if (field.isMissing) return undefined;
  const id = referenceId(field);
  const isWhole = id?.subscription !== undefined && field.string !== undefined;
  // An expression, or an id without its group, means the same only inside one deployment.
  return isWhole
    ? [id.type, id.name, id.subscription, id.resourceGroup].join(' ')
    : `${field.canonical()} ${path} ${environment}`;
}

function add<K>(map: Map<K, Claim[]>, key: K, claim: Claim): Claim[] {
  const list = map.get(key) ?? [];
  list.push(claim);
  map.set(key, list);
  return list;
}
