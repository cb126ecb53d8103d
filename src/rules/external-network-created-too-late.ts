import { defineRule } from '../engine/rule.ts';
import { documented } from '../model/documentation.ts';
import { domainInWords, isSameDomain, stateSetBy } from '../model/fabric-command.ts';
import { argument, commandsBefore } from '../model/operation.ts';

/** A domain that is disabled for the change, and enabled again afterwards, is what the documentation wants. */
export default defineRule({
  id: 'AZL7508',
  name: 'external-network-created-too-late',
  title: 'External network with option A is created in an enabled isolation domain',
  severity: 'error',
  limitation: documented(
    'configure-layer-3-isolation-domain',
    'Review external network parameters',
    'An external network with peering option A is created before its isolation domain is enabled.',
  ),
  remedy: 'Create the external network before the isolation domain is enabled.',

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'networkfabric externalnetwork create') return;
    if (argument(command, '--peering-option').string?.toLowerCase() !== 'optiona') return;
    for (const earlier of commandsBefore(command)) {
      const state = stateSetBy(earlier);
      const isSame = state === undefined ? false : isSameDomain(earlier, command);
      if (state === 'disable' && isSame !== false) return;
      if (state !== 'enable' || isSame !== true) continue;
      yield {
        at: command.at,
        related: [{ at: earlier.at, message: 'enabled here' }],
        message: `"${command.subject}" creates an external network with option A in ${domainInWords(command)}, which is enabled before. It must be created before that. Move it up.`,
      };
      return;
    }
  },
});
