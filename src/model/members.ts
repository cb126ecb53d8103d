import type { Field } from './field.ts';

/** The properties of an object whose values are made when asked for. Names compare case-insensitively, as in ARM. */
export interface Members {
  /** Names as written, in order. */
  names(): readonly string[];
  /** The value of a property; undefined when there is none of that name. */
  get(name: string): Field | undefined;
}

/** Members whose values are computed once, when first asked for. Of several with one name, the last one counts. */
export function membersOf(entries: readonly (readonly [string, () => Field])[]): Members {
  const makers = new Map(entries);
  return membersNamed([...makers.keys()], (name) => makers.get(name)?.() as Field);
}

/**
 * The same, by their names, of which each stands there once. The exact name goes before one in another case, and of
 * several spellings the first.
 */
export const membersNamed = (names: readonly string[], make: (name: string) => Field): Members =>
  new LazyMembers(names, make);

/** Objects with more names look them up; the others, which nearly all are, are looked through. */
const manyNames = 16;

class LazyMembers implements Members {
  readonly #names: readonly string[];
  readonly #make: (name: string) => Field;
  /** As many as there are names: a list that grows takes room for more. */
  #made: (Field | undefined)[] | undefined;
  #index: ReadonlyMap<string, number> | undefined;

  constructor(names: readonly string[], make: (name: string) => Field) {
    this.#names = names;
    this.#make = make;
  }

  names(): readonly string[] {
    return this.#names;
  }

  get(wanted: string): Field | undefined {
    const index = this.#indexOf(wanted);
    const name = this.#names[index];
    if (name === undefined) return undefined;
    this.#made ??= new Array(this.#names.length);
    let field = this.#made[index];
    if (!field) {
      field = this.#make(name);
      this.#made[index] = field;
    }
    return field;
  }

  #indexOf(wanted: string): number {
    const names = this.#names;
    if (names.length > manyNames) {
      this.#index ??= indexOf(names);
      return this.#index.get(wanted) ?? this.#index.get(wanted.toLowerCase()) ?? -1;
    }
    const exact = names.indexOf(wanted);
    if (exact !== -1) return exact;
    return names.findIndex((name) => name.length === wanted.length && name.toLowerCase() === wanted.toLowerCase());
  }
}

/** Where names stand, as they are written and, where nothing is written so, in lower case. */
function indexOf(names: readonly string[]): Map<string, number> {
  const found = new Map(names.map((name, index) => [name, index]));
  for (const [index, name] of names.entries()) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, index);
  }
  return found;
}
