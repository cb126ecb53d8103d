import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { externalNetworkType, internalNetworkType } from './isolation-domain.ts';
import { type Link, links } from './references.ts';
import type { Resource } from './resource.ts';

/** What traffic a network of the fabric, or an interconnect, lets in or out. */
export const accessControlListType = 'Microsoft.ManagedNetworkFabric/accessControlLists';

/** All match conditions of a list. */
export const matchConditionsOf = ({ body }: Resource): readonly Field[] =>
  body.all('properties.matchConfigurations[].matchConditions[]');

/** Which way the traffic goes that a list is for. */
export type Direction = 'ingress' | 'egress';

/** Who refers to lists, and where. */
const users: readonly (readonly [type: string, path: string])[] = [
  [internalNetworkType, 'properties'],
  [externalNetworkType, 'properties.optionAProperties'],
  ['Microsoft.ManagedNetworkFabric/networkFabrics/networkToNetworkInterconnects', 'properties'],
];

/** The first reference of the run by which a list is for traffic in one direction. */
export function useOf(list: Resource, direction: Direction, estate: Estate): Link | undefined {
  for (const [type, path] of users) {
    const link = links(estate, type, `${path}.${direction}AclId`).find(({ to }) => to === list);
    if (link) return link;
  }
  return undefined;
}

/** Whether a list certainly has something in it. */
export const hasItems = (list: Field): boolean => list.isList && list.items().length > 0;
