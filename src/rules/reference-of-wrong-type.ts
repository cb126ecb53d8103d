import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { idInWords, idOfOtherType, referencesOf } from '../model/reference-fields.ts';
import { networkInterfaceType, publicAddressType } from '../model/type-names.ts';

/** Any reference: if its id is of a type that it can't have, say so. */
export default defineRule({
  id: 'AZL6001',
  name: 'reference-of-wrong-type',
  title: 'Reference names a resource of the wrong type',
  severity: 'error',
  limitation: documented(
    'create-virtual-networks',
    'Create the virtual network',
    'Virtual networks, public IP addresses, gateways, load balancers and security groups of Azure Local are resources of Microsoft.AzureStackHCI; those of Microsoft.Network are Azure resources of other kinds.',
  ),
  also: [
    documented(
      'create-public-ip',
      'Create the public IP address',
      'What a parameter takes is the ARM id of a resource of one type, such as the logical network that a public IP address comes from.',
    ),
  ],
  remedy: 'Refer to a resource of the type that is expected, by its full ARM id.',
  types: ['Microsoft.AzureStackHCI/*', 'Microsoft.ManagedNetworkFabric/*'],

  *resource(resource) {
    for (const reference of referencesOf(resource)) {
      if (hasOwnRule(resource.type, reference.types)) continue;
      const id = idOfOtherType(reference);
      if (!id) continue;
      const isAzure = /^microsoft\.(network|compute)\//.test(id.type);
      // Where a public IP address comes from has a rule of its own, which is about the types of Azure Local.
      if (!isAzure && resource.type === publicAddressType) continue;
      const found = isAzure ? 'a resource of Azure itself, which Azure Local does not use here' : 'of another type';
      yield {
        ...pointAt(reference.field),
        message: `${describe(resource)} refers to "${idInWords(reference.field)}", ${found}. It must be the id of ${reference.types.join(' or ')}. Refer to one of those.`,
        ...(isAzure ? {} : { severity: 'warning' as const }),
      };
    }
  },
});

/** References with a rule of their own, by the type that has them and one that they may lead to. */
const spokenFor: readonly (readonly [string, RegExp])[] = [
  [networkInterfaceType, /\/virtualNetworks\/subnets$/i],
  [logicalNetworkType, /\/internalNetworks$/i],
  ['Microsoft.AzureStackHCI/snapshots', /\/snapshots$/i],
];

const hasOwnRule = (type: string, targets: readonly string[]): boolean =>
  spokenFor.some(([own, target]) => own === type && targets.some((one) => target.test(one)));
