import { defineRule } from '../engine/rule.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { removed, safeFix } from '../model/fix.ts';
import { publicAddressType } from '../model/type-names.ts';

/** The type has no property for it: what asks for dynamic allocation comes from Azure's own public IP addresses. */
export default defineRule({
  id: 'AZL7201',
  name: 'public-ip-dynamic-allocation',
  title: 'Public IP address is to be allocated dynamically',
  severity: 'error',
  limitation: documented(
    'create-public-ip',
    'Key characteristics of public IPs on multi-rack deployments',
    'Public IP addresses are allocated statically; dynamic allocation is not supported.',
  ),
  remedy: 'Leave the allocation method out: the address is allocated when the resource is created, and stays.',
  fix: 'safe',
  types: [publicAddressType],

  *resource(resource) {
    const properties = resource.body.get('properties');
    const method = properties.get('publicIPAllocationMethod');
    if (method.string?.toLowerCase() !== 'dynamic') return;
    yield {
      ...pointAt(method),
      fix: safeFix('Leave "publicIPAllocationMethod" out.', removed(properties, 'publicIPAllocationMethod')),
      message: `${describe(resource)} asks for "${method.string}" allocation, but public IP addresses of Azure Local are static. Leave the property out.`,
    };
  },
});
