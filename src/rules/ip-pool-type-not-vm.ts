import { defineRule } from '../engine/rule.ts';
import { subnetsOf } from '../model/address-space.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';
import { added, replaced, safeFix, suggestion } from '../model/fix.ts';
import { logicalNetworkType, poolText } from '../model/logical-network.ts';

/** What an IP pool is for: if that is not VMs, say so. */
export default defineRule({
  id: 'AZL1117',
  name: 'ip-pool-type-not-vm',
  title: 'IP pool of a logical network is not of type vm',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Prerequisites',
    'An IP pool of a logical network for VMs is given with the type `vm`.',
  ),
  remedy: 'Set `ipPoolType` to `vm`.',
  fix: 'safe',
  types: [logicalNetworkType],

  *resource(network) {
    for (const pool of subnetsOf(network).flatMap((subnet) => subnet.all('ipPools[]'))) {
      const type = pool.get('ipPoolType');
      if (!pool.isObject) continue;
      if (isBlank(type)) {
        // What the platform reports has null there although a type was given: it may go without.
        if (network.origin === 'live') continue;
        yield {
          ...pointAt(type),
          fix: safeFix('Set "ipPoolType" to "vm".', added(pool, 'ipPoolType', 'vm')),
          message: `${nameOf(pool)} of ${describe(network)} has no type. Pools for VMs must have "vm". Set ipPoolType to "vm".`,
          severity: 'warning',
        };
      } else if (type.string !== undefined && type.string.trim().toLowerCase() !== 'vm') {
        yield {
          ...pointAt(type),
          fix: suggestion('Set "ipPoolType" to "vm".', replaced(type, 'vm')),
          message: `ipPoolType "${type.string}" of ${describe(network)} is not for VMs. It must be "vm". Set it to "vm", or keep the pool out of this network.`,
        };
      }
    }
  },
});

const nameOf = (pool: Field): string =>
  pool.get('start').string === undefined || pool.get('end').string === undefined
    ? 'an IP pool'
    : `IP pool "${poolText(pool)}"`;
