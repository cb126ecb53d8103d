/** A stream that takes text, and knows whether a person is looking at it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Width of the terminal in columns. */
  readonly columns?: number;
}

/** Everything outside that the command line may touch beside files: handed in, so that a test can play it. */
export interface World {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Wrong arguments or configuration: printed as it is, exit code 2. */
export class UsageError extends Error {}

/** What the exit codes mean. 3 wins over 1: an incomplete analysis must not look like a finding. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, incomplete: 3 } as const;
