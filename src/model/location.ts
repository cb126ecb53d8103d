import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { perEstate } from './per-estate.ts';
import { follow, referenceId, resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** The region of a resource in one spelling: `East US` is `eastus`. Undefined when it is not known. */
export const regionOf = ({ body }: Resource): string | undefined =>
  body.get('location').string?.replaceAll(' ', '').toLowerCase() || undefined;

/** Where a resource says which custom location it is deployed to. */
export const customLocationOf = ({ body }: Resource): Field => body.get('extendedLocation.name');

/** The id of the custom location of a resource in one spelling, when all of it is known. */
export function customLocationId(resource: Resource): string | undefined {
  const id = referenceId(customLocationOf(resource));
  if (id?.type !== 'microsoft.extendedlocation/customlocations' || id.name.includes('[')) return undefined;
  if (!id.subscription || !id.resourceGroup || `${id.subscription}${id.resourceGroup}`.includes('[')) return undefined;
  return `/subscriptions/${id.subscription}/resourcegroups/${id.resourceGroup}/providers/${id.type}/${id.name}`;
}

/**
 * For each custom location, a resource in the region that most of its resources are in, the first of them. A machine
 * has the custom location of the VM instance that extends it.
 */
export function regionWitness(resource: Resource, estate: Estate): Resource | undefined {
  const own = customLocationId(resource) ?? machineLocations(estate).get(resource);
  return own === undefined ? undefined : witnesses(estate).get(own);
}

const witnesses = perEstate((estate: Estate): ReadonlyMap<string, Resource> => {
  const regions = new Map<string, Map<string, Resource[]>>();
  for (const resource of estate.resources) {
    const location = customLocationId(resource) ?? machineLocations(estate).get(resource);
    const region = regionOf(resource);
    if (location === undefined || region === undefined || resource.origin !== 'declared') continue;
    const byRegion = regions.get(location) ?? new Map<string, Resource[]>();
    const same = byRegion.get(region) ?? [];
    same.push(resource);
    regions.set(location, byRegion.set(region, same));
  }
  return new Map(
    [...regions].flatMap(([location, byRegion]) => {
      const [most] = [...byRegion.values()].sort((a, b) => b.length - a.length);
      return most?.[0] ? [[location, most[0]] as const] : [];
    }),
  );
});

/** The custom locations of machines: those of the VM instances that extend them. */
const machineLocations = perEstate(
  (estate: Estate): ReadonlyMap<Resource, string> =>
    new Map(
      resourcesOf(estate, virtualMachineType).flatMap((instance) => {
        const { resource: machine } = follow(instance.scope, instance, estate);
        const location = customLocationId(instance);
        return machine && location !== undefined ? [[machine, location] as const] : [];
      }),
    ),
);
