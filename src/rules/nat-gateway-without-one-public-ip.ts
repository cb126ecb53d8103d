import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { natGatewayType } from '../model/nat-gateway.ts';
import { sentence } from '../model/sentence.ts';

export default defineRule({
  id: 'AZL7302',
  name: 'nat-gateway-without-one-public-ip',
  title: 'NAT gateway has no public IP address, or more than one',
  severity: 'error',
  limitation: documented(
    'create-nat-gateway',
    'Review required parameters',
    'A NAT gateway takes exactly one public IP address resource.',
  ),
  also: [
    documented(
      'nat-gateway-overview',
      'NAT gateway configurations',
      'In the preview a NAT gateway uses a single public IP address.',
    ),
  ],
  remedy: 'Name exactly one public IP address in "publicIPAddresses".',
  types: [natGatewayType],

  *resource(gateway) {
    const list = gateway.body.get('properties.publicIPAddresses');
    if (list.state === 'unknown' || !(list.isList || list.isMissing)) return;
    const given = list.isList ? list.items() : [];
    if (given.length === 1) return;
    // Any of several may turn out to be nothing.
    const known = given.filter(({ state }) => state === 'known').filter((item) => !isBlank(item.get('resourceId')));
    if (given.length > 1 && known.length < 2) return;
    const many = known[1];
    yield {
      at: many?.at ?? list.at,
      message: many
        ? `${sentence(describe(gateway))} has "${given.length}" public IP addresses, but can use one only. Keep one of them.`
        : `${sentence(describe(gateway))} has no public IP address, but must have one. Name it in "publicIPAddresses".`,
    };
  },
});
