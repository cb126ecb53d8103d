import type { Change } from './change.ts';
import { isBlank } from './compare.ts';
import type { Field } from './field.ts';
import type { Operation } from './operation.ts';
import type { Resource } from './resource.ts';

/** The list of the GPUs of a VM. */
export const gpuList = ({ body }: Resource): Field => body.get('properties.hardwareProfile.virtualMachineGPUs');

/** The GPUs of a VM that are written out: an unknown list may have none. */
export const gpusOf = (machine: Resource): readonly Field[] =>
  gpuList(machine)
    .items()
    .filter(({ isObject }) => isObject);

/** A GPU as a command has it: `GpuDDA,0`, which is how it is assigned, the size of its partition, and what else is written. */
export interface GpuWord {
  readonly field: Field;
  readonly assignmentType: string;
  readonly others: readonly string[];
}

/** The GPUs that a command which is no declaration attaches, as far as they are known. */
export function gpuWords(operation: Operation): readonly GpuWord[] {
  if (operation.kind !== 'command' || !operation.verb.startsWith('stack-hci-vm ')) return [];
  const values = operation.options.get('--gpus')?.values ?? [];
  return values.flatMap((field): GpuWord[] => {
    const [assignmentType = '', ...others] = (field.string ?? '').split(',').map((part) => part.trim());
    // PowerShell takes what has no quotes for two words.
    return /^[a-z]/i.test(assignmentType) ? [{ field, assignmentType, others }] : [];
  });
}

/** How a change of a VM changes its GPUs: undefined when it doesn't, or can't be told. */
export function gpuChange({ before, after }: Change): { readonly was: Field; readonly is: Field } | undefined {
  const [was, is] = [gpuList(before), gpuList(after)];
  if (before.origin === 'live' && isBlank(was)) return undefined; // not told
  if (after.origin === 'live' && isBlank(is)) return undefined;
  const [old, now] = [was, is].map(countsByKind);
  return old === undefined || now === undefined || old === now ? undefined : { was, is };
}

/** The GPUs of a list in one text: how they are assigned, in any order. A name or size that the platform fills in is left out. */
function countsByKind(list: Field): string | undefined {
  if (list.isMissing) return '';
  if (!list.isList) return undefined;
  const kinds = list.items().map((gpu) => gpu.get('assignmentType').string?.toLowerCase());
  return kinds.includes(undefined) ? undefined : kinds.sort().join();
}
