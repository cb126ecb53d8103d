import { type LoadedFile, loadFiles, loadLive } from '../inputs/index.ts';
import type { Estate } from '../model/estate.ts';
import { logicalIdentity } from '../model/identity.ts';
import { pairResources } from '../model/pairing.ts';
import { defaultRelease, type Release } from '../model/release.ts';
import { rules as builtInRules } from '../rules/index.ts';
import { Place } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { coverageOf } from './coverage.ts';
import { type Raised, toFindings } from './findings.ts';
import { nothingChecked, ownRules, shapeError, syntaxError } from './own-rules.ts';
import { parameterPairing } from './parameter-pairs.ts';
import type { Failure, FileOutcome, Report } from './report.ts';
import type { Rule, Severity } from './rule.ts';
import { runRules } from './run-rules.ts';

/** What to check. Texts only: reading files is the caller's business. */
export interface LintInput {
  /** Specs: templates, parameter files, resource documents, compact specs, Terraform. */
  readonly files: readonly SourceFile[];
  /** Older specs to compare with; undefined when there is no base. */
  readonly base?: readonly SourceFile[];
  /** JSON of live resources, as `az … show` and `az … list` print it. */
  readonly live?: readonly SourceFile[];
  /** Parameter files that apply to every template among `files`, in place of those paired by name. */
  readonly parameters?: readonly SourceFile[];
  /** Files that the caller could not read, to be reported as failures. */
  readonly unreadable?: readonly { readonly path: string; readonly message: string }[];
}

