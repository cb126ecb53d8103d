import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { isBlank, pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { fixedChanges } from '../model/fixed-properties.ts';
import { changedRoutes, logicalNetworkType, memberText } from '../model/logical-network.ts';

/** What rules of their own speak of: gateways, pools, prefixes, VLANs, fabric networks and DNS servers. */
const told = /\b(routeTable|ipPools|addressPrefix(es)?|vlan|fabricNetworkConfiguration|dnsServers)\b/;
const fixed =
  'Of an existing logical network only the network security group may change. Keep it, or create a new logical network.';

/** Anything else of an existing logical network: if it differs from the base, say so. */
export default defineRule({
  id: 'AZL1129',
  name: 'logical-network-changed',
  title: 'Existing logical network is changed in more than its network security group',
  severity: 'error',
  limitation: documented(
    'create-logical-networks',
    'Create the logical network',
    'Once a logical network exists, only its network security group can be updated.',
  ),
  also: [
    documented(
      'manage-logical-networks',
      'About logical networks',
      'The name of the subnet, the allocation method, the network type and the number of subnets can not be updated.',
    ),
  ],
  remedy: 'Keep what the network has, or create a new logical network.',
  types: [logicalNetworkType],

  *change(change) {
    const of = describe(change.after);
    const changes = fixedChanges(change).filter(({ path }) => !told.test(path));
    for (const { path, before, after } of [...changes, ...changedRoutes(change)]) {
      const [was, is] = [before, after].map(memberText);
      const what = path.replace(/\[\]$/, '').split('.').at(-1);
      const happened = isBlank(before)
        ? `"${is}" is added to`
        : isBlank(after)
          ? `"${was}" is removed from`
          : `is "${is}"; the ${oldState(change)} has "${was}"`;
      const subject = isBlank(before) || isBlank(after) ? `${what} ${happened} ${of}` : `${what} of ${of} ${happened}`;
      yield { ...pointAt(after, wasIn(change, before, was)), message: `${subject}. ${fixed}` };
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    const options = ['--ip-allocation-method', '--vm-switch-name', '--subnet-name', '--location', '--custom-location'];
    const properties =
      /\b(ipAllocationMethod|vmSwitchName|networkType|subnets(\[[^\][]*\]|\.\d+)?\.name|extendedLocation)\b/i;
    for (const { at, written, network } of changedByUpdate(command, options, properties)) {
      yield { at, message: `"${written}" changes ${network}. ${fixed}` };
    }
  },
});
