import { defineRule } from '../engine/rule.ts';
import { oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { areTold, differenceOf, membersOfList, pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { addressText, logicalNetworkType } from '../model/logical-network.ts';

const path = 'properties.dhcpOptions.dnsServers';
const fixed = "DNS servers can't change once the network exists. Keep them, or create a new logical network.";

/**
 * The DNS servers of an existing logical network: if one comes or goes, say so. An older copy of the page has a command
 * that changes them; the later one lists them with what can't be changed.
 */
export default defineRule({
  id: 'AZL1128',
  name: 'logical-network-dns-changed',
  title: 'DNS servers of an existing logical network are changed',
  severity: 'error',
  limitation: documented(
    'manage-logical-networks',
    'About logical networks',
    'The DNS servers of a logical network can not be updated.',
  ),
  remedy: 'Keep the DNS servers, or create a new logical network. A network interface may name DNS servers of its own.',
  types: [logicalNetworkType],

  *change(change) {
    const [was, is] = [change.before.body.get(path), change.after.body.get(path)];
    if (!areTold(change, was, is)) return;
    const [before, after] = [was, is].map((list) => membersOfList(list, (item) => item, addressText));
    const { added, removed } = differenceOf(before ?? [], after ?? []);
    const [come, gone] = [added[0]?.field, removed[0]?.field];
    if (come) {
      yield {
        ...pointAt(come, gone ? wasIn(change, gone) : { at: was.at, message: `${oldState(change)}: did not have it` }),
        message: `DNS server "${come.string}" of ${describe(change.after)} is ${gone ? `changed; the ${oldState(change)} has "${gone.string}"` : 'added'}. ${fixed}`,
      };
    } else if (gone) {
      yield {
        ...pointAt(is, wasIn(change, gone)),
        message: `DNS server "${gone.string}" of ${describe(change.after)} is removed. ${fixed}`,
      };
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    const options = ['--dns-servers', '--dns-server', '--no-dns-servers', '--no-dns-server'];
    for (const { at, written, network } of changedByUpdate(command, options, /\bdnsServers\b/i)) {
      yield { at, message: `"${written}" changes the DNS servers of ${network}. ${fixed}` };
    }
  },
});
