import { beginsLikeIPv6, mappedIPv4, mentionsIPv6 } from '../net/address.ts';
import type { Field } from './field.ts';
import type { AddressKind } from './types/resource-type.ts';

const instead = {
  ip: 'Use an IPv4 address such as "10.0.0.10"',
  prefix: 'Use an IPv4 prefix such as "10.0.0.0/24"',
  range: 'Use IPv4 addresses such as "10.0.0.10-10.0.0.20"',
  version: 'Use "IPv4"',
} as const;

/** A value that is known to be IPv6, with what to write instead. */
export function ipv6In(
  field: Field,
  address: AddressKind,
): { readonly text: string; readonly advice: string } | undefined {
  const isIPv6 =
    field.string === undefined
      ? beginsLikeIPv6(field.prefix) // the rest is unknown, but no IPv4 address begins so
      : address === 'version'
        ? /^ipv6$/i.test(field.string.trim())
        : mentionsIPv6(field.string);
  if (!isIPv6) return undefined;
  const text = field.string ?? `${field.prefix}…`;
  const mapped = mappedIPv4(text);
  return { text, advice: mapped === undefined ? instead[address] : `Write the IPv4 address inside it, "${mapped}"` };
}
