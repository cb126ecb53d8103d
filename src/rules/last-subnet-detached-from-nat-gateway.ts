import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { balancersIn } from '../model/load-balancer.ts';
import { isDetached } from '../model/nat-detached.ts';
import { mentionOf, nameIn, natOf, networkOf } from '../model/nat-gateway.ts';
import { sentence } from '../model/sentence.ts';
import { subnetType } from '../model/type-names.ts';

export default defineRule({
  id: 'AZL7310',
  name: 'last-subnet-detached-from-nat-gateway',
  title: 'Last subnet leaves the NAT gateway of a virtual network that has a load balancer',
  severity: 'error',
  limitation: documented(
    'nat-gateway-overview',
    'NAT gateway configurations',
    'As long as a load balancer exists, the NAT gateway of its virtual network keeps at least one subnet.',
  ),
  remedy: 'Keep a subnet on the NAT gateway, or delete the load balancers of the virtual network first.',
  types: [subnetType],

  *change(change, { estate }) {
    if (!isDetached(change)) return;
    const network = networkOf(change.after);
    if (!network || natOf(network, estate) !== 'none') return;
    const [balancer] = balancersIn(network, estate);
    const was = change.before.body.get('properties.natGateway.resourceId');
    const gateway = mentionOf(was, change.before);
    if (!balancer || !gateway) return;
    const is = change.after.body.get('properties.natGateway');
    yield {
      // Another subnet may stand in a file that is not in the run.
      confidence: 'possible',
      ...pointAt(is, wasIn(change, was), {
        at: balancer.at,
        message: `${describe(balancer)} of the same network`,
      }),
      message: `${sentence(describe(change.after))} leaves NAT gateway "${nameIn(gateway)}", which the ${oldState(change)} has, and no other subnet of virtual network "${nameIn(network)}" in this run goes through it. While ${describe(balancer)} exists, it needs one. Keep a subnet on it, or delete the load balancer first.`,
    };
  },
});
