import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { added, replaced, safeFix } from '../model/fix.ts';
import { logicalNetworkType } from '../model/logical-network.ts';

/** How a logical network gives out addresses: if that is not said to be static, say so. */
export default defineRule({
  id: 'AZL1106',
  name: 'dynamic-ip-allocation',
  title: 'Addresses of a logical network are not allocated statically',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'Logical networks are static: addresses come from the network itself. Dynamic allocation (DHCP) is not supported.',
  ),
  remedy: 'Set `ipAllocationMethod` to `Static`, and give the network an IP pool.',
  fix: 'safe',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      const method = subnet.get('ipAllocationMethod');
      if (isBlank(method)) {
        if (network.origin === 'live') continue;
        // Hyperconverged deployments take that for dynamic; no page of multi-rack deployments says what it is there.
        yield {
          ...pointAt(method),
          fix: safeFix(toStatic, added(subnet, 'ipAllocationMethod', 'Static')),
          message: `${describe(network)} does not say how its addresses are allocated, which may be taken for "Dynamic". Only "Static" is supported. Set ipAllocationMethod to "Static".`,
          severity: 'warning',
        };
      } else if (method.string !== undefined && method.string.trim().toLowerCase() !== 'static') {
        yield {
          ...pointAt(method),
          fix: safeFix(toStatic, replaced(method, 'Static')),
          message: `ipAllocationMethod "${method.string}" of ${describe(network)} is not supported: logical networks must be "Static". Set it to "Static", and give the network an IP pool.`,
        };
      }
    }
  },
});

const toStatic = 'Set "ipAllocationMethod" to "Static".';
