import { defineRule } from '../engine/rule.ts';
import { extensionType, instanceOf, isDomainJoin } from '../model/arc-machine.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { guestSystem } from '../model/guest-system.ts';

/** The extension that joins a domain: if its VM is known to be Linux, say so. */
export default defineRule({
  id: 'AZL3024',
  name: 'domain-join-on-linux',
  title: 'Domain-join extension is for a Linux VM',
  severity: 'error',
  limitation: documented(
    'virtual-machine-manage-extension',
    'Verify that guest management is enabled',
    'Extensions that join a VM to a domain are for Windows only.',
  ),
  remedy: 'Leave the extension out, and join the domain from within the VM.',
  types: [extensionType],

  *resource(extension, { estate }) {
    if (!isDomainJoin(extension)) return;
    const machine = instanceOf(extension, estate);
    if (!machine || guestSystem(machine, estate) !== 'linux') return;
    const type = extension.body.get('properties.type');
    yield {
      ...pointAt(type, { at: machine.at, message: 'the VM, which is Linux' }),
      message: `extension "${type.string}" joins ${describe(machine)} to a domain, but that is Linux and the extension is for Windows only. Leave it out.`,
    };
  },
});
