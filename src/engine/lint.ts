import { type LoadedFile, loadFiles, loadLive, loadWhatIf, type OnStep, type ReadLinked } from '../inputs/index.ts';
import type { Change } from '../model/change.ts';
import { describe } from '../model/describe.ts';
import type { Estate } from '../model/estate.ts';
import { defaultRelease, type Release } from '../model/release.ts';
import type { Resource } from '../model/resource.ts';
import { rules as builtInRules } from '../rules/index.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { buildEstate, countDeclarations } from './build-estate.ts';
import { couldSpeak } from './could-speak.ts';
import { coverageOf } from './coverage.ts';
import {
  brokenBase,
  emptyRun,
  limitsReached,
  misshapenSpecs,
  syntaxErrors,
  templateProblems,
  unreadLimits,
} from './file-findings.ts';
import { type Findings, type Raised, toFindings } from './findings.ts';
import { onlyOfSpecs } from './fixes.ts';
import { compareText } from './order.ts';
import { emptyLive, limitFailures, otherWhatIf, outcomesOf, unreadable } from './outcomes.ts';
import { ownRules, parameterRejected, shapeError, syntaxError } from './own-rules.ts';
import { parameterPairing } from './parameter-pairs.ts';
import { replacementPlan } from './replacement-plan.ts';
import type { Baseline, Failure, Report } from './report.ts';
import { isIn, type Preset, type Rule, type RuleContext, type Severity } from './rule.ts';
import { runRules } from './run-rules.ts';
import { type Shown, withoutSecrets } from './secrets.ts';
import { type Shard, shareOf } from './shard.ts';
import { type ConfiguredSuppression, nothingSuppressed, suppress } from './suppressions.ts';

/** What to check. Texts only: reading files is the caller's business. The order of files does not matter. */
export interface LintInput {
  /** Specs: templates, parameter files, resource documents, compact specs, Terraform. */
  readonly files: readonly SourceFile[];
  /** Older specs to compare with; undefined when there is no base. */
  readonly base?: readonly SourceFile[];
  /** JSON of live resources, as `az … show` and `az … list` print it. */
  readonly live?: readonly SourceFile[];
  /** What deployments would change: JSON as `az deployment group what-if --no-pretty-print` prints it. */
  readonly whatIf?: readonly SourceFile[];
  /** Parameter files that apply to every template among `files`, in place of those paired by name. */
  readonly parameters?: readonly SourceFile[];
  /** Files that the caller could not read, to be reported as failures. */
  readonly unreadable?: readonly Unreadable[];
  /** Files that the caller left out, to be listed with the reason. */
  readonly skipped?: readonly { readonly path: string; readonly reason: string }[];
  /** Reads a template of the repository that is not among `files` but linked to by one of them. */
  readonly readLinked?: ReadLinked;
}

/** A file that the caller could not read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly message: string;
  /** A limit kept it from being read, or from being checked: that is a finding, too. */
  readonly isLimit?: true;
}

/** Severity by rule id or name. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** How to check. Everything has a default. */
export interface LintOptions {
  readonly release?: Release;
  /** Which rules run, `recommended` without it. A rule that `severities` or `overrides` name runs all the same. */
  readonly preset?: Preset;
  readonly severities?: Severities;
  /** Severities for files that match; later entries win. */
  readonly overrides?: readonly { readonly matches: (path: string) => boolean; readonly severities: Severities }[];
  /** Which parameter files belong to a template, when their names do not say so. */
  readonly parameterPairs?: readonly {
    readonly template: (path: string) => boolean;
    readonly parameters: (path: string) => boolean;
  }[];
  /**
   * Whether the files hold everything of the resource groups that they declare: a reference to a resource of such a
   * group that no file has is then reported. Without it, what is not there may exist all the same.
   */
  readonly closedWorld?: boolean;
  /** What the configuration accepts. Specs have suppressions of their own, in comments and in `metadata`. */
  readonly suppressions?: readonly ConfiguredSuppression[];
  /** Checks as if there were no suppressions at all. */
  readonly withoutSuppressions?: boolean;
  /** The day of the run, `YYYY-MM-DD`: suppressions expire. Without it they don't. */
  readonly today?: string;
  /** Whether the files are only a part of what belongs together: a rule that is silent may lack the other part. */
  readonly isPartial?: boolean;
  /**
   * The share of the files that is judged, when a run is split. Rules see all files in every share, so that the findings of
   * all shares are those of one run.
   */
  readonly shard?: Shard;
  /** Fingerprints of findings that are known: they are reported as `unchanged`, and do not count. */
  readonly baseline?: Baseline;
  /** Whether the values that only the deployment knows are listed, each with its place. */
  readonly listUnknown?: boolean;
  /** Users' rules, checked beside the built-in ones. */
  readonly rules?: readonly Rule[];
  /** Hears of each step before it is taken, so that whoever runs this knows what a run that does not end is stuck in. */
  readonly onStep?: OnStep;
}

