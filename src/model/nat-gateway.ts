import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { argument, type Command } from './operation.ts';
import { groupBy, perEstate, perResource } from './per-estate.ts';
import { type Presence, presenceOf, referencePresence } from './presence.ts';
import { follow, ownId, parentOf, referenceId, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';
import { compareMentions, type Mention } from './same-resource.ts';
import { subnetType } from './type-names.ts';

export const natGatewayType = 'Microsoft.AzureStackHCI/natGateways';
export const inboundRuleType = 'Microsoft.AzureStackHCI/natGateways/inboundRules';

/** What a reference names; undefined when its id can't be told. */
export function mentionOf(field: Field, from: Resource): Mention | undefined {
  const id = field.isMissing ? undefined : referenceId(field);
  const segments =
    field.string
      ?.trim()
      .replace(/(?<!\/)\/+$/, '')
      .split('/') ?? [];
  const names = id?.name.split('/').map((_, index, all) => segments.at(2 * (index - all.length) + 1));
  return id && { id, from, written: names?.join('/') || undefined };
}

/** A resource as what it is itself. */
export function selfOf(resource: Resource): Mention | undefined {
  const id = ownId(resource);
  return id && { id, from: resource, written: resource.name.string };
}

/** The parent of what is mentioned: the network of a subnet. */
export function parentMention({ id, from, written }: Mention): Mention | undefined {
  const parent = id.name.includes('/') ? parentOf(id) : undefined;
  return parent && { id: parent, from, written: written?.replace(/\/[^/]*$/, '') };
}

/** The virtual network that a subnet is in. */
export const networkOf = perResource((subnet): Mention | undefined => {
  const own = selfOf(subnet);
  return own && parentMention(own);
});

const subnetsByNetwork = perEstate((estate) =>
  groupBy(resourcesOf(estate, subnetType), (subnet) => networkOf(subnet)?.id.name),
);

/** The subnets of the run, and of the live state, that are certainly in a virtual network. */
export const subnetsIn = (network: Mention, estate: Estate): readonly Resource[] =>
  (subnetsByNetwork(estate).get(network.id.name) ?? []).filter((subnet) => {
    const own = networkOf(subnet);
    return own && canMeet(subnet, network.from) && compareMentions(own, network, estate) === 'equal';
  });

/**
 * Whether a resource certainly stands beside another, or is it. One that a condition may leave out counts only beside what
 * has the same condition: of a public and an internal load balancer, a template may deploy either.
 */
export const canMeet = (one: Resource, other: Resource): boolean =>
  one === other || (standTogether(one, other) && (one.condition === undefined || one.condition === other.condition));

/** The id of the NAT gateway of a subnet. */
export const gatewayField = (subnet: Resource): Field => subnet.body.get('properties.natGateway.resourceId');

/** A subnet with the NAT gateway that it goes through. */
export interface Attachment {
  readonly subnet: Resource;
  readonly field: Field;
  readonly gateway: Mention;
}

/** The NAT gateway of a subnet, when it has one that can be told. */
export const attachmentOf = perResource((subnet): Attachment | undefined => {
  const field = gatewayField(subnet);
  const gateway = mentionOf(field, subnet);
  return gateway && { subnet, field, gateway };
});

/** The NAT gateways of the subnets of a virtual network. */
export const attachmentsIn = (network: Mention, estate: Estate): readonly Attachment[] =>
  subnetsIn(network, estate).flatMap((subnet) => attachmentOf(subnet) ?? []);

const attachmentsByGateway = perEstate((estate) =>
  groupBy(
    resourcesOf(estate, subnetType).flatMap((subnet) => attachmentOf(subnet) ?? []),
    ({ gateway }) => gateway.id.name,
  ),
);

/** The subnets that go through a NAT gateway, as far as that is certain. */
export const attachmentsTo = (gateway: Mention, estate: Estate): readonly Attachment[] =>
  (attachmentsByGateway(estate).get(gateway.id.name) ?? []).filter(
    (one) => canMeet(one.subnet, gateway.from) && compareMentions(one.gateway, gateway, estate) === 'equal',
  );

/**
 * Whether a subnet of a virtual network goes through a NAT gateway: by what subnets say, by what the platform reports of
 * gateways, and by the commands that attach one.
 */
export function natOf(network: Mention, estate: Estate): Presence {
  const subnets = resourcesOf(estate, subnetType).flatMap((subnet): Presence[] => {
    const attached = referencePresence(subnet.body.get('properties.natGateway'));
    const own = networkOf(subnet);
    if (attached === 'none' && subnet.origin !== 'live') return [];
    const where = own ? compareMentions(own, network, estate) : 'unknown';
    // One that a condition may leave out may be there, too.
    if (where === 'different' || !standTogether(subnet, network.from)) return [];
    // What is read back need not tell it.
    return [where === 'equal' && attached === 'given' ? 'given' : 'unknown'];
  });
  const gateways = resourcesOf(estate, natGatewayType).flatMap((gateway): Presence[] =>
    gateway.body.all('properties.subnets[].resourceId').flatMap((field) => {
      const subnet = mentionOf(field, gateway);
      const own = subnet && parentMention(subnet);
      return own && compareMentions(own, network, estate) === 'different' ? [] : ['given'];
    }),
  );
  const commands = estate.operations.flatMap((operation): Presence[] => {
    if (operation.kind !== 'command' || !attaches(operation)) return [];
    const name = argument(operation, '--vnet-name').string?.toLowerCase();
    return name !== undefined && !network.id.name.includes('[') && name !== network.id.name ? [] : ['given'];
  });
  const all = [...subnets, ...gateways, ...commands];
  return all.includes('given') ? 'given' : all.includes('unknown') ? 'unknown' : 'none';
}

const changesSubnet = /^stack-hci-vm network vnet subnet (create|update)$/;

/** Whether a command gives a subnet a NAT gateway. */
const attaches = (command: Command): boolean =>
  changesSubnet.test(command.verb) && command.options.has('--nat-gateway') && !detaches(command);

/** Whether a command takes the NAT gateway from a subnet. The pages on security groups pass `'""'` to clear a reference. */
export const detaches = (command: Command): boolean =>
  command.verb === 'stack-hci-vm network vnet subnet update' &&
  /^["']*$/.test(command.options.get('--nat-gateway')?.values[0]?.string ?? 'x');

/** The public IP addresses of a NAT gateway, as their ids. */
export const publicIPAddressesOf = (gateway: Resource): readonly Field[] =>
  gateway.body.all('properties.publicIPAddresses[].resourceId').filter((field) => presenceOf(field) !== 'none');

/** The logical network that a public IP address comes from: that of the resource which a reference leads to. */
export function allocationOf(
  reference: Field,
  from: Resource,
  estate: Estate,
): { readonly field: Field; readonly network: Mention } | undefined {
  const { resource } = follow(reference, from, estate);
  const field = resource?.body.get('properties.ipAllocationScope');
  const network = resource && field ? mentionOf(field, resource) : undefined;
  // Elsewhere it may be a pool, which does not tell its network.
  return field && network?.id.type === 'microsoft.azurestackhci/logicalnetworks' ? { field, network } : undefined;
}

/** An inbound rule, in a gateway or as a resource of its own. */
export interface InboundRule {
  /** `protocol`, `frontendPort`, … */
  readonly properties: Field;
  readonly isInline: boolean;
}

/** The inbound rules that a resource declares: a gateway those it has inline, a rule itself. */
export const inboundRulesOf = ({ type, body }: Resource): readonly InboundRule[] =>
  type.toLowerCase() === inboundRuleType.toLowerCase()
    ? [{ properties: body.get('properties'), isInline: false }]
    : body.all('properties.inboundNATRules[]').map((rule) => ({ properties: rule.get('properties'), isInline: true }));

/** The NAT gateway of an inbound rule: its parent, or the one that has it inline. */
export function gatewayOfRule(resource: Resource): Mention | undefined {
  const own = selfOf(resource);
  return own?.id.type === natGatewayType.toLowerCase() ? own : own && parentMention(own);
}

/** The last name of what is mentioned, as people wrote it: what messages call it. */
export const nameIn = ({ id, written }: Mention): string =>
  (written ?? id.name).replace(/^.*\//s, '').replace(/^\[\[(.*)\]\]$/, '[$1]');
