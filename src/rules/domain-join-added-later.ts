import { defineRule } from '../engine/rule.ts';
import { extensionType, instanceOf, isDomainJoin } from '../model/arc-machine.ts';
import { oldState } from '../model/change.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestSystem } from '../model/guest-system.ts';
import { changeOf, isInBase } from '../model/in-base.ts';

/**
 * The extension that joins a domain: if the base has the VM without it, say that it comes late. The page knows the portal
 * only; the template of another page deploys the extension with the VM, so that is no matter of this rule.
 */
export default defineRule({
  id: 'AZL3025',
  name: 'domain-join-added-later',
  title: 'Domain-join extension is added to an existing VM',
  severity: 'warning',
  limitation: documented(
    'virtual-machine-manage-extension',
    'Verify that guest management is enabled',
    'Extensions that join a VM to a domain are installed when the VM is created, and not later.',
  ),
  remedy: 'Join the domain from within the VM, or create a new VM with the extension.',
  types: [extensionType],

  *resource(extension, { estate }) {
    if (!isDomainJoin(extension)) return;
    if (isInBase(extension, estate)) return;
    const machine = instanceOf(extension, estate);
    const change = machine && changeOf(machine, estate);
    // A VM is read back without its extensions.
    if (!change || change.before.origin === 'live') return;
    if (guestSystem(machine, estate) === 'linux') return; // that can't have it at all
    const type = extension.body.get('properties.type');
    yield {
      ...pointAt(type, { at: change.before.at, message: `${oldState(change)}: the VM without the extension` }),
      message: `extension "${type.string}" is added to ${describe(machine)}, which exists in the ${oldState(change)} without it. A domain can be joined by extension only when the VM is created. Join it from within the VM.`,
    };
  },
});
