import type { Change } from './change.ts';
import type { Estate } from './estate.ts';
import { perEstate } from './per-estate.ts';
import type { Resource } from './resource.ts';

/** The change of each resource that the base, or what is deployed, has in the same resource group. */
const changesByResource = perEstate(
  ({ changes }: Estate): ReadonlyMap<Resource, Change> =>
    // The first of several: a base goes before what is read back.
    new Map(changes.toReversed().map((change) => [change.after, change])),
);

const moved = perEstate(({ moves }: Estate): ReadonlySet<Resource> => new Set(moves.map(({ after }) => after)));

/** How a resource differs from itself in the base; undefined when it is not there, or stands in another group. */
export const changeOf = (resource: Resource, estate: Estate): Change | undefined =>
  changesByResource(estate).get(resource);

/** Whether the base has a resource too, wherever it stands there. */
export const isInBase = (resource: Resource, estate: Estate): boolean =>
  changesByResource(estate).has(resource) || moved(estate).has(resource);
