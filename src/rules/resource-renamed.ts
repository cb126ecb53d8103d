import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { formerName } from '../model/renamed.ts';

const statement = (what: string) => `${what} keeps its name: it can't be renamed after it is created.`;

/** A resource that is new, and of the same properties as one that is gone: if it seems to be the same, say so. */
export default defineRule({
  id: 'AZL6011',
  name: 'resource-renamed',
  title: 'Resource has the properties of one that is gone under another name',
  severity: 'warning',
  limitation: documented(
    'create-network-interfaces',
    'Network interface with static IP using logical network',
    statement('A network interface'),
  ),
  also: [
    documented('create-logical-networks', 'Create a static logical network', statement('A logical network')),
    documented(
      'create-virtual-networks',
      'Create the virtual network',
      statement('A virtual network, or a subnet of it,'),
    ),
    documented('create-public-ip', 'Create the public IP address', statement('A public IP address')),
    documented('create-nat-gateway', 'Create a NAT gateway', statement('A NAT gateway')),
    documented('create-load-balancer-logical-network', 'Create a load balancer', statement('A load balancer')),
  ],
  remedy:
    'Keep the name. If it is to be another resource, delete the old one yourself: a deployment leaves it where it is.',
  types: [
    'logicalNetworks',
    'networkInterfaces',
    'virtualNetworks',
    'virtualNetworks/subnets',
    'publicIPAddresses',
    'natGateways',
    'loadBalancers',
  ].map((name) => `Microsoft.AzureStackHCI/${name}`),

  *resource(resource, { estate }) {
    const was = formerName(resource, estate);
    if (!was) return;
    yield {
      ...pointAt(resource.name, { at: was.name.at, message: `base: was "${was.name.string}"` }),
      confidence: 'possible',
      message: `${describe(resource)} has the properties of ${describe(was)} in the base, which is gone. A resource can't be renamed: this makes a second one beside the old one. Keep the name, or delete the old one first.`,
    };
  },
});
