import { createHash } from 'node:crypto';
import type { Place } from '../source/place.ts';
import { type Members, membersNamed, membersOf } from './members.ts';

/** A single value as JSON knows it. A whole number beyond 2^53 is a bigint: no digit of it is lost. */
export type Scalar = string | number | bigint | boolean | null;

/** What is known of an unknown value all the same. */
export interface Partly {
  /** Text, some of whose parts are unknown: an id in an unknown resource group, a prefix with an unknown octet. */
  readonly parts?: readonly (string | Field)[];
  /** Some of the items of a list that may have more. */
  readonly items?: readonly Field[];
  /** Some of the properties of an object that may have more. */
  readonly members?: Members;
  /** Text without a slash, such as the name of a resource group: it stays one segment of an id. */
  readonly isSegment?: boolean;
}

/** What a value is, whatever its place. All have one form, so that the engine of the language reads them quickly. */
class Content {
  readonly scalar: Scalar | undefined;
  readonly items: readonly Field[] | undefined;
  readonly members: Members | undefined;
  readonly unknown: Unknown | undefined;
  /** Computed once: values are shared, and a value made of shared ones may be large when it is written out. */
  canonical: string | undefined = undefined;
  plain: { readonly value: unknown } | undefined = undefined;

  constructor(scalar?: Scalar, items?: readonly Field[], members?: Members, unknown?: Unknown) {
    this.scalar = scalar;
    this.items = items;
    this.members = members;
    this.unknown = unknown;
  }
}

interface Unknown {
  readonly term: string;
  readonly reason: string;
  readonly parts: readonly (string | Field)[] | undefined;
  readonly isSegment: boolean | undefined;
}

/** Of what is not there. Nothing is remembered in it: it is everywhere. */
const noContent = new Content();

/** Most values came straight from where they stand. */
const nowhere: readonly Place[] = [];

/** Longer canonical texts are replaced by their hash: what is made of shared values would grow without bound. */
const maximumCanonical = 2_000;

/** More places that a value passed through explain nothing. */
const maximumPassed = 8;

/** What is nested deeper counts as unknown: expressions can make values deeper than any file is. */
const maximumNesting = 500;

/** Makes values that are nested too deep different from all others. */
let tooDeep = 0;

/**
 * A value of a spec. It is in one of three states, and a rule says which of them it means:
 *
 * - `known`: a scalar (`value`), a list (`items()`) or an object (`get()`, `names()`);
 * - `unknown`: only the deployment can tell (`term` is the expression, `reason` says why);
 * - `absent`: not written at all.
 *
 * Whatever its state, `at` is the place to point at: where a person would change the value. For an absent
 * property that is the object it is missing from. `via` are the places that it passed through unchanged, nearest to its
 * use first: the line of a template behind a value of a parameter file. `from` are the places of the values that it
 * was computed from, when `at` is an expression.
 */
export class Field {
  readonly state: 'known' | 'unknown' | 'absent';
  readonly at: Place;
  readonly via: readonly Place[];
  readonly from: readonly Place[];
  readonly #content: Content;
  /** Places that the whole value passed through, so that every part of it did, too. */
  readonly #passed: readonly Place[];

  private constructor(
    state: Field['state'],
    content: Content,
    at: Place,
    from: readonly Place[],
    via: readonly Place[] = nowhere,
    passed: readonly Place[] = via,
  ) {
    this.state = state;
    this.#content = content;
    this.at = at;
    this.from = from;
    this.via = via;
    this.#passed = passed;
  }

  static scalar(value: Scalar, at: Place, from: readonly Place[] = nowhere): Field {
    return new Field('known', new Content(value), at, from);
  }

  static list(items: readonly Field[], at: Place, from: readonly Place[] = nowhere): Field {
    return new Field('known', new Content(undefined, items), at, from);
  }

  static object(members: Members, at: Place, from: readonly Place[] = nowhere): Field {
    return new Field('known', new Content(undefined, undefined, members), at, from);
  }

  /**
   * @param term the expression in one canonical spelling: two unknowns with equal terms have equal values
   * @param because why it is unknown: a reason, or the unknown value that it comes of
   * @param partly what is known of the value all the same
   */
  static unknown(
    term: string,
    because: string | Field,
    at: Place,
    from: readonly Place[] = nowhere,
    { parts, items, members, isSegment }: Partly = {},
  ): Field {
    const reason = typeof because === 'string' ? because : (because.reason ?? '');
    const unknown = { term: bounded(term), reason, parts, isSegment };
    return new Field('unknown', new Content(undefined, items, members, unknown), at, from);
  }

  /** Text joined from known and unknown parts: known when all of them are. */
  static text(parts: readonly (string | Field)[], at: Place, from: readonly Place[] = nowhere): Field {
    const joined: (string | Field)[] = [];
    for (const one of parts)
      for (const part of knownParts(one)) {
        const last = joined.at(-1);
        if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
        else if (part !== '') joined.push(part);
      }
    const [only = ''] = joined;
    if (joined.length < 2 && typeof only === 'string') return Field.scalar(only, at, from);
    const unknown = joined.find((part) => typeof part !== 'string') as Field;
    const term = joined.map((part) => (typeof part === 'string' ? JSON.stringify(part) : part.canonical())).join('+');
    const isSegment = joined.every((part) => (typeof part === 'string' ? !part.includes('/') : part.isSegment));
    return Field.unknown(term, unknown, at, from, { parts: joined, isSegment });
  }

