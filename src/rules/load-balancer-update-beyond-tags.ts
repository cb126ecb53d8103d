import { defineRule } from '../engine/rule.ts';
import { beyondTags } from '../model/command.ts';
import { documented } from '../model/documentation.ts';

export default defineRule({
  id: 'AZL7423',
  name: 'load-balancer-update-beyond-tags',
  title: 'Script updates more of a load balancer than its tags',
  severity: 'error',
  limitation: documented(
    'create-load-balancer-logical-network',
    'Create load balancers on logical networks using Azure CLI',
    'The update command of load balancers changes tags; pools, rules and probes are added by running the create command again with all other values as they were.',
  ),
  remedy:
    'Use the command of what changes, such as "az stack-hci-vm network lb probe update", or run "az stack-hci-vm network lb create" again with all values.',

  *operation(command) {
    if (command.kind !== 'command' || command.verb !== 'stack-hci-vm network lb update') return;
    for (const { at, written } of beyondTags(command)) {
      yield {
        at,
        message: `"${written}" is given to "${command.subject}", which can change tags only. Use the command of what changes, such as "az stack-hci-vm network lb probe update", or run "lb create" again with all values.`,
      };
    }
  },
});
