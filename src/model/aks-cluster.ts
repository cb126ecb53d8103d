import { canonicalId } from './compare.ts';
import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { follow, resourcesOf, standTogether } from './references.ts';
import type { Resource } from './resource.ts';
import { networkInterfaceType } from './type-names.ts';

/** A network interface with the id of its network, where it is written. */
export interface Placed {
  readonly from: Resource;
  readonly field: Field;
}

/** The network interface that is on the logical network of a cluster, too, by the id that the cluster has of it. */
export function interfaceOn(field: Field, cluster: Resource, estate: Estate): Placed | undefined {
  const network = networkOf(field, cluster, estate);
  if (network === undefined) return undefined;
  return placesIn(
    estate,
    ({ from, field: own }) => networkOf(own, from, estate) === network && standTogether(from, cluster),
  );
}

/** The network interface on the logical network of an id that a command has. */
export function interfaceOnId(field: Field, estate: Estate): Placed | undefined {
  const id = fullId(field);
  if (id === undefined) return undefined;
  return placesIn(estate, ({ from, field: own }) => {
    const network = networkOf(own, from, estate);
    return network === id || (typeof network === 'object' && network.id === id);
  });
}

const networkPath = 'properties.ipConfigurations[].properties.subnet.id';

function placesIn(estate: Estate, isWanted: (place: Placed) => boolean): Placed | undefined {
  for (const from of resourcesOf(estate, networkInterfaceType))
    for (const field of from.body.all(networkPath)) if (isWanted({ from, field })) return { from, field };
  return undefined;
}

/** One value for equal networks: the resource when the run has it, else its id when all of that is known. */
const networkOf = (field: Field, from: Resource, estate: Estate): Resource | string | undefined =>
  follow(field, from, estate).resource ?? fullId(field);

function fullId(field: Field): string | undefined {
  const id = field.state === 'known' ? canonicalId(field) : undefined;
  return id?.startsWith('/') ? id : undefined;
}
