import type { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import type { Named } from './named.ts';
import type { Run, TemplateProblem } from './run.ts';
import type { Target } from './target.ts';

/** A value of a template with its place, not evaluated. */
export interface Part {
  readonly value: unknown;
  readonly at: Place;
}

/** A function of the template's own. */
export interface UserFunction {
  readonly parameters: readonly { readonly name: string; readonly isOptional: boolean }[];
  readonly output: Part;
}

/** What an expression may refer to in the template it belongs to. */
export interface Definitions {
  readonly parameters: Named;
  readonly variables: Named;
  /** By `namespace.name`. */
  userFunction(name: string): UserFunction | undefined;
  /** As written. */
  readonly userFunctionNames: readonly string[];
  /** What `reference()` gives for a resource of the template, named by symbolic name, name or id. */
  reference(resource: Field, full: boolean): Field | undefined;
  /** What `references()` gives for a loop of the template. */
  references(loop: Field, full: boolean): Field | undefined;
  /** What `resourceInfo()` gives. */
  resourceInfo(symbol: Field): Field | undefined;
  /** What `deployment()` gives. */
  deployment(): Field;
  /** Where the template is deployed to. */
  readonly target: Target;
  /**
   * The same for finding linked templates: as if the template were deployed from where it stands. Otherwise nobody
   * knows from where it will be deployed.
   */
  linking(): Definitions;
}

/** The index of a copy loop, or the value of a lambda's variable: the innermost one of a name counts. */
export interface Binding {
  readonly name: string;
  readonly value: Field;
  readonly outer: Binding | undefined;
  /** A loop in properties or variables: it is meant only where it is named, while there is a loop of resources. */
  readonly isNamed?: boolean;
}

/** Everything that an expression can see from where it stands. */
export interface Scope {
  readonly definitions: Definitions;
  readonly run: Run;
  /**
   * The unknown condition under which anything here is deployed. What is wrong here may be just what the condition
   * rules out: it is no error.
   */
  readonly condition?: Field | undefined;
  /**
   * Whether objects are evaluated whole, as the platform does it with variables, parameters and outputs: a value that
   * is made from itself is found while it is made. Otherwise a property is evaluated when it is asked for.
   */
  readonly isEager?: boolean | undefined;
  /** Indexes of the copy loops around it. */
  readonly loops?: Binding | undefined;
  /** Variables of the lambdas around it. */
  readonly lambdas?: Binding | undefined;
  /** Parameters of the user's function whose body it stands in, by lower-case name. */
  readonly own?: ReadonlyMap<string, Field> | undefined;
}

/**
 * Reports what is wrong with a value that an expression gave. It is no error when the value stands in for one that the
 * deployment will give, nor where a condition may rule it out. What is wrong whatever the values are goes to the run.
 */
export function report({ run, condition }: Scope, problem: TemplateProblem, values: readonly Field[]): void {
  if (!condition && !run.usesDefault([problem, ...values])) run.report(problem);
}

/** The innermost binding of a name, in any case. Without a name the innermost loop of resources is meant. */
export function bound(binding: Binding | undefined, name: string | undefined): Field | undefined {
  const wanted = name?.toLowerCase();
  let found = binding;
  while (found && (wanted === undefined ? found.isNamed : found.name.toLowerCase() !== wanted)) found = found.outer;
  return (found ?? (wanted === undefined ? binding : undefined))?.value;
}

/** A scope inside one more copy loop. */
export const inLoop = (scope: Scope, name: string, index: Field, isNamed = false): Scope => ({
  ...scope,
  loops: { name, value: index, outer: scope.loops, isNamed },
});
