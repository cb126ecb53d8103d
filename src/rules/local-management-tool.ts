import { defineRule } from '../engine/rule.ts';
import { hyperVTarget } from '../model/command.ts';
import { documented } from '../model/documentation.ts';

/** A cmdlet of Hyper-V or of failover clusters that is about an Azure Local VM: say that there is nothing for it to work on. */
export default defineRule({
  id: 'AZL3029',
  name: 'local-management-tool',
  title: 'VM is managed with tools of Hyper-V or failover clusters',
  severity: 'error',
  limitation: documented(
    'virtual-machine-operations',
    'Overview',
    'VMs are managed through Azure alone; local tools such as those of Hyper-V and of failover clusters are not supported.',
  ),
  remedy: 'Use the Azure CLI (`az stack-hci-vm`) or the portal.',

  *operation(command, { estate }) {
    const target = command.kind === 'command' ? hyperVTarget(command, estate) : undefined;
    if (command.kind !== 'command' || target === undefined) return;
    yield {
      at: command.at,
      message: `"${command.subject}" manages virtual machine "${target}" with a local tool; VMs of multi-rack deployments are managed through Azure alone. Use az stack-hci-vm, or the portal.`,
    };
  },
});
