import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { isBlank, pointAt, valueText, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { loadBalancerType } from '../model/load-balancer.ts';
import { changedFrontends, changedLogicalNetwork } from '../model/load-balancer-change.ts';

/** Frontends can be added and deleted (newer copies of the pages name commands for it): one that stays, stays as it is. */
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
  remedy: 'Keep the frontend and the network as they are; add a frontend, or create a new load balancer.',
  types: [loadBalancerType],

  *change(change) {
    const of = describe(change.after);
    for (const { name, what, before, after } of changedFrontends(change)) {
      yield {
        ...pointAt(after, wasIn(change, before)),
        message: `${what} of frontend "${name}" of ${of} ${isBlank(after) ? 'is removed' : 'is changed'}; the ${oldState(change)} has "${valueText(before)}". A frontend can't change once it exists. Keep it, or add another frontend.`,
      };
    }
    const network = changedLogicalNetwork(change);
    if (!network) return;
    yield {
      ...pointAt(network.after, wasIn(change, network.before)),
      message: `Logical network "${network.after.string?.split('/').at(-1) ?? ''}" of ${of} differs from the ${oldState(change)}. The network can't change once the load balancer exists. Keep it, or create a new load balancer.`,
    };
  },
});
