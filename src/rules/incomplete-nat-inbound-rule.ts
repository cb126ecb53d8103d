import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { inboundRulesOf, inboundRuleType, natGatewayType } from '../model/nat-gateway.ts';
import { sentence } from '../model/sentence.ts';

const parts = ['protocol', 'frontendPort', 'backendPort'];
const references = ['backendIPConfiguration', 'publicIPAddress'];

/** The schema asks for the parts of an inline rule: what is left are the ids in them, and rules that are not inline. */
export default defineRule({
  id: 'AZL7307',
  name: 'incomplete-nat-inbound-rule',
  title: 'Inbound rule of a NAT gateway lacks a part that it needs',
  severity: 'error',
  limitation: documented(
    'create-nat-gateway',
    'Review required parameters',
    'An inbound rule needs a name, a protocol, a frontend port, a backend port, the IP configuration that it leads to and the public IP address of the gateway.',
  ),
  remedy: 'Give the inbound rule all of its parts.',
  types: [natGatewayType, inboundRuleType],

  *resource(resource) {
    for (const { properties, isInline } of inboundRulesOf(resource)) {
      if (!properties.isObject) continue;
      const isOnlyIds = isInline && resource.isFormChecked !== true;
      const missing = [
        ...parts.filter((part) => !isOnlyIds && isBlank(properties.get(part))),
        ...references.filter((reference) => {
          const object = properties.get(reference);
          return object.isMissing ? !isOnlyIds : isBlank(object.get('resourceId'));
        }),
      ];
      if (missing.length === 0) continue;
      yield {
        at: properties.at,
        message: `${isInline ? `Inbound rule of ${describe(resource)}` : sentence(describe(resource))} has no ${missing.map((part) => `"${part}"`).join(', ')}, but needs protocol, both ports, the IP configuration that it leads to and the gateway's public IP address. Add what is missing.`,
      };
    }
  },
});
