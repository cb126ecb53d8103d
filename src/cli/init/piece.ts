/** One part of the set-up: a file of its own, or what to add to a file that is there already. */
export interface Piece {
  /** Relative to the root of the repository. */
  readonly path: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** The whole of a new file. */
  readonly text: string;
  /** What a file of this name needs that is somebody's already; absent where the name is the linter's own. */
  readonly addition?: string;
  /** What is left for a person to do. */
  readonly next: readonly NextStep[];
}

/** A command, or a few words, and what it is good for. */
export type NextStep = readonly [action: string, reason: string];