/**
 * Checks specs against the documented limitations. Pure: no disk, no clock, no console; equal input gives an equal
 * report. Never throws on bad specs: what can't be read is a finding, what can't be analysed a failure.
 */
export const lint = async (input: LintInput, options: LintOptions = {}): Promise<Report> =>
  (await check(input, options)).report;

/** The same, with the estate: for what is said of resources without findings, too. */
export async function check(
  input: LintInput,
  options: LintOptions,
): Promise<{ readonly report: Report; readonly estate: Estate; readonly shown: Shown }> {
  const rules = chosenRules(options).sort((a, b) => compareText(a.id, b.id));
  const { onStep } = options;
  const parametersOf = parameterPairing(input, options);
  const specs = await loadFiles(specsOf(input), parametersOf, input.readLinked, onStep);
  const whatIf = await loadWhatIf(byPath(input.whatIf ?? []), onStep);
  const base = await loadFiles(byPath(input.base ?? []), parametersOf, undefined, onStep);
  const live = await loadLive(byPath(input.live ?? []), onStep);
  const all = [...specs, ...whatIf];
  const hasBase = [input.base, input.live, input.whatIf].some((old) => old !== undefined);
  const whole = buildEstate(all, base, live, hasBase);
  const { isOf, estate, files: loaded, unread } = shareOf(options.shard, all, whole, input);

  const crashes: Failure[] = [];
  const raised: Raised[] = [
    ...[...loaded, ...live.filter(isOf)].flatMap(syntaxErrors),
    ...loaded.flatMap(misshapenSpecs),
    ...loaded.flatMap(templateProblems),
    ...brokenBase(base.filter(isOf), all),
    ...(await runRules(rules, estate, contextOf(whole, options), crashes, onStep)),
  ];
  const isUnread = all.length === 0 && (input.unreadable ?? []).length > 0;
  if (countDeclarations(whole) === 0 && !isUnread) raised.push(emptyRun(all, input.skipped));
  const coverage = coverageOf(estate.resources, options.listUnknown);
  // Only now: values are evaluated when they are asked for, and limits are hit on the way.
  const limits = limitFailures(loaded, base.filter(isOf), live.filter(isOf));
  raised.push(...limitsReached(limits, loaded), ...unreadLimits(unread));

  const severityOf = severities(options);
  const inForce = (some: readonly Raised[]) =>
    some.flatMap((item) => {
      const severity = rules.includes(item.rule) ? severityOf(item) : 'off';
      return severity === 'off' ? [] : [{ ...item, severity }];
    });
  const isOn = (rule: Rule, at: Place) =>
    inForce([{ rule, severity: rule.severity, problem: { at, message: '' } }]).length > 0;
  const spoken = inForce(withoutRepeats(withoutWhatMayBeThere(raised, loaded)).map(onlyOfSpecs(specs)));
  const suppressed = options.withoutSuppressions
    ? nothingSuppressed
    : await suppress(spoken, all, {
        known: [...builtInRules, ...ownRules, ...(options.rules ?? [])],
        configured: options.suppressions ?? [],
        today: options.today,
        couldSpeak: (entry) => !options.isPartial && couldSpeak(entry, all, whole, isOn, isOf),
      });
  const wanted = [...spoken, ...inForce(suppressed.raised.filter(({ problem }) => isOf(problem.at)))];
  const accepted = { suppressions: suppressed.suppressions, baseline: options.baseline };
  const shown = withoutSecrets([...all, ...base, ...live], filesSpokenOf(wanted));
  const found = toFindings(wanted, whole.resources, new Set(base.map(({ file }) => file)), shown, accepted);
  const said = shown.data({
    suppressions: suppressed.outcomes,
    files: outcomesOf(loaded, unread),
    failures: [
      ...unreadable(unread),
      ...emptyLive(live.filter(isOf)),
      ...otherWhatIf(whatIf.filter(isOf)),
      ...limits,
      ...crashes,
    ],
    resources: countDeclarations(estate),
    coverage,
    pairings: [...estate.changes, ...estate.moves].map(pairingInWords),
    unpaired: estate.unpaired.map(({ after, reason }) => `${inDeployment(after)}: ${reason}`),
    plan: replacementPlan(
      wanted.filter((item) => !accepted.suppressions.has(item)),
      whole,
    ),
  });
  const report: Report = {
    ...found,
    ...said,
    ...(options.shard ? { shard: options.shard } : {}),
    rules,
    sources: sourcesOf([...base, ...live, ...all], options, found, shown),
  };
  return { report, estate: whole, shown };
}

/** The files that findings point into, quote and refer to. */
const filesSpokenOf = (raised: readonly Raised[]): SourceFile[] =>
  raised.flatMap(({ problem: { at, value, related = [] } }) =>
    [at, ...(value ? [value.at, ...value.via, ...value.from] : []), ...related.map((other) => other.at)].map(
      ({ file }) => file,
    ),
  );

