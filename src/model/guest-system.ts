import { isBlank } from './compare.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { follow } from './references.ts';
import type { Resource } from './resource.ts';

/** The operating system in a VM. */
export type GuestSystem = 'windows' | 'linux';

/** The operating system in a VM, from what tells it first: its disk, its image, its configuration. Undefined when none does. */
export function guestSystem(machine: Resource, estate: Estate): GuestSystem | undefined {
  const properties = machine.body.get('properties');
  const disk = properties.get('storageProfile.osDisk.osType');
  if (!isBlank(disk)) return named(disk);
  const image = follow(properties.get('storageProfile.imageReference.id'), machine, estate).resource;
  const imageType = image?.body.get('properties.osType');
  if (imageType && !isBlank(imageType)) return named(imageType);
  // Commands and compact specs have settings of the agent among those of Windows when nothing tells the system, and
  // what is read back has both.
  if (machine.isFormChecked || machine.origin === 'live') return undefined;
  const [windows, linux] = ['windows', 'linux'].map((name) => properties.get(`osProfile.${name}Configuration`));
  if (windows?.isMissing && linux?.isObject) return 'linux';
  return linux?.isMissing && windows?.isObject ? 'windows' : undefined;
}

function named({ string }: Field): GuestSystem | undefined {
  const system = string?.toLowerCase();
  return system === 'windows' || system === 'linux' ? system : undefined;
}
