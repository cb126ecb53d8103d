import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { perEstate } from './per-estate.ts';
import { find, parentOf, type ReferenceId, referenceId } from './references.ts';
import type { Resource } from './resource.ts';

/** What the platform makes by itself, and stands in no file. */
const madeElsewhere = /^microsoft\.(extendedlocation|networkcloud)\//;

/** Types that are written like resources in an id but are parts of one. */
const parts = /\/(ipconfigurations|frontendipconfigurations)$/;

/**
 * The id of a reference that leads nowhere, when the files are said to hold everything: it is known to the last
 * segment, in a resource group that the files declare something in, and nothing has it. Undefined for every other.
 */
export function danglingId(field: Field, from: Resource, estate: Estate): ReferenceId | undefined {
  const id = referenceId(field);
  if (!id || id.name.includes('[') || madeElsewhere.test(id.type) || isExtension(field)) return undefined;
  const target = parts.test(id.type) ? (parentOf(id) ?? id) : id;
  if (!isOwnGroup(target, from, estate)) return undefined;
  return find(target, from, estate).state === 'outside' ? target : undefined;
}

/** Whether an id is that of what extends another resource, which is not looked for by its name. */
const isExtension = ({ parts = [] }: Field): boolean =>
  (
    parts
      .filter((part) => typeof part === 'string')
      .join('')
      .match(/\/providers\//gi) ?? []
  ).length > 1;

/** Whether an id is in a resource group that the files declare something in: that of its own deployment, or a known one. */
function isOwnGroup({ subscription, resourceGroup }: ReferenceId, from: Resource, estate: Estate): boolean {
  if (resourceGroup === undefined || resourceGroup === '[[resourcegroup().name]]') return true;
  if (resourceGroup.includes('[') || subscription === undefined) return false;
  const own = from.resourceGroup.string?.toLowerCase();
  const isHere = own === resourceGroup && (from.subscription.string?.toLowerCase() ?? subscription) === subscription;
  return isHere || groupsOf(estate).has(`${subscription} ${resourceGroup}`);
}

/** The resource groups that the run declares something in. */
const groupsOf = perEstate((estate: Estate): ReadonlySet<string> => {
  const declared = estate.resources.filter(({ origin }) => origin === 'declared');
  return new Set(
    declared.map(({ subscription, resourceGroup }) => `${subscription.string} ${resourceGroup.string}`.toLowerCase()),
  );
});