  /** Plain data that an expression made: all of it stands where the expression does. */
  static computed(value: unknown, at: Place, from: readonly Place[] = nowhere): Field {
    if (Array.isArray(value))
      return Field.list(
        value.map((item) => Field.computed(item, at, from)),
        at,
        from,
      );
    if (value === null || typeof value !== 'object') return Field.scalar(value as Scalar, at, from);
    const entries = Object.entries(value).map(([name, item]) => [name, () => Field.computed(item, at, from)] as const);
    return Field.object(membersOf(entries), at, from);
  }

  static absent(at: Place, from: readonly Place[] = nowhere): Field {
    return new Field('absent', noContent, at, from);
  }

  /** Plain data (as a reader gives it) as a field, children made when asked for. */
  static of(value: unknown, at: Place): Field {
    if (Array.isArray(value)) return Field.list(itemsOf(value, at), at);
    if (value !== null && typeof value === 'object') {
      return Field.object(plainMembers(value as Record<string, unknown>, at), at);
    }
    if (value === undefined) return Field.absent(at);
    return Field.scalar(value as Scalar, at);
  }

  /** An object made of named fields; those that are absent are left out. */
  static record(
    fields: Readonly<Record<string, Field | undefined>>,
    at: Place,
    from: readonly Place[] = nowhere,
  ): Field {
    const present = Object.entries(fields).filter(([, field]) => field !== undefined && field.state !== 'absent');
    return Field.object(fixedMembers(present as [string, Field][]), at, from);
  }

