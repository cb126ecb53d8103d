import { defineRule } from '../engine/rule.ts';
import { addressOf, poolsOf, subnetsOf } from '../model/address-space.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { defaultGateways, logicalNetworkType, poolText } from '../model/logical-network.ts';
import { isInRange } from '../net/ranges.ts';

/** The default gateway of a subnet: if an IP pool has it, say so. Advice: what follows from it is not documented. */
export default defineRule({
  id: 'AZL1126',
  name: 'gateway-in-ip-pool',
  title: 'Default gateway is inside an IP pool',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-logical-networks',
    'Create logical network',
    'Gateway and IP pool both come from the subnet of the internal network; addresses of the pool go to machines, so that a gateway there may be given away.',
  ),
  remedy: 'Leave the gateway out of the pool.',
  types: [logicalNetworkType],

  *resource(network) {
    for (const subnet of subnetsOf(network)) {
      for (const { field } of defaultGateways(subnet)) {
        const address = addressOf(field);
        const pool = poolsOf(subnet).known.find(({ range }) => address !== undefined && isInRange(address, range));
        if (!pool) continue;
        yield {
          ...pointAt(field, { at: pool.field.at, message: `the pool ${poolText(pool.field)}` }),
          message: `default gateway "${field.string}" of ${describe(network)} is in IP pool "${poolText(pool.field)}", from which a machine may get it. A gateway must be outside of pools. Begin the pool behind it, or end it before.`,
        };
      }
    }
  },
});
