import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { changedLogicalNetwork, loadBalancerType } from '../model/load-balancer.ts';

export default defineRule({
  id: 'AZL7422',
  name: 'load-balancer-frontend-changed',
  title: 'Frontend or network of an existing load balancer is changed',
  severity: 'error',
  limitation: documented(
    'create-internal-load-balancer-virtual-networks',
    'Create internal load balancer on virtual networks using Azure CLI',
    'Frontend address and subnet of a load balancer that exists stay as they are.',
  ),
  also: [
    documented(
      'create-load-balancer-logical-network',
      'Create load balancers on logical networks using Azure CLI',
      'Frontends and logical network of a load balancer that exists stay as they are.',
    ),
  ],
  remedy: 'Keep the frontends and the network that the load balancer has, or create a new load balancer.',
  types: [loadBalancerType],

  *change(change) {
    const of = describe(change.after);
    for (const { path, before, after } of fixedChanges(change)) {
      if (!path.startsWith('properties.')) continue;
      const name = path
        .replace(/\[\]/g, '')
        .split('.')
        .findLast((step) => !/^(resourceId|properties)$/.test(step));
      const is = after.state === 'absent' ? 'is removed' : before.state === 'absent' ? 'is new' : 'differs';
      yield {
        ...pointAt(after, wasIn(change, before, 'another one')),
        message: `"${name}" of the frontends of ${of} ${is}, compared with the ${oldState(change)}. A frontend can't change once the load balancer exists. Keep it, or create a new load balancer.`,
      };
    }
    const network = changedLogicalNetwork(change);
    if (!network) return;
    yield {
      ...pointAt(network.after, wasIn(change, network.before)),
      message: `Logical network "${network.after.string?.split('/').at(-1)}" of ${of} differs from the ${oldState(change)}. The network can't change once the load balancer exists. Keep it, or create a new load balancer.`,
    };
  },
});
