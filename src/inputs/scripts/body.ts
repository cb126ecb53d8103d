import { Field } from '../../model/field.ts';
import { membersOf } from '../../model/members.ts';
import type { Place } from '../../source/place.ts';

/** One value, or what is below it. */
interface Node {
  field?: Field;
  readonly members: Map<string, Node>;
  isList: boolean;
}

const empty = (): Node => ({ members: new Map(), isList: false });

/**
 * The properties of a resource, put together from values at paths: `subnets[0].properties.vlan`. Items of a list are
 * told apart by what stands in the brackets. Item `0` is what a command as a whole stands for; any other, such as
 * `ipPools[pool]`, is written as one or a few options.
 */
export class Body {
  readonly #at: Place;
  readonly #more: Field | undefined;
  readonly #root = empty();

  /**
   * @param at the command: where to point for what is not given
   * @param more an unknown argument that may hold more options: then what is not given is unknown
   */
  constructor(at: Place, more?: Field) {
    this.#at = at;
    this.#more = more;
  }

  /** Gives a value its place. It replaces what was there before, also what was below. */
  set(path: string, value: Field): void {
    const node = this.#nodeAt(path);
    node.field = value;
    node.members.clear();
  }

  /** Makes an object at a path, whatever will be in it. */
  open(path: string): void {
    this.#nodeAt(path);
  }

  #nodeAt(path: string): Node {
    let node = this.#root;
    for (const [, name = '', item] of path.matchAll(/([^.[\]]+)(?:\[([^\]]*)\])?/g)) {
      node = below(node, name);
      if (item === undefined) continue;
      node.isList = true;
      node = below(node, item);
    }
    return node;
  }

  /** The properties. What is not known of a list stands beside what is. */
  build(): Field {
    return toField(this.#root, this.#at, this.#more);
  }
}

function below(node: Node, name: string): Node {
  let next = node.members.get(name);
  if (!next) {
    next = empty();
    node.members.set(name, next);
  }
  return next;
}

/**
 * @param at where an object stands that several options make
 * @param more what may hold more of it
 */
function toField(node: Node, at: Place, more: Field | undefined): Field {
  const { field, members, isList } = node;
  if (members.size === 0) return field ?? objectOf({}, at, more);
  if (!isList) {
    const entries = [...members].map(([name, member]) => [name, toField(member, at, more)] as const);
    return objectOf(Object.fromEntries(entries), at, more);
  }
  const items = [...members].map(([key, item]) => toField(item, key === '0' ? at : (firstPlace(item) ?? at), more));
  const place = members.has('0') ? at : (firstPlace(node) ?? at);
  if (field?.state !== 'unknown') return Field.list(items, place);
  return field.knownAs({ items }, place);
}

function objectOf(properties: Readonly<Record<string, Field>>, at: Place, more: Field | undefined): Field {
  if (!more) return Field.record(properties, at);
  const members = membersOf(Object.entries(properties).map(([name, field]) => [name, () => field]));
  const term = `${Field.record(properties, at).canonical()}+${more.term}`;
  return Field.unknown(term, more, at, [], { members });
}

function firstPlace({ field, members }: Node): Place | undefined {
  if (field) return field.at;
  for (const member of members.values()) {
    const place = firstPlace(member);
    if (place) return place;
  }
  return undefined;
}
