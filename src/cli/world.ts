/** What the command line needs of the world; a test hands in its own. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Whether standard error is a terminal: then a long run says what it is doing. */
  readonly isErrorTerminal: boolean;
  /** Columns of the terminal. */
  readonly width: number | undefined;
  stdout(text: string): void;
  stderr(text: string): void;
  stdin(): Promise<Buffer>;
  /** The day, `YYYY-MM-DD`, in UTC: machines in several places must agree on what has expired. */
  readonly today: string;
  /** Begins to ask the person at the terminal; absent where nobody would answer. */
  readonly converse?: (() => Promise<Conversation>) | undefined;
  /** What `--help` prints, as it was written when this was bundled; undefined where the width of the terminal asks for another. */
  help?(): string | undefined;
  /** The file that checks in a thread of its own; undefined where there is none, as in tests. */
  readonly worker?: string;
  /** Milliseconds since some moment. */
  now(): number;
}

/** Questions to a person, one after the other. */
export interface Conversation {
  /** The line that is answered; undefined when the person would rather stop. */
  ask(question: string): Promise<string | undefined>;
  end(): void;
}

/** Wrong arguments or configuration: exit code 2. The message says what is wrong and what to do. */
export class UsageError extends Error {}

/** Columns of what `--help` prints, where nobody says how many there are. */
export const helpWidth = 100;

/** Exit codes of the command line. 3 wins over 1: CI must not read a crash as a finding, nor the reverse. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, incomplete: 3 } as const;
