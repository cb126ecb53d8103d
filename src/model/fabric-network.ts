import { prefixOf, type Ranges, rangesOf, subnetsOf } from './address-space.ts';
import { isBlank } from './compare.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { defaultGateways } from './logical-network.ts';
import { follow, type ReferenceId, referenceId } from './references.ts';
import type { Resource } from './resource.ts';

/** What multi-rack deployments stand a logical network on. */
export const internalNetworkType = 'Microsoft.ManagedNetworkFabric/l3IsolationDomains/internalNetworks';

/** The id of the fabric network of a logical network, where it is written. */
export const fabricReference = (network: Resource): Field =>
  network.body.get('properties.fabricNetworkConfiguration.resourceId');

/** Whether an id is that of an internal network. */
export const isInternalNetwork = ({ type }: ReferenceId): boolean => type === internalNetworkType.toLowerCase();

/** The internal network of the run that a logical network stands on. */
export function internalNetworkOf(network: Resource, estate: Estate): Resource | undefined {
  const reference = fabricReference(network);
  const id = referenceId(reference);
  return id && isInternalNetwork(id) ? follow(reference, network, estate).resource : undefined;
}

/** Whether a network certainly has no gateway: `unknown` when a route may be one. */
export function hasGateway(network: Resource): boolean | 'unknown' {
  const gateways = subnetsOf(network).flatMap(defaultGateways);
  if (gateways.some(({ kind, field }) => (kind === 'one' || kind === 'unknown') && !isBlank(field))) return true;
  return gateways.length > 0 ? 'unknown' : false;
}

/** Whether a logical network certainly names a fabric network. A parameter may turn out to be empty. */
export function isOnFabric(network: Resource): boolean {
  const reference = fabricReference(network);
  return !isBlank(reference) && reference.parts !== undefined;
}

/** The IPv4 prefixes of an internal network. What the platform reports may leave them out. */
export function prefixesOfFabric({ body, origin }: Resource): Ranges {
  const list = body.get('properties.connectedIPv4Subnets');
  if (list.isMissing) return { known: [], isComplete: origin !== 'live' && body.get('properties').isObject };
  return rangesOf(
    list.items().map((item) => item.get('prefix')),
    prefixOf,
  );
}
