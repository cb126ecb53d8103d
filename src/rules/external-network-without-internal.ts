import { defineRule } from '../engine/rule.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { isEnabledByCommand } from '../model/fabric-command.ts';
import { childrenOf, findParent } from '../model/family.ts';
import { externalNetworkType, internalNetworkType, perhaps } from '../model/isolation-domain.ts';
import { nameOf } from '../model/references.ts';
import { sentence } from '../model/sentence.ts';

/** Speaks only when the isolation domain itself is declared here: of any other, the networks may be anywhere. */
export default defineRule({
  id: 'AZL7507',
  name: 'external-network-without-internal',
  title: 'Isolation domain has an external network and no internal one',
  severity: 'warning',
  // What is missing may stand in a file that is not in the run.
  preset: 'strict',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review external network parameters',
    'An external network depends on an internal network of its isolation domain, without which it is not enabled.',
  ),
  remedy: 'Declare an internal network in the isolation domain, too.',
  types: [externalNetworkType],

  *resource(network, { estate }) {
    const { resource: domain } = findParent(network, estate);
    if (domain?.origin !== 'declared') return;
    const internal = childrenOf(domain, internalNetworkType, estate);
    if (internal.known.length > 0 || !internal.isComplete) return;
    const wasThere = estate.before.some(
      ({ type, name }) => type === internalNetworkType && nameOf(name).startsWith(`${nameOf(domain.name)}/`),
    );
    // The command that enables it is reported instead.
    if (wasThere || isEnabledByCommand(domain.name, estate)) return;
    yield {
      at: network.at,
      related: [{ at: domain.at, message: `${describe(domain)} is declared here` }],
      message: `${sentence(describe(network))} is in ${describe(domain)}, for which nothing here has an internal network. An external network can't be enabled without an internal one. Declare an internal network, too.`,
      ...perhaps,
    };
  },
});
