import type { Field } from '../model/field.ts';

/** A parameter, variable or output, as it is declared. */
export interface Declared {
  /** As written. */
  readonly name: string;
  evaluate(): Field;
  /** What it is when it is made from itself. */
  circular(): Field;
}

/** Named values of a template, found in any case; each is evaluated once, when it is first asked for. */
export class Named {
  readonly names: readonly string[];
  readonly #declared: ReadonlyMap<string, Declared>;
  readonly #made = new Map<string, Field>();
  readonly #open = new Set<string>();

  constructor(declared: readonly Declared[]) {
    this.names = declared.map(({ name }) => name);
    // Of names that differ in case only the first counts; readers report the others.
    this.#declared = new Map([...declared].reverse().map((one) => [one.name.toLowerCase(), one]));
  }

  has(name: string): boolean {
    return this.#declared.has(name.toLowerCase());
  }

  /** Undefined when there is none of that name. */
  get(name: string): Field | undefined {
    const key = name.toLowerCase();
    const known = this.#made.get(key);
    const declared = this.#declared.get(key);
    if (known || !declared) return known;
    if (this.#open.has(key)) return declared.circular();
    this.#open.add(key);
    const field = declared.evaluate();
    this.#open.delete(key);
    this.#made.set(key, field);
    return field;
  }
}
