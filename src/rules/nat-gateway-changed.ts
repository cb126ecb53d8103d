import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { beyondTags } from '../model/command.ts';
import { pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { natGatewayType, publicIPAddressesOf } from '../model/nat-gateway.ts';

export default defineRule({
  id: 'AZL7306',
  name: 'nat-gateway-changed',
  title: 'Existing NAT gateway is changed in more than its inbound rules',
  severity: 'error',
  limitation: documented(
    'create-nat-gateway',
    'Create a NAT gateway using Azure CLI',
    'Of a NAT gateway that exists only the inbound rules can change.',
  ),
  remedy: 'Keep the public IP address that the NAT gateway has, or create a new NAT gateway.',
  types: [natGatewayType],

  *change(change) {
    // AZL7302 speaks of none and of several.
    if (publicIPAddressesOf(change.after).length !== 1) return;
    for (const { path, before, after } of fixedChanges(change)) {
      if (!path.startsWith('properties.')) continue;
      yield {
        ...pointAt(after, wasIn(change, before, 'another one')),
        message: `"${path.split('.')[1]?.replace('[]', '')}" of ${describe(change.after)} differs from the ${oldState(change)}. Of a NAT gateway that exists only inbound rules can change. Keep it, or create a new NAT gateway.`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm network nat update') return;
    for (const { at, written } of beyondTags(command)) {
      yield {
        at,
        message: `"${written}" changes a NAT gateway that exists, of which only inbound rules can change. Keep its other values, or create a new NAT gateway.`,
      };
    }
  },
});
