import { defineRule } from '../engine/rule.ts';
import { machineInWords, optionOf } from '../model/command.ts';
import { isBlank, pointAt } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { virtualMachineType } from '../model/virtual-machine.ts';

const advice = 'the documentation asks for its ARM id since February 2026. Write the id of the image';

/** The image of a VM: if it is a name and not an id, say so. Names worked before, and do with the hyperconverged kind. */
export default defineRule({
  id: 'AZL3022',
  name: 'image-by-name',
  title: 'Image of a VM is given by its name',
  severity: 'warning',
  preset: 'strict',
  limitation: documented(
    'create-arc-virtual-machines',
    'Create a Windows VM',
    'The image of a VM is given by its ARM id.',
  ),
  remedy: 'Write the ARM id of the image: /subscriptions/…/providers/Microsoft.AzureStackHCI/galleryImages/….',
  types: [virtualMachineType],

  *resource(machine) {
    // The command line and compact specs make an id of a name.
    if (machine.isFormChecked) return;
    const id = machine.body.get('properties.storageProfile.imageReference.id');
    if (isBlank(id) || id.string === undefined || id.string.includes('/')) return;
    yield { ...pointAt(id), message: `image "${id.string}" of ${describe(machine)} is a name; ${advice}.` };
  },

  *operation(command) {
    const [image] = optionOf(command, 'stack-hci-vm create', '--image')?.values ?? [];
    if (command.kind !== 'command' || !image || isBlank(image)) return;
    if (image.string === undefined || image.string.includes('/')) return;
    yield { ...pointAt(image), message: `image "${image.string}" of ${machineInWords(command)} is a name; ${advice}.` };
  },
});
