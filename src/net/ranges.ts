import { Address4 } from 'ip-address';

/** IPv4 addresses from `first` to `last`, both of them in it, as numbers from 0 to 2^32 - 1. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** An IPv4 address as a number; undefined for any other text, a prefix among them. */
export function addressNumber(text: string): number | undefined {
  const address = text.includes('/') ? undefined : parse(text);
  return address && numberOf(address);
}

/** The addresses of an IPv4 prefix, host bits ignored; undefined for any other text, an address without length among them. */
export function prefixRange(text: string): AddressRange | undefined {
  const prefix = text.includes('/') ? parse(text) : undefined;
  if (!prefix) return undefined;
  const size = 2 ** (32 - prefix.subnetMask);
  const first = Math.floor(numberOf(prefix) / size) * size;
  return { first, last: first + size - 1 };
}

function parse(text: string): Address4 | undefined {
  try {
    return new Address4(text.trim());
  } catch {
    return undefined;
  }
}

const numberOf = ({ parsedAddress }: Address4): number =>
  parsedAddress.reduce((number, octet) => number * 256 + Number(octet), 0);

/** An address from its number: `10.0.0.1`. */
export const addressText = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

/** How many addresses a range has. */
export const sizeOf = ({ first, last }: AddressRange): number => last - first + 1;

/** Whether an address is in a range. */
export const isInRange = (address: number, { first, last }: AddressRange): boolean =>
  address >= first && address <= last;

/** Whether all addresses of one range are in another. */
export const isWithin = (inner: AddressRange, outer: AddressRange): boolean =>
  inner.first >= outer.first && inner.last <= outer.last;

/** Whether two ranges have an address in common. */
export const overlaps = (one: AddressRange, other: AddressRange): boolean =>
  one.first <= other.last && other.first <= one.last;

/** A range as people write it: `10.0.0.4-10.0.0.9`. */
export const rangeText = ({ first, last }: AddressRange): string => `${addressText(first)}-${addressText(last)}`;

/** The private ranges of RFC 1918, section 3. */
export const privateRanges = (): readonly AddressRange[] =>
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((prefix) => prefixRange(prefix) ?? []);
