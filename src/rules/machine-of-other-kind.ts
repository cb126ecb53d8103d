import { defineRule } from '../engine/rule.ts';
import { instanceOf } from '../model/arc-machine.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { added, replaced, safeFix, suggestion } from '../model/fix.ts';
import { machineType } from '../model/type-names.ts';

/** The Arc machine that a VM instance extends: if it is not of the kind HCI, say so. */
export default defineRule({
  id: 'AZL3013',
  name: 'machine-of-other-kind',
  title: 'Arc machine of a VM is not of the kind HCI',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create Azure Local VMs',
    'In the template of the page, which deployments are to match, the machine that a VM instance extends has the kind HCI.',
  ),
  also: [
    documented(
      'troubleshoot-arc-enabled-vms',
      'Failure to deploy an Azure Local VM',
      'A template that deploys a VM matches the sample template of the documentation.',
    ),
  ],
  remedy: 'Set kind to HCI.',
  fix: 'safe',
  types: [machineType],

  *resource(machine, { estate }) {
    const kind = machine.body.get('kind');
    if (kind.state === 'unknown' || /^hci$/i.test(kind.string ?? '')) return;
    const instance = instanceOf(machine, estate);
    if (!instance) return; // a server somewhere else has another kind, or none
    const has = isBlank(kind) ? 'has no kind' : `is of the kind "${kind.value}"`;
    yield {
      fix: isBlank(kind)
        ? safeFix(toHci, added(machine.body, 'kind', 'HCI'))
        : suggestion(toHci, replaced(kind, 'HCI')),
      ...pointAt(kind, { at: instance.at, message: 'the instance of this machine' }),
      message: `the Arc machine of ${describe(machine)} ${has}; that of an Azure Local VM is of the kind "HCI". Set kind to "HCI".`,
    };
  },
});

const toHci = 'Set "kind" to "HCI".';
