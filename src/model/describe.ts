import type { Member } from './compare.ts';
import { displayName } from './identity.ts';
import type { Resource } from './resource.ts';

/** A resource in words for messages: `logical network "lnet-app"`. */
export const describe = (resource: Resource): string => `${typeInWords(resource.type)} "${displayName(resource)}"`;

/** A resource type in words, in the singular: `Microsoft.AzureStackHCI/logicalNetworks` is a `logical network`. */
export function typeInWords(type: string): string {
  const segment = type.split('/').at(-1) ?? type;
  if (/^(virtualmachineinstances|machines)$/i.test(segment)) return 'virtual machine';
  const words = segment.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return words
    .split(' ')
    .map((word) => (/^(nat|[A-Z]+)$/.test(word) ? word.toUpperCase() : word.toLowerCase()))
    .join(' ')
    .replace(/ses$/, 's')
    .replace(/(?<!s)s$/, '');
}

/** A member of a list of references in words: `data disk "app-01-data"`. */
export const describeMember = (what: string, { kind, key }: Member): string =>
  kind === 'one' ? `${what} "${lastName(key)}"` : `a ${what} whose id is only known during deployment`;

/** The last name in an ARM id: what people call the resource. */
export const lastName = (id: string): string =>
  id
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .at(-1) ?? id;

/**
 * Two ARM ids as messages tell them apart: from their last provider on, or whole when that part is the same.
 */
export function idsInWords(one: string, other: string): [string, string] {
  const [short, otherShort] = [one, other].map((id) => id.replace(/^.*\/providers\/[^/]+\//i, '')) as [string, string];
  return short.toLowerCase() === otherShort.toLowerCase() ? [one, other] : [short, otherShort];
}
