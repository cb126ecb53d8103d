import { type AddressRange, addressNumber, isWithin, prefixRange, sizeOf } from '../net/ranges.ts';
import { isBlank } from './compare.ts';
import type { Field } from './field.ts';
import { prefixText } from './logical-network.ts';
import type { Resource } from './resource.ts';

/** Addresses with the value that names them: a prefix, or a pool. */
export interface Located {
  readonly field: Field;
  readonly range: AddressRange;
}

/** The known ranges of a list, and whether it has no others. */
export interface Ranges {
  readonly known: readonly Located[];
  readonly isComplete: boolean;
}

/** The `properties` of the subnets of a network: those of a logical network, or the one that a subnet resource is. */
export const subnetsOf = ({ type, body }: Resource): readonly Field[] =>
  /\/subnets$/i.test(type) ? [body.get('properties')] : body.all('properties.subnets[].properties');

/** The IPv4 prefixes of a subnet, `addressPrefix` and `addressPrefixes` together; what is no IPv4 prefix is left out. */
export const prefixesOf = (subnet: Field): Ranges =>
  rangesOf([subnet.get('addressPrefix'), ...listOf(subnet, 'addressPrefixes')], prefixOf);

/** An IPv4 prefix as a range. */
export const prefixOf = ({ string }: Field): AddressRange | undefined =>
  string === undefined ? undefined : prefixRange(string);

/**
 * The different prefixes of a subnet as they are written, `addressPrefix` first. One that is only known during deployment
 * differs from others of its list, but may be the one of the other property.
 */
export function writtenPrefixes(subnet: Field): readonly Field[] {
  const single = subnet.get('addressPrefix');
  const list = subnet.get('addressPrefixes');
  // The last item of an unknown list stands for what may follow.
  const items = (list.state === 'unknown' ? list.items().slice(0, -1) : list.items()).filter((item) => !isBlank(item));
  const keyOf = (field: Field) => prefixText(field) ?? field.canonical();
  const different = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  if (isBlank(single) || different.some((item) => keyOf(item) === keyOf(single))) return different;
  const isOpen = [single, ...different].some(({ state }) => state === 'unknown');
  return different.length > 0 && isOpen ? different : [single, ...different];
}

/** The IPv4 prefixes of a virtual network; what is no IPv4 prefix is left out. */
export const addressSpaceOf = ({ body }: Resource): Ranges =>
  rangesOf(listOf(body.get('properties.addressSpace'), 'addressPrefixes'), ({ string }) =>
    string === undefined ? undefined : prefixRange(string),
  );

/** The IP pools of a subnet whose two bounds are known and in order. The field is the pool. */
export const poolsOf = (subnet: Field): Ranges =>
  rangesOf(listOf(subnet, 'ipPools'), (pool) => {
    const [first, last] = ['start', 'end'].map((bound) => addressOf(pool.get(bound)));
    return first === undefined || last === undefined || first > last ? undefined : { first, last };
  });

/** An IPv4 address as a number; undefined when it is not known, or no IPv4 address. */
export const addressOf = ({ string }: Field): number | undefined =>
  string === undefined ? undefined : addressNumber(string);

/** Whether addresses are certainly in none of the prefixes of a subnet: some are known, and no other can hold them. */
export const isOutside = (range: AddressRange, { known, isComplete }: Ranges): boolean =>
  isComplete && known.length > 0 && !known.some((one) => isWithin(range, one.range));

/** Whether two ranges are the same addresses. */
export const isSameRange = (one: AddressRange, other: AddressRange): boolean =>
  one.first === other.first && one.last === other.last;

/** How many addresses from the first on the platform keeps of the prefix of an internal network. Source: VM management prerequisites (2026-02-05). */
export const reservedCount = 8;

/** The addresses at the start of a prefix that the platform keeps for itself; all of a small one. */
export const reservedIn = (prefix: AddressRange): AddressRange => ({
  first: prefix.first,
  last: Math.min(prefix.last, prefix.first + reservedCount - 1),
});

/** Whether the platform keeps all addresses of a prefix: there is none for a machine. */
export const isAllReserved = (prefix: AddressRange): boolean => sizeOf(prefix) <= reservedCount;

/** Whether a pool is written with both bounds known and the last address before the first. */
export function isReversed(pool: Field): boolean {
  const [start, end] = [addressOf(pool.get('start')), addressOf(pool.get('end'))];
  return start !== undefined && end !== undefined && start > end;
}

const listOf = (subnet: Field, name: string): readonly Field[] => {
  const list = subnet.get(name);
  return list.isMissing ? [] : list.items();
};

/** Reads values as ranges; what is no range is left out, and told. */
export function rangesOf(fields: readonly Field[], read: (field: Field) => AddressRange | undefined): Ranges {
  const present = fields.filter((field) => !field.isMissing);
  const known = present.flatMap((field) => {
    const range = read(field);
    return range ? [{ field, range }] : [];
  });
  return { known, isComplete: known.length === present.length };
}
