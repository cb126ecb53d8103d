import { type AddressRange, isInRange, sizeOf } from '../net/ranges.ts';
import { type Claim, claimsOn } from './address-claims.ts';
import type { Estate } from './estate.ts';
import { logicalIdentity } from './identity.ts';
import { addressesIn } from './network-addresses.ts';
import type { Resource } from './resource.ts';

/** How many addresses a network has to give, and how many the run certainly takes. */
export interface Demand {
  readonly available: number;
  readonly wanted: number;
}

/**
 * What is wanted of the pools of a network; undefined when their size is not known. Counted is what is certain: nothing
 * under a condition, of an unknown name (a loop may make none of it), or with an address elsewhere, and one address
 * that is claimed twice once. Of several environments the one that wants most counts: each may have its own network.
 */
export function demandOn(network: Resource, estate: Estate): Demand | undefined {
  const subnets = addressesIn(network);
  if (subnets.length === 0 || subnets.some(({ pools }) => !pools.isComplete || pools.known.length === 0))
    return undefined;
  const ranges = merged(subnets.flatMap(({ pools }) => pools.known.map(({ range }) => range)));
  const wants = new Map<string, Set<string>>();
  for (const claim of claimsOn(network, estate)) {
    const key = keyOf(claim, ranges);
    if (key === undefined) continue;
    const { environment } = claim.from.deployment;
    const set = wants.get(environment) ?? new Set();
    wants.set(environment, set.add(key));
  }
  const shared = wants.get('') ?? new Set<string>();
  const environments = [...wants.values()].map((own) => new Set([...shared, ...own]).size);
  return { available: ranges.reduce((sum, range) => sum + sizeOf(range), 0), wanted: Math.max(0, ...environments) };
}

/** One text for each address that is taken; undefined for what takes none for certain. */
function keyOf({ from, field, address }: Claim, ranges: readonly AddressRange[]): string | undefined {
  if (from.condition !== undefined || from.name.string === undefined) return undefined;
  if (address !== undefined) return ranges.some((range) => isInRange(address, range)) ? String(address) : undefined;
  // An address that only the deployment knows may be outside the pools; what the platform reports has one that it tells.
  if (!field.isMissing || from.origin === 'live') return undefined;
  return `${from.id ?? `${logicalIdentity(from)} ${from.resourceGroup.canonical()}`} ${field.at.path.join('.')}`;
}

/** Ranges in order, those that overlap as one. */
function merged(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const result: AddressRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = result.at(-1);
    if (last && range.first <= last.last)
      result[result.length - 1] = { ...last, last: Math.max(last.last, range.last) };
    else result.push(range);
  }
  return result;
}
