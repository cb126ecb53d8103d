import { Address4, Address6 } from 'ip-address';

/**
 * Whether a text is an IPv6 address or prefix in any spelling: compressed, upper case, IPv4-mapped, with a zone id,
 * in brackets. A wrong prefix length does not make it less IPv6. A MAC address or a time of day is none.
 */
export function isIPv6(text: string): boolean {
  // Every spelling has a colon; to tell that by parsing takes an exception for each address that is none.
  return text.includes(':') && Address6.isValid(ipv6Part(text));
}

/** Whether a text names IPv6 anywhere: alone, as a bound of a range `a-b`, or in a comma-separated list. */
export function mentionsIPv6(text: string): boolean {
  return text.split(/[,-]/).some(isIPv6);
}

/**
 * Whether a text that begins like this can only be an IPv6 address or prefix, whatever follows: a group of hexadecimal
 * digits and a colon, which no IPv4 address has.
 */
export const beginsLikeIPv6 = (start: string): boolean => /^\s*\[?([0-9a-f]{1,4}:|::)/i.test(start);

/** The IPv4 address inside an IPv4-mapped IPv6 address (`::ffff:10.0.0.1` gives `10.0.0.1`); otherwise undefined. */
export function mappedIPv4(text: string): string | undefined {
  if (!isIPv6(text)) return undefined;
  const address = new Address6(ipv6Part(text));
  return address.isInSubnet(new Address6(mappedSpace)) ? address.to4().correctForm() : undefined;
}

/** IPv4 addresses as IPv6 writes them (RFC 4291, 2.5.5.2). */
const mappedSpace = '::ffff:0:0/96';

/** The address alone: no brackets, no prefix length. */
function ipv6Part(text: string): string {
  const [address = ''] = text.trim().split('/');
  return address.replace(/^\[(.*)\]$/, '$1');
}

/** One spelling for equal addresses, IPv4 or IPv6; undefined when the text is no address. */
export function canonicalAddress(text: string): string | undefined {
  const address = parse(text);
  return address && !text.includes('/') ? address.correctForm() : undefined;
}

/**
 * One spelling for equal prefixes: network address and length, host bits cleared. An address alone is a prefix of
 * full length. Undefined when the text is neither.
 */
export function canonicalPrefix(text: string): string | undefined {
  const address = parse(text);
  return address && `${address.startAddress().correctForm()}/${address.subnetMask}`;
}

/** The length of a prefix, IPv4 or IPv6; undefined for any other text, an address alone among them. */
export const prefixLength = (text: string): number | undefined =>
  text.includes('/') ? parse(text)?.subnetMask : undefined;

/** Whether a prefix covers every IPv4 address: the destination of a default route. */
export const isDefaultRoute = (prefix: string): boolean => canonicalPrefix(prefix) === '0.0.0.0/0';

function parse(text: string): Address4 | Address6 | undefined {
  const trimmed = text.trim();
  if (Address4.isValid(trimmed)) return new Address4(trimmed);
  return Address6.isValid(trimmed) ? new Address6(trimmed) : undefined;
}