/** Severity by rule id or name. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** How to check. Everything has a default. */
export interface LintOptions {
  readonly release?: Release;
  readonly severities?: Severities;
  /** Severities for files that match; later entries win. */
  readonly overrides?: readonly { readonly matches: (path: string) => boolean; readonly severities: Severities }[];
  /** Which parameter files belong to a template, when their names do not say so. */
  readonly parameterPairs?: readonly {
    readonly template: (path: string) => boolean;
    readonly parameters: (path: string) => boolean;
  }[];
  /** Users' rules, checked beside the built-in ones. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks specs against the documented limitations. Pure: no disk, no clock, no console; equal input gives an equal
 * report. Never throws on bad specs: what can't be read is a finding, what can't be analysed a failure.
 */
export async function lint(input: LintInput, options: LintOptions = {}): Promise<Report> {
  const rules = [...ownRules, ...builtInRules, ...(options.rules ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  const parametersOf = parameterPairing(input, options);
  const loaded = await loadFiles([...input.files, ...(input.parameters ?? [])], parametersOf);
  const base = await loadFiles(input.base ?? [], parametersOf);
  const live = await loadLive(input.live ?? []);

  const estate = buildEstate(loaded, base, live, input.base !== undefined || input.live !== undefined);
  const severityOf = severities(rules, options);
  const failures: Failure[] = (input.unreadable ?? []).map(({ path, message }) => ({ path, message }));
  const raised: Raised[] = [...loaded, ...live].flatMap((file) => syntaxFindings(file));
  raised.push(...loaded.flatMap(({ shape }) => shape.map(shapeFinding)));
  raised.push(...(await runRules(rules, estate, options.release ?? defaultRelease, failures)));
  for (const file of loaded) {
    for (const limit of file.limits) failures.push({ path: file.file.path, message: limit });
  }

  const files = outcomes(loaded, input);
  if (estate.resources.length + estate.operations.length === 0) raised.push(...emptyRun(loaded));
  const findings = toFindings(
    raised.flatMap((item) => {
      const severity = severityOf(item);
      return severity === 'off' ? [] : [{ ...item, severity }];
    }),
    environmentsByPath(estate),
  );
  return {
    findings,
    files,
    failures,
    resources: new Set(estate.resources.map((resource) => resource.at)).size + estate.operations.length,
    coverage: coverageOf(estate.resources),
    pairings: [...estate.changes, ...estate.moves].map(
      ({ before, after, pairedBy }) =>
        `${after.deployment.path}: ${logicalIdentity(after)} is ${before.deployment.path}: ${logicalIdentity(before)} (by ${pairedBy})`,
    ),
    rules,
    texts: textsOf([...loaded, ...base, ...live], findings),
  };
}

function buildEstate(
  loaded: readonly LoadedFile[],
  base: readonly LoadedFile[],
  live: readonly LoadedFile[],
  hasBase: boolean,
): Estate {
  const resources = loaded.flatMap((file) => file.resources);
  const liveResources = live.flatMap((file) => file.resources);
  const declared = resources.filter((resource) => resource.origin !== 'existing');
  const fromBase = pairResources(
    base.flatMap((file) => file.resources).filter((resource) => resource.origin !== 'existing'),
    declared,
  );
  // What the base does not know may still be deployed: the live state is its base.
  const known = new Set([...fromBase.changes, ...fromBase.moves].map((change) => change.after));
  const fromLive = pairResources(
    liveResources,
    declared.filter((resource) => !known.has(resource)),
  );
  return {
    resources,
    operations: loaded.flatMap((file) => file.operations),
    changes: [...fromBase.changes, ...fromLive.changes],
    moves: [...fromBase.moves, ...fromLive.moves],
    live: liveResources,
    hasBase,
  };
}

/** The severity of a finding: what the user says of its rule for its file, else what the problem or the rule says. */
function severities(rules: readonly Rule[], options: LintOptions): (raised: Raised) => Severity | 'off' {
  const byRule = (settings: Severities | undefined, rule: Rule) => settings?.[rule.id] ?? settings?.[rule.name];
  const general = new Map(rules.map((rule) => [rule, byRule(options.severities, rule)]));
  return ({ rule, severity, problem }) => {
    let wanted = general.get(rule);
    for (const override of options.overrides ?? []) {
      if (override.matches(problem.at.file.path)) wanted = byRule(override.severities, rule) ?? wanted;
    }
    return wanted ?? severity;
  };
}

function syntaxFindings({ file, problems }: LoadedFile): Raised[] {
  return problems.map(({ span, message }) => ({
    rule: syntaxError,
    severity: syntaxError.severity,
    problem: { at: placeOfSpan(file, span), message },
  }));
}

const shapeFinding = (problem: LoadedFile['shape'][number]): Raised => ({
  rule: shapeError,
  severity: shapeError.severity,
  problem,
});

/** A place for something that has no path in a document, because there is no document. */
function placeOfSpan(file: SourceFile, span: Span): Place {
  return new Place({ file, value: undefined, locate: () => span });
}

/** One note for the run, at the first file: pull requests need a place to show it. */
function emptyRun(loaded: readonly LoadedFile[]): Raised[] {
  const first = loaded[0];
  if (!first) return [];
  const count = loaded.length;
  const message = `No Azure Local resource was found in ${count} ${count === 1 ? 'file' : 'files'}, so nothing was checked. Check the paths; --verbose says why each file was skipped.`;
  return [
    {
      rule: nothingChecked,
      severity: nothingChecked.severity,
      problem: { at: placeOfSpan(first.file, { start: 0, end: 0 }), message },
    },
  ];
}

function outcomes(loaded: readonly LoadedFile[], input: LintInput): FileOutcome[] {
  const read = loaded.map(({ file, resources, operations, skipped, problems, limits, notes }): FileOutcome => {
    if (limits.length > 0) return { path: file.path, outcome: 'failed', reason: limits.join('; ') };
    if (skipped === undefined)
      return { path: file.path, outcome: 'checked', reason: checkedReason(resources, operations, notes) };
    return {
      path: file.path,
      outcome: 'skipped',
      reason: problems.length > 0 ? `${skipped} (not well-formed)` : skipped,
    };
  });
  const unreadable = (input.unreadable ?? []).map(
    ({ path, message }): FileOutcome => ({ path, outcome: 'failed', reason: message }),
  );
  return [...read, ...unreadable].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function checkedReason(
  resources: LoadedFile['resources'],
  operations: LoadedFile['operations'],
  notes: readonly string[],
): string {
  const places = new Set(resources.map((resource) => resource.at)).size;
  const counted = [
    places > 0 ? `${places} ${places === 1 ? 'resource' : 'resources'}` : '',
    operations.length > 0 ? `${operations.length} Terraform ${operations.length === 1 ? 'block' : 'blocks'}` : '',
    resources.length + operations.length === 0 ? 'values for its template' : '',
  ];
  return [...counted.filter((text) => text !== ''), ...notes].join('; ');
}

function environmentsByPath(estate: Estate): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const { deployment } of estate.resources) {
    const known = result.get(deployment.path) ?? new Set();
    result.set(deployment.path, known.add(deployment.environment));
  }
  return result;
}

function textsOf(loaded: readonly LoadedFile[], findings: Report['findings']): Map<string, string> {
  const wanted = new Set(findings.map((finding) => finding.region.path));
  return new Map(
    loaded
      .filter(({ file }) => wanted.has(file.path))
      .map(({ file }) => [file.path, file.text])
      .reverse() as [string, string][],
  );
}
