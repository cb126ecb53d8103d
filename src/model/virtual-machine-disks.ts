import { lastName } from './describe.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { groupBy, perEstate } from './per-estate.ts';
import { find, type ReferenceId, referenceId, resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** A disk that a VM has. */
export interface DiskUse {
  readonly machine: Resource;
  /** Its id, where it is written. */
  readonly field: Field;
  readonly id: ReferenceId;
  /** One text for the disk. */
  readonly key: string;
  readonly name: string;
  /** Whether it holds the operating system. */
  readonly isSystem: boolean;
}

/** The disks of a VM whose ids are known, each once. */
export function disksOf(machine: Resource, estate: Estate): readonly DiskUse[] {
  const storage = machine.body.get('properties.storageProfile');
  const fields = [
    { field: storage.get('osDisk.id'), isSystem: true },
    ...storage.all('dataDisks[].id').map((field) => ({ field, isSystem: false })),
  ];
  const found = new Map<string, DiskUse>();
  for (const { field, isSystem } of fields) {
    const id = field.isMissing ? undefined : referenceId(field);
    // A name that only the deployment knows may be another one for each VM.
    if (!id || id.name.includes('[')) continue;
    const { resource } = find(id, machine, estate);
    const key = resource?.id ?? [id.subscription, id.resourceGroup, id.name].join('/');
    if (!found.has(key)) found.set(key, { machine, field, id, key, name: lastName(field.string ?? id.name), isSystem });
  }
  return [...found.values()];
}

const usesByDisk = perEstate((estate: Estate) =>
  groupBy(
    resourcesOf(estate, virtualMachineType).flatMap((machine) => disksOf(machine, estate)),
    ({ key }) => key,
  ),
);

/** All VMs that have a disk, in the order in which they are read. */
export const diskUses = (estate: Estate, { key }: DiskUse): readonly DiskUse[] => usesByDisk(estate).get(key) ?? [];

/** Whether a disk may be made for several VMs: it says so, or what it says is not known here. */
export function isShareable({ id }: DiskUse, machine: Resource, estate: Estate): boolean {
  const disk = find(id, machine, estate).resource;
  const shares = disk?.body.get('properties.maxShares');
  return shares === undefined || shares.state === 'unknown' || (shares.number ?? 1) > 1;
}
