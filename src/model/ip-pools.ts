import { compareFields, differenceOf, isBlank, type Member } from './compare.ts';
import type { Field } from './field.ts';
import { ipPools, poolParts, type SubnetChange } from './logical-network.ts';

/** What became of the pools of one subnet. */
export interface PoolChanges {
  /** The same pool with another bound or purpose; `part` is the property that differs first. */
  readonly resized: readonly { readonly before: Field; readonly after: Field; readonly part: string }[];
  readonly added: readonly Field[];
  readonly removed: readonly Field[];
}

const nothing: PoolChanges = { resized: [], added: [], removed: [] };

/**
 * Compares the IP pools of a subnet, order ignored. A pool that keeps its start, end or name, or is the only one left
 * over, is the same pool resized.
 *
 * @param isLive one state is what the platform reports: it may leave out pools and what is in them
 */
export function changedPools(subnet: SubnetChange, isLive: boolean): PoolChanges {
  const [before, after] = [ipPools(subnet.before), ipPools(subnet.after)];
  if (isLive && (isBlank(subnet.before.get('ipPools')) || isBlank(subnet.after.get('ipPools')))) return nothing;
  const left = { before: without(before, after), after: without(after, before) };
  if ([...left.before, ...left.after].some(({ kind }) => kind === 'many')) return nothing;

  const pairs: [Member, Member][] = [];
  const pairWhere = (isSame: (was: Member, is: Member) => boolean) => {
    for (const is of [...left.after]) {
      const was = left.before.find((other) => isSame(other, is));
      if (!was) continue;
      pairs.push([was, is]);
      left.before.splice(left.before.indexOf(was), 1);
      left.after.splice(left.after.indexOf(is), 1);
    }
  };
  for (const part of ['name', 'start', 'end'])
    pairWhere((was, is) => isEqualText(was.field.get(part), is.field.get(part)));
  if (left.before.length === 1 && left.after.length === 1) pairWhere(() => true);

  const resized = pairs.flatMap(([{ field: was }, { field: is }]) => {
    const differs = poolParts.find(({ name, canonical }) => {
      const [before, after] = [was.get(name), is.get(name)];
      const isTold = !isLive || !(isBlank(before) || isBlank(after));
      return isTold && compareFields(before, after, canonical) === 'different';
    });
    return differs ? [{ before: was, after: is, part: differs.name }] : [];
  });
  const { added, removed } = differenceOf(left.before, left.after);
  return { resized, added: added.map(({ field }) => field), removed: removed.map(({ field }) => field) };
}

const without = (members: readonly Member[], others: readonly Member[]): Member[] =>
  members.filter(({ key }) => !others.some((other) => other.key === key));

const isEqualText = (a: Field, b: Field): boolean =>
  a.string !== undefined && a.string.trim().toLowerCase() === b.string?.trim().toLowerCase();
