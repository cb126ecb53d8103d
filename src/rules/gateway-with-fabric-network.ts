import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented, since } from '../model/documentation.ts';
import { isOnFabric } from '../model/fabric-network.ts';
import { defaultGateways, logicalNetworkType } from '../model/logical-network.ts';
import { isAtLeast, type Release } from '../model/release.ts';

/** The routes of a logical network: if it stands on a fabric network, which routes for it, say so. */
export default defineRule({
  id: 'AZL1124',
  name: 'gateway-with-fabric-network',
  title: 'Gateway or routes are given together with a fabric network',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create a static logical network',
    'A gateway and routes can not be given together with a fabric network.',
    since('1.4', "logical networks accept a default gateway (what's new, 2026-08-20)."),
  ),
  remedy: 'Leave out the gateway and the routes: the fabric network has them.',
  types: [logicalNetworkType],

  *resource(network, { release }) {
    // The platform adds a default route by itself, which it then reports.
    if (network.origin === 'live' || !isOnFabric(network)) return;
    for (const subnet of subnetsOf(network)) {
      const routes = subnet.get('routeTable.properties.routes');
      const [route] = routes.isList ? routes.items() : [];
      if (!route) continue;
      const gateway = defaultGateways(subnet).find(({ kind, field }) => kind === 'one' && !field.isMissing)?.field;
      const { must, ...severity } = judgement(release);
      yield {
        ...pointAt(gateway ?? route),
        message: `${gateway ? `default gateway "${gateway.string}"` : 'route table'} of ${describe(network)} is given together with a fabric network. ${must}`,
        ...severity,
      };
    }
  },
});

const judgement = (release: Release) =>
  isAtLeast(release, '1.4')
    ? {
        must: 'The page on logical networks forbids that; since release 1.4 they accept a default gateway. Leave it out unless you need another one than the fabric gives.',
        severity: 'warning' as const,
      }
    : { must: 'Gateway and routes must be left out then: the fabric network has them. Remove them.' };
