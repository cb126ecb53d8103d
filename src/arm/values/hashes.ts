import { createHash } from 'node:crypto';

/** The namespace of the service for its name-based UUIDs. */
const namespace = '11fb06fb712d4ddd98c7e71bbd588830';

/**
 * `guid()`: a name-based UUID (RFC 4122, version 5) of the texts joined with "-".
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#guid (read 2026-11-22)
 */
export function guid(...texts: readonly string[]): string {
  const hash = createHash('sha1').update(namespace, 'hex').update(texts.join('-'), 'utf8').digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** How many characters `uniqueString()` gives, and which: enough to check a name whose texts are not known. */
export const uniqueStringLength = 13;
export const uniqueStringAlphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * `uniqueString()`: 13 characters of a 64-bit hash of the texts joined with "-". The pages call it a hash only; the
 * algorithm is that of Microsoft's engine, checked against values its own tests assert.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string#uniquestring (read 2026-11-22)
 */
export function uniqueString(...texts: readonly string[]): string {
  let hash = murmur64(Buffer.from(texts.join('-'), 'utf8'));
  let result = '';
  for (let index = 0; index < uniqueStringLength; index++) {
    result += uniqueStringAlphabet[Number(hash >> 59n)];
    hash = BigInt.asUintN(64, hash << 5n);
  }
  return result;
}

/** A MurmurHash3 with two lanes of 32 bits, seed 0. */
function murmur64(bytes: Buffer): bigint {
  let h1 = 0;
  let h2 = 0;
  const tail = bytes.length - (bytes.length % 8);
  for (let at = 0; at < tail; at += 8) {
    h1 = rotate(h1 ^ mixed1(bytes.readUInt32LE(at)), 19) + h2;
    h1 = (Math.imul(h1, 5) + 0x561ccd1b) | 0;
    h2 = rotate(h2 ^ mixed2(bytes.readUInt32LE(at + 4)), 13) + h1;
    h2 = (Math.imul(h2, 5) + 0x0bcaa747) | 0;
  }
  const rest = Buffer.alloc(8);
  bytes.copy(rest, 0, tail);
  // Bytes that are not there mix to nothing.
  h1 ^= mixed1(rest.readUInt32LE(0)) ^ bytes.length;
  h2 ^= mixed2(rest.readUInt32LE(4)) ^ bytes.length;
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  h1 = scattered(h1);
  h2 = scattered(h2);
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  return (BigInt(h2 >>> 0) << 32n) | BigInt(h1 >>> 0);
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const mixed1 = (value: number): number => Math.imul(rotate(Math.imul(value, 0x239b961b), 15), 0xab0e9789);

const mixed2 = (value: number): number => Math.imul(rotate(Math.imul(value, 0xab0e9789), 17), 0x239b961b);

/** The finalisation of MurmurHash3. */
function scattered(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
