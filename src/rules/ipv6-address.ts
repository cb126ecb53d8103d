import { defineRule } from '../engine/rule.ts';
import { addressOptions, subjectOf } from '../model/command.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';
import { checkedFields } from '../model/types/index.ts';
import type { AddressKind } from '../model/types/resource-type.ts';
import { beginsLikeIPv6, mappedIPv4, mentionsIPv6 } from '../net/address.ts';

const instead = {
  ip: 'Use an IPv4 address such as "10.0.0.10"',
  prefix: 'Use an IPv4 prefix such as "10.0.0.0/24"',
  range: 'Use IPv4 addresses such as "10.0.0.10-10.0.0.20"',
  version: 'Use "IPv4"',
} as const;

/** Any field that holds an address: if it is known to be IPv6, say so. */
export default defineRule({
  id: 'AZL1001',
  name: 'ipv6-address',
  title: 'Address or prefix is IPv6',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    'Azure Local VMs and their networks work with IPv4 addresses only; an IPv6 address or prefix is not supported.',
  ),
  remedy: 'Use an IPv4 address or prefix; an IPv4-mapped IPv6 address is written as the IPv4 address inside it.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource) {
    // No page says that the platform refuses IPv6 in a security rule; it can only match nothing.
    const isSecurityRule = /securityrules$/i.test(resource.type);
    for (const { path, address } of checkedFields(resource.type, resource.apiVersion.string)) {
      if (address === undefined) continue;
      for (const field of resource.body.all(path)) {
        const found = ipv6In(field, address);
        if (!found) continue;
        const name = path.replaceAll('[]', '').split('.').at(-1);
        yield {
          ...pointAt(field),
          message: `${name} "${found.text}" of ${describe(resource)} is IPv6, but Azure Local VMs and networks support IPv4 only. ${found.advice}.`,
          ...(isSecurityRule ? ({ severity: 'warning', confidence: 'possible' } as const) : {}),
        };
      }
    }
  },

  *operation(command) {
    // What a command creates is a resource, which is looked at above.
    if (command.kind !== 'command' || command.isDeclaration) return;
    const isSecurityRule = / nsg rule /.test(command.verb);
    for (const { option, address } of addressOptions(command)) {
      for (const field of option.values) {
        const found = ipv6In(field, address);
        if (!found) continue;
        yield {
          ...pointAt(field),
          message: `"${option.name}" of ${subjectOf(command)} is "${found.text}", an IPv6 address, but Azure Local VMs and networks support IPv4 only. ${found.advice}.`,
          ...(isSecurityRule ? ({ severity: 'warning', confidence: 'possible' } as const) : {}),
        };
      }
    }
  },
});

/** A value that is known to be IPv6, with what to write instead. */
function ipv6In(field: Field, address: AddressKind): { readonly text: string; readonly advice: string } | undefined {
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
