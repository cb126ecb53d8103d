import { defineRule } from '../engine/rule.ts';
import { documented } from '../model/documentation.ts';
import { earlierThanAllowed } from '../model/nat-deletion.ts';

/**
 * Commands name what they delete and not the network that it is in: so a script is only taken for one network's when it
 * deletes one NAT gateway.
 */
export default defineRule({
  id: 'AZL7311',
  name: 'nat-gateway-deleted-too-early',
  title: 'Script deletes a NAT gateway, its subnets and load balancers in the wrong order',
  severity: 'error',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    'Before a NAT gateway is deleted, the load balancers of its virtual network are deleted, then its subnets are deleted or detached.',
  ),
  remedy: 'Delete the load balancers first, then delete or detach the subnets, then delete the NAT gateway.',

  *operation(command, { estate }) {
    if (command.kind !== 'command') return;
    const order = earlierThanAllowed(command, estate);
    if (!order) return;
    const { later, isCertain } = order;
    yield {
      at: command.at,
      related: [{ at: later.at, message: 'this has to run before it' }],
      message: `"${command.subject}" runs before "${later.subject}". Load balancers go first, then subnets, then the NAT gateway. Run it afterwards.`,
      ...(isCertain ? {} : { severity: 'warning', confidence: 'possible' }),
    };
  },
});
