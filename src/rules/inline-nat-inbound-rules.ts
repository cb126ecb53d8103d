import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { natGatewayType } from '../model/nat-gateway.ts';
import { isAtLeast } from '../model/release.ts';

/** The API dropped the inline form in the version that has the resource type. Source: bicep-types-az, read 2026-11-22. */
const withoutInline = '2026-04-01-preview';

export default defineRule({
  id: 'AZL7309',
  name: 'inline-nat-inbound-rules',
  title: 'Inbound rules stand inline in a NAT gateway',
  severity: 'warning',
  limitation: documented(
    'whats-new',
    'Features and improvements in 1.3',
    'From release 1.3 on inbound rules are resources of their own below their NAT gateway.',
  ),
  remedy: 'Declare each inbound rule as a Microsoft.AzureStackHCI/natGateways/inboundRules.',
  types: [natGatewayType],

  *resource(gateway, { release }) {
    const rules = gateway.body.get('properties.inboundNATRules');
    const version = gateway.apiVersion.string ?? '';
    const isGone = version >= withoutInline;
    if (isBlank(rules) || rules.state === 'unknown' || !(isGone || isAtLeast(release, '1.3'))) return;
    const why = isGone
      ? `but api-version "${version}" has no such property`
      : `which release ${release} has as resources`;
    yield {
      at: rules.at,
      message: `"inboundNATRules" of ${describe(gateway)} has inbound rules inline, ${why}. Declare each as a "natGateways/inboundRules" resource.`,
    };
  },
});
