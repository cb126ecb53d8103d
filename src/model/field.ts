import type { Place } from '../source/place.ts';

/** A single value as JSON knows it. */
export type Scalar = string | number | boolean | null;

/** The properties of an object whose values are made when asked for. Names compare case-insensitively, as in ARM. */
export interface Members {
  /** Names as written, in order. */
  names(): readonly string[];
  /** The value of a property; undefined when there is none of that name. */
  get(name: string): Field | undefined;
}

interface Content {
  readonly scalar?: Scalar;
  readonly items?: readonly Field[];
  readonly members?: Members;
  readonly term?: string;
  readonly reason?: string;
}

/**
 * A value of a spec. It is in one of three states, and a rule says which of them it means:
 *
 * - `known`: a scalar (`value`), a list (`items()`) or an object (`get()`, `names()`);
 * - `unknown`: only the deployment can tell (`term` is the expression, `reason` says why);
 * - `absent`: not written at all.
 *
 * Whatever its state, `at` is the place to point at: where a person would change the value. For an absent
 * property that is the object it is missing from. `via` are the other places the value passed through, nearest
 * first (the template line behind a value that came from a parameter file).
 */
export class Field {
  readonly state: 'known' | 'unknown' | 'absent';
  readonly at: Place;
  readonly via: readonly Place[];
  readonly #content: Content;

  private constructor(state: Field['state'], content: Content, at: Place, via: readonly Place[]) {
    this.state = state;
    this.#content = content;
    this.at = at;
    this.via = via;
  }

  static scalar(value: Scalar, at: Place, via: readonly Place[] = []): Field {
    return new Field('known', { scalar: value }, at, via);
  }

  static list(items: readonly Field[], at: Place, via: readonly Place[] = []): Field {
    return new Field('known', { items }, at, via);
  }

  static object(members: Members, at: Place, via: readonly Place[] = []): Field {
    return new Field('known', { members }, at, via);
  }

  /** @param term the expression in one canonical spelling: two unknowns with equal terms have equal values. */
  static unknown(term: string, reason: string, at: Place, via: readonly Place[] = []): Field {
    return new Field('unknown', { term, reason }, at, via);
  }

  static absent(at: Place, via: readonly Place[] = []): Field {
    return new Field('absent', {}, at, via);
  }

  /** Plain data (as a reader gives it) as a field, children made when asked for. */
  static of(value: unknown, at: Place): Field {
    if (Array.isArray(value)) return Field.list(lazyItems(value, at), at);
    if (value !== null && typeof value === 'object') {
      return Field.object(plainMembers(value as Record<string, unknown>, at), at);
    }
    if (value === undefined) return Field.absent(at);
    return Field.scalar(value as Scalar, at);
  }

  /** An object made of named fields; those that are absent are left out. */
  static record(fields: Readonly<Record<string, Field | undefined>>, at: Place, via: readonly Place[] = []): Field {
    const present = Object.entries(fields).filter(([, field]) => field !== undefined && field.state !== 'absent');
    return Field.object(fixedMembers(present as [string, Field][]), at, via);
  }

  /** The same value, with a place prepended to the places it passed through (or moved to another main place). */
  moved(at: Place, via: readonly Place[]): Field {
    return new Field(this.state, this.#content, at, via);
  }

  /** The scalar, when known and a scalar; otherwise undefined. */
  get value(): Scalar | undefined {
    return this.#content.scalar;
  }

  /** The text, when known and a string; otherwise undefined. */
  get string(): string | undefined {
    return typeof this.#content.scalar === 'string' ? this.#content.scalar : undefined;
  }

  /** The number, when known and a number or a string of decimal digits; otherwise undefined. */
  get number(): number | undefined {
    const { scalar } = this.#content;
    if (typeof scalar === 'number') return scalar;
    return typeof scalar === 'string' && /^-?\d+$/.test(scalar) ? Number(scalar) : undefined;
  }

  /** The truth value, when known and a boolean or "true"/"false" in any case; otherwise undefined. */
  get boolean(): boolean | undefined {
    const { scalar } = this.#content;
    if (typeof scalar === 'boolean') return scalar;
    const word = typeof scalar === 'string' ? scalar.toLowerCase() : undefined;
    return word === 'true' ? true : word === 'false' ? false : undefined;
  }

  get isList(): boolean {
    return this.#content.items !== undefined;
  }

  get isObject(): boolean {
    return this.#content.members !== undefined;
  }

  /** Absent, or written as null: ARM treats both alike in a request. */
  get isMissing(): boolean {
    return this.state === 'absent' || this.#content.scalar === null;
  }

  /** The expression behind an unknown value. */
  get term(): string | undefined {
    return this.#content.term;
  }

  /** Why a value is unknown. */
  get reason(): string | undefined {
    return this.#content.reason;
  }

  /** The names of an object's properties as written; empty for everything else. */
  names(): readonly string[] {
    return this.#content.members?.names() ?? [];
  }

  /**
   * The value at a dotted path of property names, case-insensitively. Of an unknown object every property is
   * unknown; of anything else that isn't an object it is absent.
   */
  get(path: string): Field {
    let field: Field = this;
    for (const name of path.split('.')) field = field.#property(name);
    return field;
  }

  /** The value of one property whose name may have dots in it, case-insensitively. */
  memberNamed(name: string): Field {
    return this.#property(name);
  }

  #property(name: string): Field {
    if (this.state === 'unknown') {
      return Field.unknown(`${this.term}.${name.toLowerCase()}`, this.reason ?? '', this.at, this.via);
    }
    return this.#content.members?.get(name) ?? Field.absent(this.at, this.via);
  }

