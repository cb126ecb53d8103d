import { defineRule } from '../engine/rule.ts';
import { instanceOf } from '../model/arc-machine.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import type { Field } from '../model/field.ts';
import { added, replaced, suggestion } from '../model/fix.ts';
import { guestManagementOf } from '../model/guest-management.ts';
import { machineType } from '../model/type-names.ts';

/** The identity of the Arc machine of a VM with guest management: if it has none of its own, say so. */
export default defineRule({
  id: 'AZL3011',
  name: 'machine-without-identity',
  title: 'Arc machine of a VM has no system-assigned identity',
  severity: 'error',
  limitation: documented(
    'troubleshoot-arc-enabled-vms',
    'Failure when trying to enable guest management',
    'Guest management needs a system-assigned identity on the Arc machine of the VM.',
  ),
  also: [
    documented(
      'troubleshoot-arc-enabled-vms',
      'Failure to deploy an Azure Local VM',
      'The system-assigned identity of a VM stands on its Arc machine, not on the instance.',
    ),
  ],
  remedy: 'Give the Microsoft.HybridCompute/machines resource the identity type SystemAssigned.',
  fix: 'suggestion',
  types: [machineType],

  *resource(machine, { estate }) {
    const type = machine.body.get('identity.type');
    if (type.state === 'unknown' || /systemassigned/i.test(type.string ?? '')) return;
    const instance = instanceOf(machine, estate);
    // An instance that has the identity of its machine has one to move here, which is said there.
    if (!instance || /systemassigned/i.test(instance.body.get('identity.type').string ?? '')) return;
    const { state } = guestManagementOf(instance, estate);
    if (state !== 'on' && state !== 'default') return;
    const has = isBlank(type) ? 'has no identity' : `has the identity type "${type.value}"`;
    yield {
      fix: suggestion('Give the machine a system-assigned identity.', withIdentity(machine.body)),
      ...pointAt(type, { at: instance.at, message: 'the instance of this machine' }),
      message: `the Arc machine of ${describe(machine)} ${has}; guest management needs a system-assigned one. Set identity.type to "SystemAssigned".`,
    };
  },
});

/** What else it has as identity is for a person to join. */
const withIdentity = (body: Field) =>
  isBlank(body.get('identity'))
    ? added(body, 'identity', { type: 'SystemAssigned' })
    : /^(none)?$/i.test(body.get('identity.type').string ?? '')
      ? (added(body.get('identity'), 'type', 'SystemAssigned') ?? replaced(body.get('identity.type'), 'SystemAssigned'))
      : undefined;
