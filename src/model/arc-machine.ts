import type { Estate } from './estate.ts';
import { Field } from './field.ts';
import { groupBy, perEstate } from './per-estate.ts';
import { follow, type Reference, referenceId, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';
import { machineType } from './type-names.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** What is installed in a VM by way of its Arc agent. */
export const extensionType = 'Microsoft.HybridCompute/machines/extensions';

/** The machine that an instance extends. */
export const arcMachineOf = (instance: Resource, estate: Estate): Reference => follow(instance.scope, instance, estate);

/** The instance that makes a VM of a machine, or of the machine of an extension; undefined when none is known for certain. */
export function instanceOf(resource: Resource, estate: Estate): Resource | undefined {
  const name = machineName(resource);
  const fits = name === undefined ? [] : (instancesByMachine(estate).get(name) ?? []);
  const near = fits.filter((instance) => standTogether(instance, resource) && isSameGroup(instance, resource));
  const own = near.filter(({ deployment }) => deployment === resource.deployment);
  const [first, ...others] = own.length > 0 ? own : near;
  return others.length === 0 ? first : undefined;
}

/** The name of the machine that a machine is or an extension belongs to, as ids have it. */
function machineName({ name }: Resource): string | undefined {
  const parts: (string | Field)[] = [];
  for (const part of name.parts ?? [name]) {
    const slash = typeof part === 'string' ? part.indexOf('/') : -1;
    parts.push(typeof part === 'string' && slash >= 0 ? part.slice(0, slash) : part);
    if (slash >= 0) break;
  }
  return referenceId(Field.text([`${machineType}/`, ...parts], name.at))?.name;
}

function isSameGroup(one: Resource, other: Resource): boolean {
  const [a, b] = [one, other].map(({ resourceGroup }) => resourceGroup.string?.toLowerCase());
  return a === b || a === undefined || b === undefined;
}

const instancesByMachine = perEstate((estate: Estate) =>
  groupBy(resourcesOf(estate, virtualMachineType), ({ scope }) => {
    const id = referenceId(scope);
    return id?.type === machineType.toLowerCase() ? id.name : undefined;
  }),
);

/** Whether an extension joins a VM to a domain. Source: the template of the page on creating VMs (2026-02-17). */
export const isDomainJoin = ({ body }: Resource): boolean =>
  /^jsonaddomainextension$/i.test(body.get('properties.type').string ?? '');
