import { defineRule } from '../engine/rule.ts';
import { interfaceOn, interfaceOnId, type Placed } from '../model/aks-cluster.ts';
import { pointAt, valueText } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';

/** The network of an AKS cluster: if a network interface is on it, too, say so. */
export default defineRule({
  id: 'AZL1127',
  name: 'logical-network-shared-with-aks',
  title: 'Logical network serves both VMs and an AKS cluster',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'A logical network is for VMs or for AKS clusters that Azure Arc enables: the two can not share one.',
  ),
  remedy: 'Create a logical network of its own for the cluster.',
  types: ['Microsoft.HybridContainerService/provisionedClusterInstances'],

  *resource(cluster, { estate }) {
    for (const field of cluster.body.all('properties.cloudProviderProfile.infraNetworkProfile.vnetSubnetIds[]')) {
      const place = interfaceOn(field, cluster, estate);
      if (place) yield problem(`network "${valueText(field)}" of an AKS cluster`, field, place);
    }
  },

  *operation(command, { estate }) {
    if (command.kind !== 'command' || command.verb !== 'aksarc create') return;
    for (const field of command.options.get('--vnet-ids')?.values ?? []) {
      const place = interfaceOnId(field, estate);
      if (place) yield problem(`"--vnet-ids" of "${command.subject}"`, field, place);
    }
  },
});

const problem = (what: string, field: Field, { from, field: of }: Placed) => ({
  ...pointAt(field, { at: of.at, message: `${describe(from)} is on it, too` }),
  message: `${what} is also that of ${describe(from)}. VMs and AKS clusters must not share a logical network. Create one for the cluster.`,
});
