import type { Fix } from '../engine/rule.ts';
import { defineRule } from '../engine/rule.ts';
import { arcMachineOf } from '../model/arc-machine.ts';
import { pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { added, removed, safeFix } from '../model/fix.ts';
import type { Resource } from '../model/resource.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/** The identity of a VM instance: if it has one, say where it belongs. */
export default defineRule({
  id: 'AZL3010',
  name: 'identity-on-instance',
  title: 'Identity is on the VM instance instead of its Arc machine',
  severity: 'error',
  limitation: documented(
    'troubleshoot-arc-enabled-vms',
    'Failure to deploy an Azure Local VM',
    'The system-assigned identity of a VM stands on its Arc machine, not on the instance; otherwise the deployment fails with a conflict.',
  ),
  remedy: 'Move the identity to the Microsoft.HybridCompute/machines resource of the VM.',
  fix: 'safe',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    const type = machine.body.get('identity.type');
    if (type.string === undefined || /^(none)?$/i.test(type.string)) return;
    yield {
      ...pointAt(type),
      fix: moved(machine, arcMachineOf(machine, estate).resource),
      message: `identity "${type.string}" stands on the instance of ${describe(machine)}, where it makes the deployment fail. Move it to the Microsoft.HybridCompute/machines resource.`,
    };
  },
});

/** A machine that has the identity keeps it. What somebody would have to join, and user-assigned identities, are left to people. */
function moved({ body }: Resource, machine: Resource | undefined): Fix | undefined {
  const isSimple = body.get('identity').size === 1 && /^systemassigned$/i.test(body.get('identity.type').string ?? '');
  if (machine?.origin !== 'declared' || !isSimple) return undefined;
  const leftOut = removed(body, 'identity');
  const there = machine.body.get('identity');
  if (/systemassigned/i.test(there.get('type').string ?? ''))
    return safeFix('Leave the identity of the instance out.', leftOut);
  if (there.state !== 'absent') return undefined;
  const given = added(machine.body, 'identity', { type: 'SystemAssigned' });
  return safeFix('Move the identity to the Arc machine.', leftOut, given);
}
