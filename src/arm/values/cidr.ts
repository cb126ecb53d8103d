import { Address4, Address6 } from 'ip-address';
import { type Int, integer } from './numbers.ts';
import { shown, UncertainError, ValueError } from './value-error.ts';

/** A prefix: the integer of its first address, and its length. */
interface Network {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly length: number;
}

/** What `parseCidr()` tells about a prefix. Only IPv4 has a broadcast address. */
export interface CidrParts {
  readonly network: string;
  readonly netmask: string;
  readonly broadcast?: string;
  readonly firstUsable: string;
  readonly lastUsable: string;
  readonly cidr: number;
}

/**
 * The parts of a prefix; bits beyond its length do not count.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#parsecidr (read 2026-11-22)
 */
export function parseCidr(cidr: string): CidrParts {
  const network = read('parseCidr', cidr);
  const { bits, first, length } = network;
  const mask = ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
  if (bits === 32 && length === 31) {
    throw new UncertainError('which addresses of a /31 parseCidr() calls usable is not documented');
  }
  const alone = length === bits;
  const hosts = bits === 32 && !alone ? 1n : 0n;
  return {
    network: address(bits, first),
    netmask: address(bits, mask),
    ...(bits === 32 && { broadcast: address(bits, lastOf(network)) }),
    firstUsable: address(bits, first + hosts),
    lastUsable: address(bits, lastOf(network) - hosts),
    cidr: length,
  };
}

/**
 * The prefix of a length inside a prefix, by its index.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#cidrsubnet (read 2026-11-22)
 */
export function cidrSubnet(cidr: string, newLength: Int, index: Int): string {
  const { bits, first, length } = read('cidrSubnet', cidr);
  if (integer('cidrSubnet', newLength) < length || newLength > bits) {
    throw new ValueError(`cidrSubnet() takes a prefix length from ${length} to ${bits} for ${cidr}, not ${newLength}`);
  }
  const last = (1n << BigInt(Number(newLength) - length)) - 1n;
  checkIndex('cidrSubnet', index, last, `/${newLength} in ${cidr}`);
  return `${address(bits, first + (BigInt(index) << BigInt(bits - Number(newLength))))}/${newLength}`;
}

/**
 * An address of a prefix for a host. Index 0 is the one after the address of the network; for IPv4 the broadcast address
 * is none.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-cidr#cidrhost (read 2026-11-22)
 */
export function cidrHost(cidr: string, index: Int): string {
  const network = read('cidrHost', cidr);
  const { bits, first, length } = network;
  if (bits - length < 2) {
    throw new UncertainError(`which addresses of a /${length} cidrHost() gives to hosts is not documented`);
  }
  const last = lastOf(network) - first - (bits === 32 ? 2n : 1n);
  checkIndex('cidrHost', index, last, `address for a host in ${cidr}`);
  return address(bits, first + BigInt(index) + 1n);
}

function checkIndex(name: string, index: Int, last: bigint, what: string): void {
  if (integer(name, index) < 0) throw new ValueError(`${name}() has the index ${index}, but an index is 0 or more`);
  if (index > last) throw new ValueError(`${name}() has the index ${index}, but the last ${what} has ${last}`);
}

const lastOf = ({ bits, first, length }: Network): bigint => first + (1n << BigInt(bits - length)) - 1n;

function address(bits: 32 | 128, value: bigint): string {
  return (bits === 32 ? Address4.fromBigInt(value) : Address6.fromBigInt(value)).correctForm();
}

function read(name: string, cidr: string): Network {
  const parsed = parse(cidr);
  if (!parsed) throw new ValueError(`${name}() takes a prefix such as 10.0.0.0/24, not ${shown(cidr)}`);
  const bits = parsed instanceof Address4 ? 32 : 128;
  if (!cidr.includes('/')) throw new UncertainError(`${name}() takes a prefix such as ${cidr}/${bits}, not an address`);
  return { bits, first: parsed.startAddress().bigInt(), length: parsed.subnetMask };
}

function parse(cidr: string): Address4 | Address6 | undefined {
  // Longer than any prefix: not worth reading.
  if (cidr.length > 100 || cidr.includes('%')) return undefined;
  if (Address4.isValid(cidr)) return new Address4(cidr);
  return Address6.isValid(cidr) ? new Address6(cidr) : undefined;
}
