import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe, typeInWords } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { publicAddressIds } from '../model/public-address.ts';

/** Types that a public IP address may be assigned to, and itself. AZL2005 speaks of network interfaces. */
const allowed = /^microsoft\.azurestackhci\/(natgateways|loadbalancers|publicipaddresses|networkinterfaces)(\/|$)/i;

/** A reference to a public IP address, wherever it stands in what is no NAT gateway and no load balancer. */
export default defineRule({
  id: 'AZL7204',
  name: 'public-ip-target',
  title: 'Public IP address is assigned to what can have none',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Key characteristics of public IPs on multi-rack deployments',
    'Only NAT gateways and load balancers can be given a public IP address; network interfaces of VMs among others can not.',
  ),
  remedy: 'Give the public IP address to a NAT gateway or a load balancer in front of the VM.',
  types: ['Microsoft.AzureStackHCI/*'],

  *resource(resource) {
    if (allowed.test(resource.type)) return;
    for (const id of publicAddressIds(resource.body.get('properties'))) {
      const what =
        id.string === undefined ? 'A public IP address' : `Public IP address "${id.string.split('/').at(-1)}"`;
      yield {
        ...pointAt(id),
        message: `${what} is assigned to ${describe(resource)}, but a ${typeInWords(resource.type)} can have none. Give it to a NAT gateway or a load balancer.`,
      };
    }
  },
});