  /** The same value where another one is, having come the same way: what only changes the form of a value. */
  as(source: Field): Field {
    return new Field(this.state, this.#content, source.at, source.from, source.via, source.#passed);
  }

  /** The same value, having passed through a place where it was used: it keeps its own place, as do its parts. */
  through(place: Place): Field {
    if (this.via.length === maximumPassed) return this;
    if (place.equals(this.at) || this.via.some((via) => via.equals(place))) return this;
    return new Field(this.state, this.#content, this.at, this.from, [place, ...this.via], [place, ...this.#passed]);
  }

  /** A part of this value: it came the same way. */
  #part(field: Field): Field {
    const passed = this.#passed;
    if (passed.length === 0) return field;
    if (field.via.length === 0 && !passed.some((place) => place.equals(field.at)))
      return new Field(field.state, field.#content, field.at, field.from, passed);
    return passed.reduceRight<Field>((part, place) => part.through(place), field);
  }

  /** The scalar, when known and a scalar; otherwise undefined. */
  get value(): Scalar | undefined {
    return this.#content.scalar;
  }

  /** The text, when known and a string; otherwise undefined. */
  get string(): string | undefined {
    return typeof this.#content.scalar === 'string' ? this.#content.scalar : undefined;
  }

  /** Whether none of the unknown parts of a text can have a slash: its segments can be told apart. */
  get isSegmented(): boolean {
    return this.parts?.every((part) => typeof part === 'string' || part.isSegment) ?? false;
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
    return this.state === 'known' && this.#content.items !== undefined;
  }

  get isObject(): boolean {
    return this.state === 'known' && this.#content.members !== undefined;
  }

  /** Number of items of a list or properties of an object; undefined for everything else, and when unknown. */
  get size(): number | undefined {
    if (this.state !== 'known') return undefined;
    return this.#content.items?.length ?? this.#content.members?.names().length;
  }

  /** Text as known and unknown parts in turn; undefined for what is no text as far as can be told. */
  get parts(): readonly (string | Field)[] | undefined {
    const { scalar, unknown } = this.#content;
    return typeof scalar === 'string' ? [scalar] : unknown?.parts;
  }

  /** How a text begins, as far as it is known: all of a known text, nothing of an unknown one. */
  get prefix(): string {
    const [first] = this.parts ?? [];
    return typeof first === 'string' ? first : '';
  }

  /** Whether it is text without a slash, known or not. */
  get isSegment(): boolean {
    return this.#content.unknown?.isSegment ?? this.string?.includes('/') === false;
  }

  /** Absent, or written as null: ARM treats both alike in a request. */
  get isMissing(): boolean {
    return this.state === 'absent' || this.#content.scalar === null;
  }

  /** The expression behind an unknown value. */
  get term(): string | undefined {
    return this.#content.unknown?.term;
  }

  /** Why a value is unknown. */
  get reason(): string | undefined {
    return this.#content.unknown?.reason;
  }

  /** The same unknown value, with something else known of it, or nothing. */
  knownAs(partly: Partly = {}, at: Place = this.at): Field {
    const { term = '', reason = '' } = this;
    return Field.unknown(term, reason, at, this.from, partly);
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
    for (const name of namesOf(path)) field = field.#property(name);
    return field;
  }

  /** The value of one property whose name may have dots in it, case-insensitively. */
  memberNamed(name: string): Field {
    return this.#property(name);
  }

  #property(name: string): Field {
    const member = this.#content.members?.get(name);
    if (member) return this.#part(member);
    if (this.state !== 'unknown') return this.#part(Field.absent(this.at, this.from));
    const key = name.toLowerCase();
    const term = /^[\w-]*$/.test(key) ? `${this.term}.${key}` : `${this.term}[${JSON.stringify(key)}]`;
    return this.#part(Field.unknown(term, this, this.at, this.from));
  }

  /** One item of a known list; undefined when there is none. */
  item(index: number): Field | undefined {
    const item = this.isList ? this.#content.items?.[index] : undefined;
    return item && this.#part(item);
  }

  /**
   * The items of a list. Of an unknown list those that are known to be in it, and one unknown item, so that rules
   * still see that more may be there.
   */
  items(): readonly Field[] {
    const { items: own = [] } = this.#content;
    const items = this.#passed.length === 0 ? own : own.map((item) => this.#part(item));
    if (this.state !== 'unknown') return items;
    return [...items, this.#part(Field.unknown(`${this.term}[*]`, this, this.at, this.from))];
  }

  /**
   * Every present value at `path`, where `[]` steps into each item of a list:
   * `all('subnets[].properties.vlan')`, `all('dnsServers[]')`.
   */
  all(path: string): readonly Field[] {
    let fields: readonly Field[] = [this];
    for (const [index, steps] of listsOf(path).entries()) {
      const next: Field[] = [];
      for (const field of fields)
        for (const item of index > 0 ? field.items() : [field]) next.push(steps === '' ? item : item.get(steps));
      fields = next;
    }
    return fields.filter((field) => field.state !== 'absent');
  }

  /**
   * The whole value as plain data, or undefined when any part of it is unknown. Equal parts may be one object: don't
   * change it.
   */
  plain(): unknown {
    return this.#plain(0);
  }

  #plain(depth: number): unknown {
    if (this.state !== 'known' || depth > maximumNesting) return undefined;
    this.#content.plain ??= { value: this.#plainContent(depth + 1) };
    return this.#content.plain.value;
  }

  #plainContent(depth: number): unknown {
    const { items, members, scalar } = this.#content;
    if (items) {
      const values = items.map((item) => item.#plain(depth));
      return values.includes(undefined) ? undefined : values;
    }
    if (!members) return scalar;
    const result: Record<string, unknown> = {};
    for (const name of members.names()) {
      const value = (members.get(name) as Field).#plain(depth);
      if (value === undefined) return undefined;
      Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return result;
  }

  /** One canonical text of a value, known or not; equal texts mean equal values. Property order does not matter. */
  canonical(): string {
    return this.#canonical(0);
  }

  #canonical(depth: number): string {
    if (this.state === 'absent') return 'absent';
    this.#content.canonical ??=
      depth > maximumNesting ? `deep(${++tooDeep})` : bounded(this.#canonicalContent(depth + 1));
    return this.#content.canonical;
  }

  #canonicalContent(depth: number): string {
    if (this.state === 'unknown') return `[${this.term}]`;
    const { items, members, scalar } = this.#content;
    if (items) return `[${items.map((item) => item.#canonical(depth)).join(',')}]`;
    if (members) {
      const parts = members.names().map((name) => {
        const member = members.get(name) as Field;
        return `${JSON.stringify(name.toLowerCase())}:${member.#canonical(depth)}`;
      });
      return `{${parts.sort().join(',')}}`;
    }
    return typeof scalar === 'bigint' ? String(scalar) : JSON.stringify(scalar);
  }
}

/** The parts of a path, taken apart once: rules and schemas have some hundreds of them, and ask for them all the time. */
function onceFor(split: (path: string) => readonly string[]): (path: string) => readonly string[] {
  const made = new Map<string, readonly string[]>();
  return (path) => {
    let parts = made.get(path);
    if (!parts) {
      parts = split(path);
      // Some paths are made of what people write.
      if (made.size < 2_000) made.set(path, parts);
    }
    return parts;
  };
}

const namesOf = onceFor((path) => path.split('.'));

const listsOf = onceFor((path) => path.split('[]').map((names) => names.replace(/^\./, '')));

const bounded = (text: string): string =>
  text.length <= maximumCanonical ? text : `#${createHash('sha256').update(text).digest('hex')}`;

const knownParts = (part: string | Field): readonly (string | Field)[] =>
  typeof part === 'string' ? [part] : (part.parts ?? [part]);

const itemsOf = (values: readonly unknown[], at: Place): readonly Field[] =>
  values.map((value, index) => Field.of(value, at.child(index)));

const plainMembers = (object: Record<string, unknown>, at: Place): Members =>
  membersNamed(Object.keys(object), (name) => Field.of(object[name], at.child(name)));

const fixedMembers = (entries: readonly [string, Field][]): Members =>
  membersOf(entries.map(([name, field]) => [name, () => field]));
