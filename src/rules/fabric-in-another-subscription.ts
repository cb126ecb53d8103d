import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';
import { referenceId } from '../model/references.ts';

/** A resource of the fabric, and the fabric that it belongs to: if their subscriptions differ, say so. */
export default defineRule({
  id: 'AZL6013',
  name: 'fabric-in-another-subscription',
  title: 'Isolation domain refers to a network fabric in another subscription',
  severity: 'warning',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Prerequisites',
    'All resources of the network fabric and of the cluster are in one subscription.',
  ),
  remedy: 'Create the isolation domain in the subscription of the network fabric.',
  types: ['l2IsolationDomains', 'l3IsolationDomains'].map((name) => `Microsoft.ManagedNetworkFabric/${name}`),

  *resource(domain) {
    const fabric = domain.body.get('properties.networkFabricId');
    const [own, other] = [domain.subscription.string?.toLowerCase(), subscriptionOf(fabric)];
    if (own === undefined || other === undefined || own === other) return;
    yield {
      ...pointAt(fabric, { at: domain.subscription.at, message: `the subscription of ${describe(domain)}` }),
      message: `${describe(domain)} is in subscription "${own}", its network fabric in "${other}". Both must be in one subscription. Create the isolation domain in that of the fabric.`,
    };
  },
});

/** The subscription in an id, when it is known. */
function subscriptionOf(field: Field): string | undefined {
  const { subscription } = referenceId(field) ?? {};
  return subscription?.includes('[') ? undefined : subscription;
}
