import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { canMeet, mentionOf, nameIn, parentMention } from './nat-gateway.ts';
import { groupBy, perEstate, perResource } from './per-estate.ts';
import { type Presence, referencePresence } from './presence.ts';
import { find, parentOf, referenceId, resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';
import { compareMentions, type Mention } from './same-resource.ts';

export const loadBalancerType = 'Microsoft.AzureStackHCI/loadBalancers';

/** A way into a load balancer. */
export interface Frontend {
  readonly item: Field;
  readonly properties: Field;
  readonly subnet: Presence;
  readonly publicIPAddress: Presence;
}

/** The frontends of a load balancer. */
export const frontendsOf = perResource((balancer): readonly Frontend[] =>
  balancer.body.all('properties.frontendIPConfigurations[]').map((item) => {
    const properties = item.get('properties');
    return {
      item,
      properties,
      subnet: referencePresence(properties.get('subnet')),
      publicIPAddress: referencePresence(properties.get('publicIPAddress')),
    };
  }),
);

/** A backend pool with the networks that it names. */
export interface Pool {
  readonly item: Field;
  readonly properties: Field;
  readonly virtualNetwork: Presence;
  readonly logicalNetwork: Presence;
}

/** The backend pools of a load balancer. */
export const poolsOf = perResource((balancer): readonly Pool[] =>
  balancer.body.all('properties.backendAddressPools[]').map((item) => {
    const properties = item.get('properties');
    return {
      item,
      properties,
      virtualNetwork: referencePresence(properties.get('virtualNetwork')),
      logicalNetwork: referencePresence(properties.get('logicalNetwork')),
    };
  }),
);

/** The id of the network of a pool, which has another name for each kind. */
export const poolNetworkField = ({ properties, virtualNetwork }: Pool): Field =>
  properties.get(virtualNetwork === 'given' ? 'virtualNetwork.resourceId' : 'logicalNetwork.id');

/**
 * What a load balancer is for: `public` and `internal` ones stand on a virtual network, one on a `logical` network is
 * always public. Source: table in "About load balancers" (2025-11-25; read 2026-11-22).
 */
export type Kind = 'public' | 'internal' | 'logical';

/** The kind of one frontend by what it names; undefined when it names nothing, or may name more than is known. */
export function kindOfFrontend({ subnet, publicIPAddress }: Frontend): Kind | undefined {
  if (subnet === 'unknown' || publicIPAddress === 'unknown') return undefined;
  if (subnet === 'given') return publicIPAddress === 'given' ? 'public' : 'internal';
  return publicIPAddress === 'given' ? 'logical' : undefined;
}

/** The kind of a load balancer, when all of its frontends are of one. */
export function kindOf(balancer: Resource): Kind | undefined {
  const [first, ...others] = frontendsOf(balancer).map(kindOfFrontend);
  return others.every((kind) => kind === first) ? first : undefined;
}

/** The kind of network that the pools of a load balancer are on: undefined when they disagree, or don't tell. */
export function poolNetworks(balancer: Resource): 'virtual' | 'logical' | undefined {
  const kinds = poolsOf(balancer).map(({ virtualNetwork, logicalNetwork }) => {
    if (virtualNetwork === 'given' && logicalNetwork === 'none') return 'virtual';
    return logicalNetwork === 'given' && virtualNetwork === 'none' ? 'logical' : undefined;
  });
  return kinds.every((kind) => kind === kinds[0]) ? kinds[0] : undefined;
}

/** The virtual network of a load balancer, with the value that says so: that of its frontends, else of its pools. */
export const networkOfBalancer = perResource(
  (balancer): { readonly field: Field; readonly network: Mention } | undefined => {
    // AZL7401 speaks of a subnet on a logical network.
    if (poolNetworks(balancer) === 'logical') return undefined;
    const subnets = frontendsOf(balancer).map(({ properties }) => properties.get('subnet.resourceId'));
    for (const field of subnets) {
      const subnet = mentionOf(field, balancer);
      const network = subnet && parentMention(subnet);
      if (network && isVirtual(network)) return { field, network };
    }
    for (const pool of poolsOf(balancer)) {
      const field = pool.properties.get('virtualNetwork.resourceId');
      const network = mentionOf(field, balancer);
      if (network && isVirtual(network)) return { field, network };
    }
    return undefined;
  },
);

const isVirtual = ({ id }: Mention): boolean => id.type === 'microsoft.azurestackhci/virtualnetworks';

const balancersByNetwork = perEstate((estate) =>
  groupBy(resourcesOf(estate, loadBalancerType), (balancer) => networkOfBalancer(balancer)?.network.id.name),
);

/** The load balancers that are certainly in a virtual network. */
export const balancersIn = (network: Mention, estate: Estate): readonly Resource[] =>
  (balancersByNetwork(estate).get(network.id.name) ?? []).filter((balancer) => {
    const own = networkOfBalancer(balancer);
    return own && canMeet(balancer, network.from) && compareMentions(own.network, network, estate) === 'equal';
  });

/** A machine behind a load balancer. */
export interface Backend {
  /** The id of the IP configuration of its NIC. */
  readonly field: Field;
  readonly properties: Field;
}

/** The addresses of a pool. */
export const backendsOf = ({ properties }: Pool): readonly Backend[] =>
  properties.all('loadBalancerBackendAddresses[]').map((item) => ({
    field: item.get('properties.networkInterfaceIPConfiguration.resourceId'),
    properties: item.get('properties'),
  }));

/**
 * The network of an IP configuration of a NIC: undefined unless the NIC is in the run and says it. An IP configuration is
 * found by its name; a NIC that has only one leaves no choice.
 */
export function networkBehind(
  field: Field,
  from: Resource,
  estate: Estate,
): { readonly field: Field; readonly network: Mention } | undefined {
  const id = field.isMissing ? undefined : referenceId(field);
  const parent = id && parentOf(id);
  const nic = parent && find(parent, from, estate).resource;
  if (!nic) return undefined;
  const configurations = nic.body.get('properties.ipConfigurations');
  const items = configurations.isList ? configurations.items() : [];
  const name = id.name.split('/').at(-1);
  const item =
    items.find((one) => one.get('name').string?.toLowerCase() === name) ?? (items.length === 1 ? items[0] : undefined);
  const subnet = item?.get('properties.subnet.id');
  const mention = subnet && mentionOf(subnet, nic);
  const network = mention?.id.type.endsWith('/subnets') ? parentMention(mention) : mention;
  return subnet && network ? { field: subnet, network } : undefined;
}

/** A network as messages name it. */
export const networkInWords = (network: Mention): string =>
  `${isVirtual(network) ? 'virtual' : 'logical'} network "${nameIn(network)}"`;

/** A load balancer in a subnet, with the value that says so. */
export interface Placement {
  readonly balancer: Resource;
  readonly field: Field;
  readonly subnet: Mention;
}

/** The subnets that a load balancer names. */
export const subnetsOfBalancer = (balancer: Resource): readonly Placement[] =>
  frontendsOf(balancer).flatMap(({ properties }) => {
    const field = properties.get('subnet.resourceId');
    const subnet = mentionOf(field, balancer);
    return subnet && isVirtualSubnet(subnet) ? [{ balancer, field, subnet }] : [];
  });

const isVirtualSubnet = ({ id }: Mention): boolean => id.type === 'microsoft.azurestackhci/virtualnetworks/subnets';

const placementsByName = perEstate((estate) =>
  groupBy(resourcesOf(estate, loadBalancerType).flatMap(subnetsOfBalancer), ({ subnet }) => subnet.id.name),
);

/** The load balancers that are certainly in a subnet. */
export const balancersOnSubnet = (subnet: Mention, estate: Estate): readonly Placement[] =>
  (placementsByName(estate).get(subnet.id.name) ?? []).filter(
    (one) => canMeet(one.balancer, subnet.from) && compareMentions(one.subnet, subnet, estate) === 'equal',
  );

/** The rules of a load balancer, as their properties. */
export const loadBalancingRulesOf = (balancer: Resource): readonly { readonly properties: Field }[] =>
  balancer.body.all('properties.loadBalancingRules[]').map((rule) => ({ properties: rule.get('properties') }));

/** The names in a list of a load balancer; undefined when not all of them are known. */
export function namesIn(balancer: Resource, list: string): readonly string[] | undefined {
  const field = balancer.body.get(`properties.${list}`);
  if (!field.isList && !field.isMissing) return undefined;
  const names = field.items().map((item) => item.get('name').string);
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}
