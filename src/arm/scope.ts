import type { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';

/** What an expression may refer to: parameters, variables, copy indexes, and the deployment it stands in. */
export interface Scope {
  parameter(name: string): Field | undefined;
  variable(name: string): Field | undefined;
  /** The body of a user's function, by `namespace.name` in lower case. */
  userFunction(
    name: string,
  ): { readonly parameters: readonly string[]; readonly output: unknown; readonly at: Place } | undefined;
  /** Current index of the copy loop of a name, or of the innermost one; undefined outside; null when its count is unknown. */
  copyIndex(name: string | undefined): number | null | undefined;
  readonly subscription: Field | undefined;
  readonly resourceGroup: Field | undefined;
  readonly limits: Limits;
}

/** Bounds on what a template from a stranger may make us do; what was hit is said in the report. */
export interface Limits {
  /** Resources and list items made so far. */
  expanded: number;
  readonly hit: Set<string>;
}

export const maximumExpansion = 10_000;
/** Azure Resource Manager's own limit of an evaluated string. */
export const maximumText = 131_072;

/** A scope with the index of one more copy loop. */
export const withCopyIndex = (scope: Scope, loop: string, index: number | null): Scope => ({
  ...scope,
  copyIndex: (name) =>
    name === undefined || name.toLowerCase() === loop.toLowerCase() ? index : scope.copyIndex(name),
});
