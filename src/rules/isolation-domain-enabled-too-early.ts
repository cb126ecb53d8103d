import { defineRule } from '../engine/rule.ts';
import { documented } from '../model/documentation.ts';
import { domainInWords, hasInternalNetworkElsewhere, isSameDomain, stateSetBy } from '../model/fabric-command.ts';
import { perhaps } from '../model/isolation-domain.ts';
import { type Command, commandsBefore } from '../model/operation.ts';

/**
 * Says so of a domain that the same script creates: one that was there before may have internal networks already. A script
 * may also have them made by a template or another script between the two, unless it makes the first one afterwards.
 */
export default defineRule({
  id: 'AZL7506',
  name: 'isolation-domain-enabled-too-early',
  title: 'Isolation domain is enabled before it has an internal network',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Update administrative state of an L3 isolation domain',
    "The administrative state of an isolation domain can't be changed before it has an internal network.",
  ),
  remedy: 'Create at least one internal network in the isolation domain before it is enabled.',

  *operation(command, { estate }) {
    if (command.kind !== 'command' || stateSetBy(command) !== 'enable') return;
    const createsNetwork = (other: Command) =>
      other.verb === 'networkfabric internalnetwork create' ? isSameDomain(other, command) : false;
    const before = commandsBefore(command);
    const created = before.findIndex(
      (one) => one.verb === 'networkfabric l3domain create' && isSameDomain(one, command) === true,
    );
    const between = before.slice(0, Math.max(0, created));
    if (created < 0 || between.some((one) => createsNetwork(one) !== false || mayDeploy.test(one.verb))) return;
    if (hasInternalNetworkElsewhere(command, estate)) return;
    const later = command.sequence.slice(command.sequence.indexOf(command) + 1);
    const network = later.find((one) => createsNetwork(one) === true);
    const is = network
      ? 'its first internal network is only created afterwards'
      : 'nothing here creates an internal network in it';
    yield {
      at: command.at,
      message: `"${command.subject}" enables ${domainInWords(command)}, and ${is}. There must be at least one. Create an internal network first.`,
      related: network ? [{ at: network.at, message: 'the first internal network' }] : [],
      ...(network ? {} : perhaps),
    };
  },
});

/** Commands that may create anything. */
const mayDeploy = /^(deployment|stack|rest|resource create)\b/;
