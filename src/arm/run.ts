import { nearest } from '../model/nearest.ts';
import type { Place } from '../source/place.ts';
import { LimitError } from './values/value-error.ts';

/** An error of a template, or a parameter value that it refuses. */
export interface TemplateProblem {
  readonly kind: 'template-error' | 'parameter-rejected';
  /** The part of the expression that is wrong, or the refused value. */
  readonly at: Place;
  readonly message: string;
  /** Only when it may be right all the same. */
  readonly confidence?: 'possible';
}

/** Calls of functions that one deployment may take; a template that asks for more is given up. */
export const maximumSteps = 250_000;
/** Items of lists, properties of objects and comparisons that cost as much as a call; of characters it takes more. */
const itemsPerStep = 16;
const charactersPerItem = 64;
/** Resources and items of copy loops. The platform's own limit is 800 for each loop, and for resources. */
export const maximumExpansion = 10_000;
/** Characters that functions may make in all: many long texts are as bad as one that is too long. */
const maximumCharacters = 32 * 1024 * 1024;
/** Names that are looked through for one that resembles a misspelt one, each of which costs as much as some items. */
const maximumNames = 1_000;
const itemsPerName = 4;
/** How deep values may refer to other values: a chain of variables, a template inside a template. */
const maximumDepth = 400;

/** What the evaluation of one deployment shares, nested deployments included: what it has cost, and what was wrong. */
export class Run {
  readonly problems: TemplateProblem[] = [];
  /** Limits that were hit, in words: the analysis is incomplete. */
  readonly limits = new Set<string>();
  /** What could not be followed, such as a linked template outside the repository. */
  readonly notes = new Set<string>();
  /** Paths of linked templates that were evaluated as part of this deployment. */
  readonly linked = new Set<string>();
  /** Whether values were given for parameters: only then is a default meant to be used. */
  readonly hasParameters: boolean;
  readonly #seen = new Set<string>();
  #steps = 0;
  #expanded = 0;
  #depth = 0;
  #characters = 0;
  #terms = 0;
  #uncertain = 0;

  constructor(hasParameters: boolean) {
    this.hasParameters = hasParameters;
  }

  /**
   * Counts one step of work, and the work inside it; undefined, without doing it, when a limit is hit.
   *
   * @param work what the step does
   */
  step<T>(work: () => T): T | undefined {
    return this.deeper(() => {
      this.spend(itemsPerStep);
      return work();
    });
  }

  /**
   * Counts work that depends on the size of values: items that are walked or made, properties, comparisons.
   *
   * @throws LimitError
   */
  spend(items: number): void {
    this.#steps += items / itemsPerStep;
    if (this.#steps > maximumSteps)
      throw new LimitError(`the template takes more than ${maximumSteps} steps to evaluate`);
  }

  /** Counts characters that are read, which is quick. */
  read(characters: number): void {
    if (characters > charactersPerItem) this.spend(characters / charactersPerItem);
  }

  /** Does work one level deeper, without counting it; undefined when that is too deep. */
  deeper<T>(work: () => T): T | undefined {
    if (this.#depth >= maximumDepth)
      return this.#hit(`limit: values of the template refer to each other more than ${maximumDepth} levels deep`);
    this.#depth++;
    try {
      return work();
    } catch (error) {
      if (error instanceof LimitError) return this.#hit(`limit: ${error.message}`);
      // How much of the stack a level takes depends on what is between: it may end before.
      if (error instanceof RangeError) return this.#hit('limit: values of the template are nested too deep');
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** The name that a misspelt one means, when there are not too many to look through. */
  nearest(name: string, names: readonly string[]): string | undefined {
    if (names.length > maximumNames) return undefined;
    this.spend(names.length * itemsPerName);
    return nearest(name, names);
  }

  /** Counts resources, and items of copy loops; false when there are too many. */
  expand(count: number): boolean {
    this.#expanded += count;
    if (this.#expanded <= maximumExpansion) return true;
    this.#hit(`limit: the template makes more than ${maximumExpansion} resources and copies`);
    return false;
  }

  /** Counts the characters that a function makes. */
  write(characters: number): void {
    this.#characters += characters;
    if (this.#characters > maximumCharacters)
      throw new LimitError(`functions of the template make more than ${maximumCharacters} characters of text`);
  }

  #hit(limit: string): undefined {
    this.limits.add(limit);
  }

  /** A term that no other value has, for what is never the same twice. */
  uniqueTerm(word: string): string {
    return `${word}#${++this.#terms}`;
  }

  /** Notes a limit that something else hit. */
  limit(message: string): void {
    this.#hit(`limit: ${message}`);
  }

  /** Does work whose result may not be asked for when it is deployed: what is wrong in it is no error. */
  perhaps<T>(work: () => T): T {
    this.#uncertain++;
    try {
      return work();
    } finally {
      this.#uncertain--;
    }
  }

  /** Reports a problem, once for each place. */
  report(problem: TemplateProblem): void {
    if (this.#uncertain > 0) return;
    const { at, message } = problem;
    const key = `${at.file.path}\n${at.path.join('\n')}\n${at.part}\n${at.range?.start}\n${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.problems.push(problem);
  }

  /** Whether one of the values is a parameter's default that stands in for a value that will be given. */
  usesDefault(values: readonly { readonly at: Place; readonly from?: readonly Place[] }[]): boolean {
    if (this.hasParameters) return false;
    return values.some(({ at, from = [] }) => [at, ...from].some(isDeclaredParameter));
  }
}

/** In the `parameters` section of a template; the values that a template gives to a nested one have that name, too. */
const isDeclaredParameter = ({ path }: Place): boolean =>
  path.some(
    (step, index) => /^parameters$/i.test(String(step)) && (index === 0 || /^template$/i.test(String(path[index - 1]))),
  );
