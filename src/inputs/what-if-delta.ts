import { Field } from '../model/field.ts';
import { membersOf } from '../model/members.ts';

/*
 * The list of differences that a what-if has for a change. Paths are dotted, those of children relative to what they are
 * children of; the children of an array are its indexes. Source: Deployments - What If, REST reference.
 */

/** A side of the change. */
export type Side = 'before' | 'after';

/** A value that differs, or what is below it. */
interface Node {
  /** Absent on the side of the change that does not have it. */
  value?: Field;
  readonly members: Map<string, Node>;
}

/** What PowerShell writes a change that the provider ignores as. */
const noEffect = 4;

/** Whether the provider ignores a difference. */
export function isIgnored(entry: Field): boolean {
  const kind = entry.get('propertyChangeType');
  return kind.string?.toLowerCase() === 'noeffect' || kind.number === noEffect;
}

/**
 * One side of a change as far as its differences tell it: what they don't speak of is unknown, and the same on both sides.
 *
 * @param term tells what is unknown of this resource from what is of others
 */
export function sideOf(delta: Field, side: Side, term: string): Readonly<Record<string, Field>> {
  const root: Node = { members: new Map() };
  collect(delta, side, root);
  return Object.fromEntries([...root.members].map(([name, node]) => [name, toField(node, `${term}.${name}`, delta)]));
}

function collect(delta: Field, side: Side, above: Node): void {
  for (const entry of delta.items()) {
    if (isIgnored(entry)) continue;
    let node = above;
    for (const step of String(entry.get('path').value ?? '').split(/[.[\]]+/)) {
      if (step === '') continue;
      const next = node.members.get(step) ?? { members: new Map() };
      node.members.set(step, next);
      node = next;
    }
    const children = entry.get('children');
    if (children.items().length > 0) collect(children, side, node);
    else if (node !== above) {
      const value = entry.get(side);
      node.value = value.isMissing ? Field.absent(entry.at) : value;
    }
  }
}

const reason = 'the what-if tells differences only';

function toField({ value, members }: Node, term: string, delta: Field): Field {
  if (value) return value;
  const indexes = [...members.keys()].map(Number);
  if (members.size > 0 && indexes.every((index) => Number.isInteger(index) && index < maximumIndex)) {
    const items = Array.from({ length: Math.max(...indexes) + 1 }, (_, index): Field => {
      const item = members.get(String(index));
      const own = `${term}[${index}]`;
      return item ? toField(item, own, delta) : Field.unknown(own, reason, delta.at);
    });
    return Field.list(
      items.filter(({ state }) => state !== 'absent'),
      items[Math.min(...indexes)]?.at ?? delta.at,
    );
  }
  const entries = [...members].map(([name, node]) => [name, () => toField(node, `${term}.${name}`, delta)] as const);
  const [first] = entries;
  return Field.unknown(term, reason, first?.[1]().at ?? delta.at, [], { members: membersOf(entries) });
}

/** No list of a resource is longer. */
const maximumIndex = 10_000;
