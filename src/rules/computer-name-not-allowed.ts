import { defineRule } from '../engine/rule.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { type GuestSystem, guestSystem } from '../model/guest-system.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

/**
 * What a host name can't be. Source: the naming rules of Azure for Microsoft.Compute/virtualMachines, to which the page
 * refers.
 */
const limits = {
  windows: { inWords: 'Windows', longest: 15, wrongEnd: /-$/, wrong: /[\s~!@#$%^&*()=+_[\]{}\\|;:.'",<>/?]/ },
  linux: { inWords: 'Linux', longest: 64, wrongEnd: /[-.]$/, wrong: /[\s~!@#$%^&*()=+_[\]{}\\|;:'",<>/?]/ },
} as const satisfies Record<GuestSystem, object>;

/** The computer name of a VM whose system is known: its length, its characters, its end. */
export default defineRule({
  id: 'AZL3016',
  name: 'computer-name-not-allowed',
  title: 'Computer name of a VM is not allowed by its operating system',
  severity: 'warning',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'Names follow the rules of Azure, by which a computer name has at most 15 characters with Windows and 64 with Linux, none of them a blank or a special character.',
  ),
  remedy: 'Choose a shorter computer name of letters, digits and hyphens.',
  types: [virtualMachineType],

  *resource(machine, { estate }) {
    const name = machine.body.get('properties.osProfile.computerName');
    const system = guestSystem(machine, estate);
    if (isBlank(name) || name.string === undefined || system === undefined) return;
    const { inWords, longest, wrong, wrongEnd } = limits[system];
    const [character] = wrong.exec(name.string) ?? [];
    const is =
      name.string.length > longest
        ? `has ${name.string.length} characters; ${inWords} allows ${longest} at most`
        : character !== undefined
          ? `has "${character}" in it, which ${inWords} doesn't allow`
          : wrongEnd.test(name.string)
            ? `ends in "${name.string.at(-1)}", which ${inWords} doesn't allow`
            : undefined;
    if (is === undefined) return;
    yield {
      ...pointAt(name),
      message: `computer name "${name.string}" of ${describe(machine)} ${is}. Choose a name of letters, digits and hyphens with at most ${longest} characters.`,
    };
  },
});
