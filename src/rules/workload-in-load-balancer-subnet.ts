import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { balancersOnSubnet } from '../model/load-balancer.ts';
import { mentionOf, nameIn } from '../model/nat-gateway.ts';
import { sentence } from '../model/sentence.ts';

export default defineRule({
  id: 'AZL7408',
  name: 'workload-in-load-balancer-subnet',
  title: 'Network interface is in the subnet of a load balancer',
  severity: 'error',
  limitation: documented(
    'load-balancer-overview',
    'On virtual networks',
    'The subnet of load balancers holds nothing else: no network interface and no VM.',
  ),
  also: [
    documented(
      'create-public-load-balancer-virtual-networks',
      'Create a public load balancer on virtual networks with Azure CLI',
      'No other workload is in the subnet that is delegated to load balancers.',
    ),
  ],
  remedy: 'Put the network interface into another subnet of the virtual network.',
  types: ['Microsoft.AzureStackHCI/networkInterfaces'],

  *resource(nic, { estate }) {
    for (const field of nic.body.all('properties.ipConfigurations[].properties.subnet.id')) {
      const subnet = mentionOf(field, nic);
      const [clash] = subnet ? balancersOnSubnet(subnet, estate) : [];
      if (!subnet || !clash) continue;
      yield {
        ...pointAt(field, { at: clash.field.at, message: `subnet of ${describe(clash.balancer)}` }),
        message: `${sentence(describe(nic))} is in subnet "${nameIn(subnet)}", which is that of ${describe(clash.balancer)}. A load balancer's subnet holds nothing else. Use another subnet.`,
      };
    }
  },
});