const contextOf = (estate: Estate, { release = defaultRelease, closedWorld = false }: LintOptions): RuleContext => ({
  release,
  estate,
  closedWorld,
});

/** The rules of a preset, those that the settings name, and the users' own: they are loaded because they are wanted. */
export function chosenRules({
  preset = 'recommended',
  severities = {},
  overrides = [],
  rules: own = [],
}: LintOptions): Rule[] {
  const named = new Set(
    [severities, ...overrides.map((override) => override.severities)].flatMap((settings) => Object.keys(settings)),
  );
  const isWanted = (rule: Rule) => isIn(preset, rule) || named.has(rule.id) || named.has(rule.name);
  return [...[...ownRules, ...builtInRules].filter(isWanted), ...own];
}

function pairingInWords({ before, after, pairedBy }: Change): string {
  return `${inDeployment(after)} with the one in ${deploymentInWords(before)}, by ${pairedBy}`;
}

const inDeployment = (resource: Resource): string => `${describe(resource)} in ${deploymentInWords(resource)}`;

const deploymentInWords = ({ deployment: { path, environment } }: Resource): string =>
  environment === '' ? path : `${path} (${environment})`;

const byPath = (files: readonly SourceFile[]): SourceFile[] => [...files].sort((a, b) => compareText(a.path, b.path));

/**
 * The files to check, sorted. What is given as live state or what-if is no spec, even when it stands in a folder that is checked:
 * a resource that is declared twice could not be compared with anything.
 */
function specsOf({ files, live = [], whatIf = [], parameters = [] }: LintInput): SourceFile[] {
  const taken = new Set([...live, ...whatIf, ...parameters].map(({ path }) => path));
  return byPath([...files.filter(({ path }) => !taken.has(path)), ...parameters]);
}

/**
 * Of a file that can't be read whole, what is missing from a resource may stand in the part that was not understood: one
 * wrong indentation would otherwise be reported as everything that it hides.
 */
function withoutWhatMayBeThere(raised: readonly Raised[], loaded: readonly LoadedFile[]): readonly Raised[] {
  const broken = new Set(
    loaded.filter(({ problems }) => problems.some(({ isLimit }) => !isLimit)).map(({ file }) => file),
  );
  if (broken.size === 0) return raised;
  const isMissing = ({ resource, problem: { at } }: Raised) =>
    resource !== undefined && broken.has(at.file) && at.equals(resource.at);
  return raised.filter((item) => !isMissing(item));
}

/** What its template refuses, or what can't be read, has the wrong shape for the resource, too: once is enough. */
function withoutRepeats(raised: readonly Raised[]): readonly Raised[] {
  const said = raised.filter(({ rule }) => rule === parameterRejected || rule === syntaxError);
  if (said.length === 0) return raised;
  const isSaid = (at: Place) =>
    said.some(({ rule, problem }) => (rule === syntaxError ? overlap(at, problem.at) : at.equals(problem.at)));
  return raised.filter(({ rule, problem }) => rule !== shapeError || !isSaid(problem.at));
}

function overlap(one: Place, other: Place): boolean {
  if (one.file !== other.file) return false;
  const [a, b] = [one.span(), other.span()];
  return a.start <= b.end && b.start <= a.end;
}

/** The severity of a finding: what the user says of its rule for its file, else what the problem or the rule says. */
const severities =
  (options: LintOptions) =>
  ({ rule, severity, problem }: Raised): Severity | 'off' =>
    wantedSeverity(rule, problem.at.file.path, options) ?? severity;

/** What the user says of a rule for a file; undefined where the rule's own severity stands. */
export function wantedSeverity(rule: Rule, path: string, options: LintOptions): Severity | 'off' | undefined {
  const said = (settings: Severities | undefined) => settings?.[rule.id] ?? settings?.[rule.name];
  let wanted = said(options.severities);
  for (const override of options.overrides ?? []) {
    const severity = said(override.severities);
    if (severity !== undefined && override.matches(path)) wanted = severity;
  }
  return wanted;
}

/** The files that findings point into and fixes change. Of two with one path, the one that was checked wins over the base's. */
function sourcesOf(
  loaded: readonly LoadedFile[],
  { suppressions = [] }: LintOptions,
  found: Findings,
  shown: Shown,
): Map<string, SourceFile> {
  const all = [...found.findings, ...found.suppressed, ...found.unchanged];
  const wanted = new Set(
    all.flatMap(({ region, fix }) => [region.path, ...(fix?.edits ?? []).map((edit) => edit.region.path)]),
  );
  const files = [...suppressions.map(({ at }) => at.file), ...loaded.map(({ file }) => file)];
  return new Map(files.filter(({ path }) => wanted.has(path)).map((file) => [file.path, shown.file(file)]));
}
