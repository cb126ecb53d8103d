import type { Position, SourceFile, Span } from '../source/source-file.ts';
import type { ReplacementPlan } from './replacement-plan.ts';
import type { Rule, Severity } from './rule.ts';
import type { Shard } from './shard.ts';

/** A range of lines and columns in a file, all from 1; `end` is one past the last character. */
export interface Region {
  /** Relative to the root of the run, `/` separators. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** One thing found, ready to print. */
export interface Finding {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly severity: Severity;
  readonly confidence: 'certain' | 'possible';
  /** `new`: it counts. `suppressed`: somebody has accepted it, with a suppression. `unchanged`: it is in the baseline. */
  readonly state: 'new' | 'suppressed' | 'unchanged';
  /** What accepts it; only when it is `suppressed`. */
  readonly suppression?: Suppression;
  readonly message: string;
  readonly region: Region;
  readonly related: readonly RelatedPlace[];
  /**
   * How the value came about that it is about, from the property to where it is written: the first step is the value in
   * its property, each other one a text that gave it. Empty when the value stands where it is used.
   */
  readonly trace: readonly { readonly text: string; readonly region?: Region }[];
  /** The resource it is about, when it is about one. */
  readonly resource?: { readonly id?: string; readonly type: string; readonly name: string };
  /** Deployments in which it was found, such as `prod`, when the file is deployed more than once. */
  readonly environments: readonly string[];
  /** The other findings that this one stands for: the same of other resources or deployments, of one cause. */
  readonly sameCause: readonly Finding[];
  /** Equal for the same finding in another run, whatever lines moved. */
  readonly fingerprint: string;
  /** The page that documents it. */
  readonly helpUri: string;
  /** A change of the checked files that mends it. */
  readonly fix?: FindingFix;
}

/** A change of texts; all of its edits are made, or none. */
export interface FindingFix {
  /** What it does, as an order. */
  readonly description: string;
  /** Whether `--fix` makes it; any other one is a suggestion. */
  readonly isSafe: boolean;
  readonly edits: readonly RegionEdit[];
}

/** What stands in a region is replaced by `text`. */
export interface RegionEdit {
  readonly region: Region;
  /** The same range in the text of the file. */
  readonly span: Span;
  readonly text: string;
  /** The object whose properties get other names, more or fewer by it. */
  readonly object?: Span;
}

/** The findings that are known: a set of fingerprints. */
export interface Baseline {
  has(fingerprint: string): boolean;
}

/** Somebody's word that findings are accepted. */
export interface Suppression {
  /** Where it is written: in a comment or `metadata` of the spec, or in the configuration. */
  readonly kind: 'comment' | 'metadata' | 'configuration';
  readonly region: Region;
  /** What it reaches, in words: `line 12`, `the file`, `resource lnet-1`. */
  readonly scope: string;
  /** Why; undefined when nobody said. */
  readonly reason?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
  /** Where the decision is recorded. */
  readonly ticket?: string;
}

/** What became of one suppression, for one rule that it names. */
export interface SuppressionOutcome extends Suppression {
  readonly ruleId: string;
  readonly ruleName: string;
  /**
   * `active`: it accepts findings of this run. `unused`: there is none, though its rule looked. `unknown`: its rule could
   * not look, because it does not run, has nothing to compare with, or needs a value that only the deployment knows.
   */
  readonly state: 'active' | 'unused' | 'expired' | 'unknown';
  /** How many findings it accepts. */
  readonly count: number;
}

/** Another place that matters to a finding. */
export interface RelatedPlace {
  readonly region: Region;
  readonly message: string;
  /** Whether it stands in the base: the file of today may be another one at the same path. */
  readonly inBase: boolean;
}

/** A value that rules look at and that only the deployment knows. */
export interface UnknownValue {
  /** Where a person would make it known. */
  readonly region: Region;
  readonly resource: { readonly id?: string; readonly type: string; readonly name: string };
  /** Its path in the resource: `properties.subnets[].properties.vlan`. */
  readonly property: string;
  readonly reason: string;
  /** Deployments in which it is unknown, when the file is deployed more than once. */
  readonly environments: readonly string[];
}

/** What became of one file. */
export interface FileOutcome {
  readonly path: string;
  /** `checked`: at least one resource or operation; `skipped`: nothing for this linter; `failed`: could not be analysed. */
  readonly outcome: 'checked' | 'skipped' | 'failed';
  /** Why it was skipped or failed, or what was checked (`3 resources`). */
  readonly reason: string;
}

/** A problem of the run, not of a spec: an unreadable file, a limit that was hit, a rule that crashed. Exit code 3. */
export interface Failure {
  readonly path?: string;
  readonly message: string;
  readonly ruleId?: string;
}

/** Everything a run has to say; what reporters get. */
export interface Report {
  /** What counts. */
  readonly findings: readonly Finding[];
  /** What would count, but is accepted by a suppression. */
  readonly suppressed: readonly Finding[];
  /** What would count, but is in the baseline. */
  readonly unchanged: readonly Finding[];
  /** The baseline, when there is one. */
  readonly baseline?: Baseline;
  /** Every suppression of the files and of the configuration, used or not. */
  readonly suppressions: readonly SuppressionOutcome[];
  /** The share that was judged, of a run that is split. Files of the other shares are not listed. */
  readonly shard?: Shard;
  readonly files: readonly FileOutcome[];
  readonly failures: readonly Failure[];
  /** Resources and operations that were checked. */
  readonly resources: number;
  /** How many of the values that rules look at were known, and the unknown ones with reasons. */
  readonly coverage: {
    readonly known: number;
    readonly unknown: number;
    readonly reasons: readonly { readonly reason: string; readonly count: number }[];
    /** The unknown ones, each with its place; only when they were asked for. */
    readonly unknownValues?: readonly UnknownValue[];
  };
  /** How resources were paired with the base, one line each, for `--verbose`. */
  readonly pairings: readonly string[];
  /** Resources that look like one of the base but were not compared with it, and why, one line each. */
  readonly unpaired: readonly string[];
  /** What has to be replaced, because it can't be changed in place. */
  readonly plan: ReplacementPlan;
  /** All rules of the run in order of id, found or not. */
  readonly rules: readonly Rule[];
  /** Every file that a finding, accepted or not, points into, by path, for code frames and line hashes. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** A message of a lower room as the sentence that people read. The name of a function keeps its letters. */
export function inSentences(message: string): string {
  const start = /^\w+\(/.test(message) ? message.charAt(0) : message.charAt(0).toUpperCase();
  return `${start}${message.slice(1)}${/[.?!]$/.test(message) ? '' : '.'}`;
}
