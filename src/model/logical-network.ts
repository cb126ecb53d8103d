import { canonicalAddress, canonicalPrefix, isDefaultRoute } from '../net/address.ts';
import { type Change, isReadBack } from './change.ts';
import { type Canonical, differenceOf, isBlank, type Member, membersOfList, toMember, valueText } from './compare.ts';
import { Field } from './field.ts';

/** The resource type these accessors speak about. */
export const logicalNetworkType = 'Microsoft.AzureStackHCI/logicalNetworks';

/** An address in one spelling; a text that is no address as it is written. */
export const addressText: Canonical = (field) => {
  const { string } = field;
  return string === undefined ? undefined : (canonicalAddress(string) ?? string.trim().toLowerCase());
};

/** A prefix in one spelling; a text that is no prefix as it is written. */
export const prefixText: Canonical = (field) => {
  const { string } = field;
  return string === undefined ? undefined : (canonicalPrefix(string) ?? string.trim().toLowerCase());
};

/** A VLAN id in one spelling. No VLAN and VLAN 0 both mean untagged. */
export const vlanText: Canonical = (field) => (isBlank(field) ? '0' : field.number?.toString());

/** The properties of a subnet before and after. */
export interface SubnetChange {
  readonly before: Field;
  readonly after: Field;
}

/** The subnets that both states have, as their `properties`: paired by name, then a last one with the last one. */
export function changedSubnets({ before, after }: Change): SubnetChange[] {
  const open = [...before.body.all('properties.subnets[]')];
  const left: Field[] = [];
  const pairs: SubnetChange[] = [];
  for (const subnet of after.body.all('properties.subnets[]')) {
    const index = open.findIndex((other) => nameOf(other) !== undefined && nameOf(other) === nameOf(subnet));
    const [base] = index < 0 ? [] : open.splice(index, 1);
    if (base) pairs.push({ before: base, after: subnet });
    else left.push(subnet);
  }
  // Of several that are left over, which was which can't be told.
  const [base, ...moreBefore] = open;
  const [subnet, ...moreAfter] = left;
  if (base && subnet && moreBefore.length + moreAfter.length === 0) pairs.push({ before: base, after: subnet });
  return pairs.map((pair) => ({ before: pair.before.get('properties'), after: pair.after.get('properties') }));
}

const nameOf = (subnet: Field): string | undefined => subnet.get('name').string?.toLowerCase();

/** The address space of a subnet: `addressPrefix` and `addressPrefixes` together. */
export function addressSpace(subnet: Field): Member[] {
  const single = subnet.get('addressPrefix');
  const members = membersOfList(subnet.get('addressPrefixes'), (item) => item, prefixText);
  return isBlank(single) ? members : [toMember(single, prefixText), ...members];
}

/**
 * The default gateways of a subnet: the next hops of its routes to 0.0.0.0/0. A route whose destination only the
 * deployment knows may be one, so it counts as an unknown member.
 */
export function defaultGateways(subnet: Field): Member[] {
  const routes = subnet.get('routeTable.properties.routes');
  return routes.items().flatMap((route): Member[] => {
    const prefix = route.get('properties.addressPrefix');
    const hop = route.get('properties.nextHopIpAddress');
    if (prefix.state === 'unknown') {
      const kind = routes.state === 'unknown' ? 'many' : 'perhaps';
      return [{ field: hop, key: `${prefix.canonical()} ${hop.canonical()}`, kind }];
    }
    if (isBlank(hop) || prefix.string === undefined || !isDefaultRoute(prefix.string)) return [];
    return [toMember(hop, addressText)];
  });
}

/** A route other than the default one that is certainly there on one side only, in the form of a change of a property. */
export function changedRoutes(
  change: Change,
): { readonly path: string; readonly before: Field; readonly after: Field }[] {
  return changedSubnets(change).flatMap(({ before, after }) => {
    const path = 'routeTable.properties.routes';
    const [was, is] = [before.get(path), after.get(path)];
    // The platform adds routes by itself, and leaves out what it does not tell.
    if (isReadBack(change)) return [];
    const { added, removed } = differenceOf(otherRoutes(was), otherRoutes(is));
    const count = Math.max(added.length, removed.length);
    return Array.from({ length: count }, (_, index) => ({
      path,
      before: removed[index]?.field ?? Field.absent(was.at),
      after: added[index]?.field ?? Field.absent(is.at),
    }));
  });
}

/** The routes of a table that are certainly no default routes, as sets compare them. */
const otherRoutes = (routes: Field): Member[] =>
  membersOfList(
    routes,
    (route) => route.get('properties'),
    (route) => {
      const parts = [prefixText(route.get('addressPrefix')), addressText(route.get('nextHopIpAddress'))];
      return parts.includes(undefined) ? undefined : parts.join(' ');
    },
  ).filter(({ field }) => !isDefaultRoute(field.get('addressPrefix').string ?? ''));

/** What a changed property is in words: a route by where it leads, an object by its name. */
export function memberText(field: Field): string {
  const [prefix, hop] = [field.get('addressPrefix'), field.get('nextHopIpAddress')];
  if (prefix.string !== undefined && hop.string !== undefined) return `${prefix.string} by ${hop.string}`;
  return field.isObject ? (field.get('name').string ?? 'one without name') : valueText(field);
}

/** The IP pools of a subnet: what counts is the range and its purpose, not the name or what is read back. */
export const ipPools = (subnet: Field): Member[] =>
  membersOfList(
    subnet.get('ipPools'),
    (pool) => pool,
    (pool) => {
      const parts = poolParts.map(({ name, canonical }) => canonical(pool.get(name)));
      return parts.includes(undefined) ? undefined : parts.join(' ');
    },
  );

/** What makes a pool what it is. */
export const poolParts: readonly { readonly name: string; readonly canonical: Canonical }[] = [
  { name: 'start', canonical: addressText },
  { name: 'end', canonical: addressText },
  // The schema names `vm` and `vippool`; VMs take their addresses from the former, which goes without saying.
  { name: 'ipPoolType', canonical: (type) => (isBlank(type) ? 'vm' : type.string?.toLowerCase()) },
];

/** A pool as messages name it. */
export const poolText = (pool: Field): string => {
  const part = (name: string) => pool.get(name).value ?? '?';
  const type = pool.get('ipPoolType').string;
  return `${part('start')}-${part('end')}${type === undefined || /^vm$/i.test(type) ? '' : ` (${type})`}`;
};
