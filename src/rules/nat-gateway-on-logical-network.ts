import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { logicalNetworkType } from '../model/logical-network.ts';
import { referencePresence } from '../model/presence.ts';

export default defineRule({
  id: 'AZL7301',
  name: 'nat-gateway-on-logical-network',
  title: 'NAT gateway is attached to a logical network',
  severity: 'error',
  limitation: documented(
    'create-nat-gateway',
    'Create a NAT gateway using Azure CLI',
    'A NAT gateway serves subnets of virtual networks only. Logical networks go through their own default gateway.',
  ),
  remedy: 'Remove the NAT gateway from the logical network, or put what needs it on a virtual network.',
  types: [logicalNetworkType],

  *resource(network) {
    const holders = [network.body.get('properties'), ...network.body.all('properties.subnets[].properties')];
    for (const holder of holders) {
      const gateway = holder.get('natGateway');
      if (referencePresence(gateway) !== 'given') continue;
      yield {
        at: gateway.at,
        value: gateway,
        message: `"natGateway" is given to ${describe(network)}, but NAT gateways work on subnets of virtual networks only. Remove it.`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || !/^stack-hci-vm network lnet (create|update)$/.test(command.verb)) return;
    const option = command.options.get('--nat-gateway');
    if (!option) return;
    yield {
      at: option.at,
      message: `"${option.name}" is given to "${command.subject}", but NAT gateways work on subnets of virtual networks only. Remove it.`,
    };
  },
});
