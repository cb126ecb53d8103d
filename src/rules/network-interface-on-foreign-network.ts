import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { isBeforeLogicalNetworks } from '../model/network-interface.ts';
import { idInWords, idOfOtherType, referencesOf } from '../model/reference-fields.ts';
import { networkInterfaceType } from '../model/type-names.ts';

const virtualNetwork = 'microsoft.azurestackhci/virtualnetworks';

/** The network of an interface: if its id is of any other type than the two that there are, say so. */
export default defineRule({
  id: 'AZL2001',
  name: 'network-interface-on-foreign-network',
  title: 'Network interface is attached to something other than a logical network or a virtual network subnet',
  severity: 'error',
  limitation: documented(
    'create-network-interfaces',
    'About network interfaces',
    'A network interface is created on a logical network or on a subnet of a virtual network, both of Azure Local.',
  ),
  remedy: 'Refer to the logical network, or to the subnet of the virtual network, by its Microsoft.AzureStackHCI id.',
  types: [networkInterfaceType],

  *resource(nic) {
    for (const reference of referencesOf(nic)) {
      if (!reference.types.some((type) => /\/subnets$/i.test(type))) continue;
      const id = idOfOtherType(reference);
      if (!id || (id.type === virtualNetwork && isBeforeLogicalNetworks(nic))) continue;
      const advice =
        id.type === virtualNetwork
          ? 'Add the subnet to the id: "/subnets/" and its name'
          : 'Use the id of a Microsoft.AzureStackHCI/logicalNetworks or Microsoft.AzureStackHCI/virtualNetworks/subnets';
      yield {
        ...pointAt(reference.field),
        message: `${describe(nic)} is attached to "${idInWords(reference.field)}", but it must be attached to a logical network or to a subnet of a virtual network of Azure Local. ${advice}.`,
      };
    }
  },
});
