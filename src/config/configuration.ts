import type { Severities } from '../engine/lint.ts';
import type { Severity } from '../engine/rule.ts';
import type { Release } from '../model/release.ts';

/** The lowest severity that makes a run fail. */
export type FailOn = Severity | 'none';

/** What a configuration file says, in the words of `schemas/config.schema.json`. Globs are relative to its folder. */
export interface Configuration {
  readonly release?: Release;
  /** By rule id. */
  readonly rules?: Severities;
  readonly overrides?: readonly { readonly paths: readonly string[]; readonly rules: Severities }[];
  readonly ignore?: readonly string[];
  readonly parameters?: readonly { readonly template: string; readonly files: readonly string[] }[];
  readonly base?: string;
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
}

/** Something that is wrong with a configuration file. Line and column from 1. */
export interface ConfigurationProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