  /** The items of a list. An unknown list has one unknown item, so that rules still see that something may be there. */
  items(): readonly Field[] {
    if (this.state === 'unknown') return [Field.unknown(`${this.term}[*]`, this.reason ?? '', this.at, this.via)];
    return this.#content.items ?? [];
  }

  /**
   * Every present value at `path`, where `[]` steps into each item of a list:
   * `all('subnets[].properties.vlan')`, `all('dnsServers[]')`.
   */
  all(path: string): readonly Field[] {
    let fields: readonly Field[] = [this];
    for (const [index, names] of path.split('[]').entries()) {
      if (index > 0) fields = fields.flatMap((field) => field.items());
      const steps = names.replace(/^\./, '');
      if (steps !== '') fields = fields.map((field) => field.get(steps));
    }
    return fields.filter((field) => field.state !== 'absent');
  }

  /** The whole value as plain data, or undefined when any part of it is unknown. */
  plain(): unknown {
    if (this.state !== 'known') return undefined;
    const { items, members, scalar } = this.#content;
    if (items) {
      const values = items.map((item) => item.plain());
      return values.includes(undefined) ? undefined : values;
    }
    if (members) {
      const result: Record<string, unknown> = {};
      for (const name of members.names()) {
        const value = members.get(name)?.plain();
        if (value === undefined) return undefined;
        Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
      }
      return result;
    }
    return scalar;
  }

  /** One canonical text of a value, known or not; equal texts mean equal values. Property order does not matter. */
  canonical(): string {
    if (this.state === 'absent') return 'absent';
    if (this.state === 'unknown') return `[${this.term}]`;
    const { items, members, scalar } = this.#content;
    if (items) return `[${items.map((item) => item.canonical()).join(',')}]`;
    if (members) {
      const parts = members.names().map((name) => `${name.toLowerCase()}:${members.get(name)?.canonical()}`);
      return `{${parts.sort().join(',')}}`;
    }
    return JSON.stringify(scalar);
  }
}

function lazyItems(values: readonly unknown[], at: Place): readonly Field[] {
  return values.map((value, index) => Field.of(value, at.child(index)));
}

function plainMembers(object: Record<string, unknown>, at: Place): Members {
  const names = Object.keys(object);
  const made = new Map<string, Field>();
  return {
    names: () => names,
    get(name) {
      const written = Object.hasOwn(object, name) ? name : sameName(names, name);
      if (written === undefined) return undefined;
      let field = made.get(written);
      if (!field) {
        field = Field.of(object[written], at.child(written));
        made.set(written, field);
      }
      return field;
    },
  };
}

function fixedMembers(entries: readonly [string, Field][]): Members {
  return membersOf(entries.map(([name, field]) => [name, () => field]));
}

/** Members whose values are computed once, when first asked for. */
export function membersOf(entries: readonly (readonly [string, () => Field])[]): Members {
  const names = entries.map(([name]) => name);
  const made = new Map<string, Field>();
  const makers = new Map(entries.map(([name, make]) => [name.toLowerCase(), make]));
  return {
    names: () => names,
    get(name) {
      const key = name.toLowerCase();
      const known = made.get(key);
      if (known) return known;
      const field = makers.get(key)?.();
      if (field) made.set(key, field);
      return field;
    },
  };
}

function sameName(names: readonly string[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return names.find((candidate) => candidate.toLowerCase() === wanted);
}
