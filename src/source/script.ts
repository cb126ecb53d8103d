import type { Comment } from './comment.ts';
import type { SyntaxProblem } from './place.ts';
import type { Span } from './source-file.ts';

/*
 * A script in what its language has in common with others: commands with their words, assignments, functions, and
 * parts that may or may not run. Readers of shells make it; expressions that nobody but the shell can answer are
 * unknown parts of words.
 */

/** A part of a word. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  /** The value of a variable. `isSplit`: its value is split into words where it has blanks. */
  | { readonly kind: 'variable'; readonly name: string; readonly isSplit: boolean }
  /** Every item of an array as a word of its own, or every entry of a table as a parameter: `"${a[@]}"`, `@a`. */
  | { readonly kind: 'all'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Word[] }
  | { readonly kind: 'table'; readonly entries: readonly (readonly [name: string, value: Word])[] }
  /** What only running the script can tell, as it is written. */
  | { readonly kind: 'unknown'; readonly text: string };

/** A word of a command: what the shell passes on as one argument, unless it stands for several. */
export interface Word {
  readonly parts: readonly WordPart[];
  readonly span: Span;
}

export type Statement =
  | { readonly kind: 'command'; readonly words: readonly Word[]; readonly span: Span }
  /** `value` is undefined for what gets a value that can't be seen: a loop variable, a parameter, what is read. */
  | { readonly kind: 'assignment'; readonly name: string; readonly value?: Word; readonly isAppend?: boolean }
  /** `parameters` by which arguments are passed with their names; a shell numbers them instead. */
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly body: readonly Statement[];
    }
  /** What may run once, several times, or not at all. */
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  /** Another script runs here and may change every variable. */
  | { readonly kind: 'include' };

/** What a reader made of a script. */
export interface Script {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}
