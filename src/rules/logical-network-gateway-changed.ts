import { defineRule } from '../engine/rule.ts';
import { isReadBack, oldState } from '../model/change.ts';
import { changedByUpdate } from '../model/command.ts';
import { differenceOf, pointAt, wasIn } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { listed, since } from '../model/documentation.ts';
import { changedSubnets, defaultGateways, logicalNetworkType } from '../model/logical-network.ts';
import { isAtLeast } from '../model/release.ts';

const fixed = "can't change once the network exists. Keep it, or create a new logical network";
const options = ['--gateway', '--no-gateway', '--routes'];

/** The next hop of a subnet's default route: if it differs from the base, say so. */
export default defineRule({
  id: 'AZL1101',
  name: 'logical-network-gateway-changed',
  title: 'Default gateway of an existing logical network is changed',
  severity: 'error',
  preset: 'seed',
  limitation: listed(
    "The default gateway of a logical network is set when the network is created and can't be changed afterwards.",
    since(
      '1.4',
      "the platform adds a default route to existing networks, so one that the base lacks is no change (what's new, 2026-08-20).",
    ),
  ),
  remedy: 'Keep the gateway that the network has, or create a new logical network with the other gateway.',
  types: [logicalNetworkType],

  *change(change, { release }) {
    const isLive = isReadBack(change);
    for (const subnet of changedSubnets(change)) {
      const [before, after] = [defaultGateways(subnet.before), defaultGateways(subnet.after)];
      // The platform adds default routes by itself: one that only the live state has, or that a base lacked, says nothing.
      if (before.length === 0 && (isLive || isAtLeast(release, '1.4'))) continue;
      if (after.length === 0 && isLive) continue;
      const { added, removed } = differenceOf(before, after);
      const [is, was] = [added[0]?.field, removed[0]?.field];
      const of = describe(change.after);
      if (is) {
        const other = was ?? before[0]?.field;
        const from = other
          ? was
            ? `; the ${oldState(change)} has "${was.string}"`
            : ''
          : `; the ${oldState(change)} has none`;
        const none = { at: subnet.before.at, message: `${oldState(change)}: had no default gateway` };
        yield {
          ...pointAt(is, other ? wasIn(change, other) : none),
          message: `default gateway "${is.string}" of ${of} is changed${from}. A default gateway ${fixed}.`,
        };
      } else if (was) {
        yield {
          ...pointAt(subnet.after.get('routeTable.properties.routes'), wasIn(change, was)),
          message: `default gateway "${was.string}" of ${of} is removed. A default gateway ${fixed}.`,
        };
      }
    }
  },

  *operation(command) {
    if (command.kind !== 'command') return;
    for (const { at, written, network } of changedByUpdate(command, options, /\b(routeTable|routes|nextHop)/i)) {
      yield { at, message: `"${written}" changes the default gateway of ${network}. A default gateway ${fixed}.` };
    }
  },
});
