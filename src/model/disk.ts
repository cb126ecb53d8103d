import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { argument, type Command, commandsBefore } from './operation.ts';
import { follow, referenceId, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** A disk of a VM. */
export const diskType = 'Microsoft.AzureStackHCI/virtualHardDisks';

/** A snapshot of a data disk. */
export const snapshotType = 'Microsoft.AzureStackHCI/snapshots';

/** What a disk or snapshot is a copy of. */
export const sourceOf = ({ body }: Resource): Field => body.get('properties.creationData.sourceResourceId');

/** Whether a disk is restored from a snapshot. */
export const isRestored = (disk: Resource): boolean => referenceId(sourceOf(disk))?.type === snapshotType.toLowerCase();

/** The size of a disk in GB. */
export const sizeInGB = ({ body }: Resource): Field => body.get('properties.diskSizeGB');

/** The size in GB that `az stack-hci-vm disk update` gives to a disk; undefined for everything else. */
export function newSize(command: Command): Field | undefined {
  if (command.verb !== 'stack-hci-vm disk update') return undefined;
  const size = argument(command, '--size-gb');
  return size.state === 'absent' ? undefined : size;
}

/**
 * The size in GB of the disk that a command is about, when the command is reached: what the commands before it gave it, the
 * nearest first, else what is deployed. Undefined when that can't be told.
 */
export function sizeBefore(command: Command, estate: Estate): Field | undefined {
  const wanted = lastSegment(diskOf(command));
  if (wanted === undefined) return undefined;
  const group = groupOf(command);
  for (const earlier of commandsBefore(command)) {
    if (!/^stack-hci-vm disk (create|update|delete)$/.test(earlier.verb)) continue;
    const name = lastSegment(diskOf(earlier));
    const isOther = name !== undefined && name !== wanted;
    if (isOther) continue;
    const size = argument(earlier, '--size-gb');
    const isSame = name === wanted && group.canonical() === groupOf(earlier).canonical();
    if (!isSame || earlier.verb.endsWith('delete')) return undefined;
    if (size.state !== 'absent') return size;
  }
  const told = group.string?.toLowerCase();
  const found = estate.before.filter(
    ({ type, name, resourceGroup }) =>
      type === diskType &&
      name.string?.toLowerCase() === wanted &&
      (told === undefined || resourceGroup.string === undefined || resourceGroup.string.toLowerCase() === told),
  );
  const sizes = new Set(found.map((disk) => sizeInGB(disk).number));
  const [first] = found;
  return first && sizes.size === 1 ? sizeInGB(first) : undefined;
}

const diskOf = (command: Command): Field => argument(command, '--name', '--ids');

const groupOf = (command: Command): Field => argument(command, '--resource-group');

/** The name in a name or ARM id, lower case. */
export const lastSegment = ({ string }: Field): string | undefined => string?.split('/').at(-1)?.toLowerCase();

/** The VM that boots from what an id names, with its own id of it; undefined when none is known to. */
export function osDiskUse(id: Field, from: Resource, estate: Estate): Field | undefined {
  const { resource: disk } = follow(id, from, estate);
  return resourcesOf(estate, virtualMachineType)
    .filter((machine) => standTogether(machine, from))
    .map((machine) => [machine, machine.body.get('properties.storageProfile.osDisk.id')] as const)
    .find(([machine, osDisk]) => {
      const { state, resource } = follow(osDisk, machine, estate);
      if (state === 'found') return resource === disk;
      return disk === undefined && osDisk.string !== undefined && sameText(osDisk, id);
    })?.[1];
}

const sameText = (one: Field, other: Field): boolean =>
  one.string?.toLowerCase().replace(/(?<!\/)\/+$/, '') === other.string?.toLowerCase().replace(/(?<!\/)\/+$/, '');

/** How large a restored disk has to be, in GB, and where that is told. */
export interface SnapshotSize {
  readonly at: Field;
  readonly gigabytes: number;
  /** Whether the platform reports it; otherwise it is the size of the disk now, which may have grown since. */
  readonly isReported: boolean;
}

/** The size of the snapshot that a disk is restored from; undefined when it is not known. */
export function snapshotSize(disk: Resource, estate: Estate): SnapshotSize | undefined {
  const source = sourceOf(disk);
  const { resource: snapshot } = follow(source, disk, estate);
  if (!snapshot) return undefined;
  const states = [snapshot, ...estate.live.filter(({ id }) => id !== undefined && id === snapshot.id)];
  const bytes = states.map(({ body }) => body.get('properties.diskSizeBytes')).find(({ number }) => number);
  // The documentation rounds bytes up to what the rest of the world calls GiB.
  if (bytes?.number) return { at: bytes, gigabytes: Math.ceil(bytes.number / 2 ** 30), isReported: true };
  const { resource: origin } = follow(sourceOf(snapshot), snapshot, estate);
  const size = origin?.type === diskType ? sizeInGB(origin) : undefined;
  return size?.number === undefined ? undefined : { at: size, gigabytes: size.number, isReported: false };
}
