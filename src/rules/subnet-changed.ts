import { defineRule } from '../engine/rule.ts';
import { subjectOf } from '../model/command.ts';
import { describeChange } from '../model/describe-change.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { subnetType } from '../model/type-names.ts';
import { updatedBeside } from '../model/update-command.ts';

const advice =
  'Only the network security group and the NAT gateway of a subnet can change. Keep the rest, or create a new subnet.';

/**
 * A subnet beside its base. The page on virtual networks lets the network security group change and nothing else; the one on
 * NAT gateways gives an existing subnet its gateway, so that may change, too.
 */
export default defineRule({
  id: 'AZL7006',
  name: 'subnet-changed',
  title: 'Property of an existing subnet of a virtual network is changed',
  severity: 'error',
  limitation: documented(
    'create-virtual-networks',
    'Create a virtual network subnet',
    "Nothing but the network security group of a subnet can be modified after it's created.",
  ),
  also: [
    documented(
      'create-nat-gateway',
      'Associate a virtual network subnet with a NAT gateway',
      'A NAT gateway is given to an existing subnet by an update of the subnet.',
    ),
  ],
  remedy: 'Keep the prefix and the routes of the subnet, or create a new subnet with those that it needs.',
  types: [subnetType],

  *change(change) {
    for (const fixed of fixedChanges(change)) {
      const { words, ...place } = describeChange(change, fixed);
      yield { ...place, message: `${words} ${advice}` };
    }
  },

  *operation(operation) {
    if (operation.kind !== 'command') return;
    const verb = 'stack-hci-vm network vnet subnet update';
    const paths = /^(properties\.)?(networkSecurityGroup|natGateway)\b/i;
    for (const { at, written } of updatedBeside(operation, verb, ['--network-security-group', '--nat-gateway'], paths))
      yield { at, message: `"${written}" of ${subjectOf(operation)} changes what can't change. ${advice}` };
  },
});
