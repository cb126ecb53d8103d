import { compareText } from './order.ts';
import { limitReached, nothingChecked, ruleCrashed } from './own-rules.ts';
import type { Finding, Report } from './report.ts';
import type { Rule } from './rule.ts';

/** One accepted finding, as `schemas/baseline.schema.json` describes it. */
export interface BaselineEntry {
  /** What it is known by. Everything else tells people what that is, and what a run needs to find it again. */
  readonly fingerprint: string;
  readonly ruleId: string;
  /** Type and name. */
  readonly resource?: string;
  readonly environment?: string;
  readonly message: string;
  /** The files that it was found in, the one to change first. Files are renamed: these are no part of its identity. */
  readonly paths: readonly string[];
  /** What its rule compared with, in words: `base origin/main`, `live state`. */
  readonly comparedWith?: readonly string[];
}

/** What a run looked at. */
export interface RunScope {
  /** The files of the run, but those that they are compared with. */
  readonly paths: ReadonlySet<string>;
  /** In words, as in an entry. */
  readonly comparedWith: readonly string[];
  /** Whether a rule is off for a file. */
  isOff(rule: Rule, path: string): boolean;
  /** Whether a file was looked for and is no more. */
  isGone(path: string): boolean;
}

/** A set of fingerprints that has them all: a run with it leaves every finding by itself, in the words of its rule. */
export const everything = { has: () => true };

/** These are about a run, not about specs: accepted, they would hide that another run has not seen all. */
const ofTheRun = new Set([nothingChecked, ruleCrashed, limitReached].map(({ id }) => id));

/** The findings of a run that had `everything` as its baseline, as entries in their one order. */
export function entriesOf(
  { unchanged, rules }: Report,
  scope: Pick<RunScope, 'paths' | 'comparedWith'>,
): BaselineEntry[] {
  const comparing = new Set(rules.filter(({ change, move }) => change ?? move).map(({ id }) => id));
  return unchanged
    .filter(({ ruleId }) => !ofTheRun.has(ruleId))
    .map((finding): BaselineEntry => {
      const { fingerprint, ruleId, resource, environments, message, related } = finding;
      const compares = comparing.has(ruleId) || related.some(({ inBase }) => inBase);
      return {
        fingerprint,
        ruleId,
        ...(resource ? { resource: `${resource.type}/${resource.name}` } : {}),
        ...(environments[0] === undefined ? {} : { environment: environments[0] }),
        message,
        paths: pathsOf(finding, scope.paths),
        ...(compares && scope.comparedWith.length > 0 ? { comparedWith: scope.comparedWith } : {}),
      };
    })
    .sort(inOrder);
}

/** Files of the run that a finding points into. */
function pathsOf({ region, related, trace }: Finding, known: ReadonlySet<string>): string[] {
  const others = [...related.filter(({ inBase }) => !inBase), ...trace].flatMap((one) => one.region?.path ?? []);
  return [region.path, ...new Set(others.filter((path) => path !== region.path && known.has(path)).sort(compareText))];
}

/** By what is accepted, not by where it stands: a file that is renamed changes lines, not their order. */
const inOrder = (a: BaselineEntry, b: BaselineEntry): number =>
  compareText(a.ruleId, b.ruleId) ||
  compareText(a.resource ?? '', b.resource ?? '') ||
  compareText(a.environment ?? '', b.environment ?? '') ||
  compareText(a.message, b.message) ||
  compareText(a.fingerprint, b.fingerprint);

/** What a run says of an accepted finding. */
export interface BaselineOutcome {
  /** `present`: it is still there, and the entry is as it is now. `fixed`: it is not. `unseen`: this run could not tell. */
  readonly state: 'present' | 'fixed' | 'unseen';
  /** Why the run could not tell. */
  readonly reason?: string;
  readonly entry: BaselineEntry;
}

/** What became of each entry, in their one order. */
export function compareBaseline(entries: readonly BaselineEntry[], report: Report, scope: RunScope): BaselineOutcome[] {
  const present = new Map(entriesOf(report, scope).map((entry) => [entry.fingerprint, entry]));
  const whyUnseen = blindSpots(report, scope);
  return [...entries].sort(inOrder).map((entry) => {
    const now = present.get(entry.fingerprint);
    if (now) return { state: 'present', entry: now };
    const reason = whyUnseen(entry);
    return reason === undefined ? { state: 'fixed', entry } : { state: 'unseen', reason, entry };
  });
}

function blindSpots({ rules, failures }: Report, scope: RunScope): (entry: BaselineEntry) => string | undefined {
  const running = new Map(rules.map((rule) => [rule.id, rule]));
  const crashed = new Set(failures.map(({ ruleId }) => ruleId));
  const failed = new Set(failures.flatMap(({ path }) => path ?? []));
  const isComparisonBroken = [...failed].some((path) => !scope.paths.has(path));
  return ({ ruleId, paths, comparedWith = [] }) => {
    const rule = running.get(ruleId);
    if (!rule || scope.isOff(rule, paths[0] ?? '')) return 'its rule does not run';
    if (crashed.has(ruleId)) return 'its rule failed';
    const missing = comparedWith.find((one) => !scope.comparedWith.includes(one));
    if (missing !== undefined) return `it was compared with ${missing}, which this run is not`;
    if (comparedWith.length > 0 && isComparisonBroken) return 'what it is compared with could not be read';
    const unread = paths.find((path) => failed.has(path));
    if (unread !== undefined) return `${unread} could not be analysed`;
    const outside = paths.find((path) => !scope.paths.has(path) && !scope.isGone(path));
    return outside === undefined ? undefined : `${outside} is not part of this run`;
  };
}
