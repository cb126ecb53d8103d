import { type AddressRange, addressNumber, isWithin, prefixRange } from '../net/ranges.ts';
import type { Field } from './field.ts';
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
  rangesOf([subnet.get('addressPrefix'), ...listOf(subnet, 'addressPrefixes')], ({ string }) =>
    string === undefined ? undefined : prefixRange(string),
  );

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

const listOf = (subnet: Field, name: string): readonly Field[] => {
  const list = subnet.get(name);
  return list.isMissing ? [] : list.items();
};

function rangesOf(fields: readonly Field[], read: (field: Field) => AddressRange | undefined): Ranges {
  const present = fields.filter((field) => !field.isMissing);
  const known = present.flatMap((field) => {
    const range = read(field);
    return range ? [{ field, range }] : [];
  });
  return { known, isComplete: known.length === present.length };
}
