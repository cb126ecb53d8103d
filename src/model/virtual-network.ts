import { describe } from './describe.ts';
import type { Estate } from './estate.ts';
import { findParent, siblingsBefore } from './family.ts';
import type { Field } from './field.ts';
import { perResource } from './per-estate.ts';
import { referenceId } from './references.ts';
import type { Resource } from './resource.ts';
import { virtualNetworkType } from './type-names.ts';
import { findType } from './types/index.ts';
import { virtualNetworks } from './types/virtual-networks.ts';

/**
 * Whether a resource is a virtual network of the overlay. Until 2023-07-01-preview the name meant the predecessor of
 * logical networks, so one whose api-version only the deployment knows may be that.
 */
export const isVirtualNetwork = ({ type, apiVersion }: Resource): boolean =>
  apiVersion.state !== 'unknown' && findType(type, apiVersion.string) === virtualNetworks;

/** A subnet of a virtual network, with what messages call it. */
export interface Subnet {
  readonly properties: Field;
  readonly words: string;
}

/** The subnet that a resource is, or those that a virtual network has inline, as Azure's own virtual networks do. */
export const subnetsIn = perResource((resource): readonly Subnet[] => {
  if (/\/subnets$/i.test(resource.type))
    return [{ properties: resource.body.get('properties'), words: describe(resource) }];
  if (!isVirtualNetwork(resource)) return [];
  return resource.body.all('properties.subnets[]').map((subnet) => ({
    properties: subnet.get('properties'),
    words: `subnet "${subnet.get('name').string ?? '?'}" of ${describe(resource)}`,
  }));
});

const peering = /^microsoft\.\w+\/virtualnetworks\/virtualnetworkpeerings$/i;

/** Whether a resource is a peering of virtual networks one of which is ours, whatever namespace it is declared in. */
export function isPeering({ type, body }: Resource): boolean {
  if (!peering.test(type)) return false;
  if (/^microsoft\.azurestackhci\//i.test(type)) return true;
  return isIdOfVirtualNetwork(body.get('properties.remoteVirtualNetwork.id'));
}

/** Whether an id is certainly that of a virtual network of Azure Local. */
export const isIdOfVirtualNetwork = (id: Field): boolean => referenceId(id)?.type === virtualNetworkType.toLowerCase();

/** The subnets in a resource, each with the virtual network that it is of, when that can be told. */
export const subnetsWithNetwork = (
  resource: Resource,
  estate: Estate,
): readonly (Subnet & { readonly network: Resource | undefined })[] => {
  const own = isVirtualNetwork(resource) ? resource : findParent(resource, estate).resource;
  const network = own && isVirtualNetwork(own) ? own : undefined;
  return subnetsIn(resource).map((subnet) => ({ ...subnet, network }));
};

/** The subnets of the same virtual network that come before the one at an index in a resource. */
export const subnetsBefore = (resource: Resource, index: number, estate: Estate): readonly Subnet[] => [
  ...siblingsBefore(resource, estate).flatMap(subnetsIn),
  ...subnetsIn(resource).slice(0, index),
];
