import type { LoadedFile } from '../inputs/index.ts';
import { type MalformedSuppression, suppressionsIn, type WrittenSuppression } from '../inputs/suppressions/index.ts';
import { displayName } from '../model/identity.ts';
import type { Resource } from '../model/resource.ts';
import { Place } from '../source/place.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { type Raised, regionOf, regionOfSpan } from './findings.ts';
import {
  expiredSuppression,
  limitReached,
  malformedSuppression,
  ruleCrashed,
  suppressionWithoutReason,
  syntaxError,
  unusedSuppression,
} from './own-rules.ts';
import type { Region, Suppression, SuppressionOutcome } from './report.ts';
import type { Rule } from './rule.ts';
import { ruleNamed, unknownRule } from './unknown.ts';

/** A suppression of the configuration. At least one of `resource` and `matches` is given. */
export interface ConfiguredSuppression {
  /** Ids or names. */
  readonly rules: readonly string[];
  /** A resource by ARM id, by type and name (`Microsoft.AzureStackHCI/logicalNetworks/lnet-1`), or by name. */
  readonly resource?: string;
  /** The files that are meant, and how they are written. */
  readonly paths?: { readonly written: readonly string[]; readonly matches: (path: string) => boolean };
  readonly reason?: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires?: string;
  readonly ticket?: string;
  /** Where it is written. */
  readonly at: Place;
}

/** One suppression and one rule that it names. */
export interface Entry {
  readonly rule: Rule;
  readonly suppression: Suppression;
  readonly at: Place;
  readonly isExpired: boolean;
  /** Whether something at a place, of a resource or of none, is within its reach. */
  reaches(region: Region, resource: Resource | undefined): boolean;
  /** Whether it says itself that it is for several resources. */
  readonly isForSeveral: boolean;
  /** What to add for it to mean one resource. */
  readonly narrower: string;
}

/** What suppressions do to a run. */
export interface Suppressed {
  readonly suppressions: ReadonlyMap<Raised, Suppression>;
  /** What is wrong with the suppressions themselves. */
  readonly raised: readonly Raised[];
  readonly outcomes: readonly SuppressionOutcome[];
}

/** A run without suppressions. */
export const nothingSuppressed: Suppressed = { suppressions: new Map(), raised: [], outcomes: [] };

/** What the run knows that suppressions need. */
export interface SuppressionContext {
  /** Every rule that there is, in this run or not. */
  readonly known: readonly Rule[];
  readonly configured: readonly ConfiguredSuppression[];
  /** The day of the run; without it nothing expires. */
  readonly today: string | undefined;
  /** Whether a rule had all it needs to speak within the reach of an entry. */
  couldSpeak(entry: Entry): boolean;
}

/** These say that the analysis is incomplete, or speak of suppressions: nobody can accept that. */
const neverSuppressed = [
  syntaxError,
  ruleCrashed,
  limitReached,
  expiredSuppression,
  unusedSuppression,
  suppressionWithoutReason,
  malformedSuppression,
];

/**
 * Settles which findings are accepted. A suppression is for one declared resource, unless it is for a block or a file or
 * names the resources: where it would reach a second one, it accepts nothing and says so.
 */
export async function suppress(
  raised: readonly Raised[],
  loaded: readonly LoadedFile[],
  context: SuppressionContext,
): Promise<Suppressed> {
  const written = (await Promise.all(loaded.map(({ file }) => suppressionsIn(file)))).flat();
  const complaints: Raised[] = [];
  const entries = [
    ...written.flatMap((one) =>
      'problem' in one ? complain(one, complaints) : entriesOfWritten(one, context, complaints),
    ),
    ...context.configured.flatMap((one) => entriesOfConfigured(one, context)),
  ];
  const accepted = new Map<Raised, Suppression>();
  const outcomes: SuppressionOutcome[] = [];
  for (const entry of entries) {
    const { rule, suppression, at, isExpired, isForSeveral, narrower } = entry;
    const found = raised.filter(
      (item) => item.rule === rule && entry.reaches(regionOf(item.problem.at), item.resource),
    );
    const say = (about: Rule, message: string) =>
      complaints.push({ rule: about, severity: about.severity, problem: { at, message } });
    const declarations = isForSeveral ? [] : declarationsOf(found);
    const outcome = (state: SuppressionOutcome['state'], count = 0) =>
      outcomes.push({ ...suppression, ruleId: rule.id, ruleName: rule.name, state, count });
    if (suppression.reason === undefined) {
      say(
        suppressionWithoutReason,
        `This suppression of ${inWords(rule)} gives no reason. Say why the finding is accepted.`,
      );
    }
    if (isExpired) {
      const now = found.length > 0 ? 'what it accepted counts again' : 'it has nothing to accept either';
      say(
        expiredSuppression,
        `This suppression of ${inWords(rule)} expired on ${suppression.expires}: ${now}. Mend the finding, or decide again and write a new day; remove it when it is not needed.`,
      );
      outcome('expired');
    } else if (declarations.length > 1) {
      const names = declarations.map(({ resource }) => `"${resource ? displayName(resource) : ''}"`);
      say(
        malformedSuppression,
        `This suppression of ${inWords(rule)} would reach ${names.slice(0, -1).join(', ')} and ${names.at(-1)}, so it accepts nothing: a suppression is for one resource. ${narrower}`,
      );
      outcome('unused');
    } else if (found.length > 0) {
      for (const item of found) if (!accepted.has(item)) accepted.set(item, suppression);
      outcome('active', found.length);
    } else if (context.couldSpeak(entry)) {
      say(
        unusedSuppression,
        `${inWords(rule)} finds nothing in ${suppression.scope}, so this suppression accepts nothing. Remove it, before it accepts what nobody has looked at.`,
      );
      outcome('unused');
    } else outcome('unknown');
  }
  return { suppressions: accepted, raised: complaints, outcomes };
}

const inWords = ({ id, name }: Pick<Rule, 'id' | 'name'>): string => `${id} ${name}`;

/** One of each declaration that findings are about. Copies of one declaration are one. */
function declarationsOf(found: readonly Raised[]): Raised[] {
  const declarations = new Map<string, Raised>();
  for (const item of found) {
    const at = item.resource?.at;
    declarations.set(at ? `${at.file.path} ${at.span().start}` : '', item);
  }
  return [...declarations.values()];
}

function complain({ file, span, problem }: MalformedSuppression, complaints: Raised[]): [] {
  complaints.push({
    rule: malformedSuppression,
    severity: malformedSuppression.severity,
    problem: { at: placeOf(file, span), message: problem },
  });
  return [];
}

function entriesOfWritten(written: WrittenSuppression, context: SuppressionContext, complaints: Raised[]): Entry[] {
  const { file, span, reach, kind, resources, reason, expires, ticket } = written;
  const scope = [
    {
      line: `line ${'first' in reach ? reach.first : ''}`,
      block: 'this block',
      file: 'this file',
      object: 'this object',
    }[reach.kind],
    ...resources,
  ].join(', ');
  const isInReach = (region: Region, resource: Resource | undefined): boolean => {
    if (reach.kind === 'object') return isOfObject(file, reach.span, region, resource);
    if (region.path !== file.path) return false;
    return reach.kind === 'file' || (reach.first <= region.start.line && region.start.line <= reach.last);
  };
  return written.rules.flatMap((name): Entry[] => {
    const rule = ruleNamed(name, context.known);
    const problem = rule === undefined ? unknownRule(name, context.known) : refused(rule);
    if (problem !== undefined) return complain({ file, span, problem: capital(problem) }, complaints);
    return [
      {
        rule: rule as Rule,
        at: placeOf(file, span),
        isExpired: isOver(expires, context),
        suppression: { kind, region: regionOf(placeOf(file, span)), scope, ...acceptance({ reason, expires, ticket }) },
        isForSeveral: reach.kind === 'block' || reach.kind === 'file' || resources.length > 0,
        narrower:
          kind === 'metadata'
            ? 'Name the one that is meant under "resource".'
            : 'Add resource=NAME for each one that is meant.',
        reaches: (region, resource) =>
          isInReach(region, resource) &&
          (resources.length === 0 || (resource !== undefined && resources.some((wanted) => isNamed(resource, wanted)))),
      },
    ];
  });
}

function entriesOfConfigured(configured: ConfiguredSuppression, context: SuppressionContext): Entry[] {
  const { resource: wanted, paths, reason, expires, ticket, at } = configured;
  const scope = [wanted ?? [], paths?.written ?? []].flat().join(', ');
  return configured.rules.flatMap((name): Entry[] => {
    const rule = ruleNamed(name, context.known);
    // The configuration is refused when it names a rule that does not exist.
    if (!rule) return [];
    return [
      {
        rule,
        at,
        isExpired: isOver(expires, context),
        suppression: { kind: 'configuration', region: regionOf(at), scope, ...acceptance({ reason, expires, ticket }) },
        isForSeveral: wanted === undefined,
        narrower: 'Give its whole ARM id, or the file in "paths".',
        reaches: (region, resource) =>
          (paths === undefined || paths.matches(region.path)) &&
          (wanted === undefined || (resource !== undefined && isNamed(resource, wanted))),
      },
    ];
  });
}

/** What to say of a rule that can't be suppressed. */
export const refused = (rule: Pick<Rule, 'id' | 'name'>): string | undefined =>
  neverSuppressed.some(({ id }) => id === rule.id)
    ? `${inWords(rule)} can't be suppressed: it says that the analysis, or a suppression, is not as it must be.`
    : undefined;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isOver = (expires: string | undefined, { today }: SuppressionContext): boolean =>
  expires !== undefined && today !== undefined && expires < today;

function acceptance(words: Record<'reason' | 'expires' | 'ticket', string | undefined>) {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Pick<
    Suppression,
    'reason' | 'expires' | 'ticket'
  >;
}

/** What is about the resource that an object declares; for an object that declares none, what stands in it. */
function isOfObject(file: SourceFile, span: Span, region: Region, resource: Resource | undefined): boolean {
  if (resource && resource.at.file.path === file.path) {
    const own = resource.at.span();
    if (own.start === span.start && own.end === span.end) return true;
    // A resource inside of this one is another.
    if (span.start <= own.start && own.end <= span.end) return false;
  }
  const { path, start, end } = regionOfSpan(file, span);
  if (region.path !== path) return false;
  const isBefore = (one: Region['start'], other: Region['start']) =>
    one.line < other.line || (one.line === other.line && one.column <= other.column);
  return isBefore(start, region.start) && isBefore(region.end, end);
}

/** Whether a resource is the one that is named by ARM id, by type and name, or by name, in any letter case. */
export function isNamed(resource: Resource, written: string): boolean {
  const wanted = written.toLowerCase();
  if (wanted.startsWith('/')) return resource.id === wanted.replace(/\/$/, '');
  const name = displayName(resource).toLowerCase();
  return wanted === name || wanted === `${resource.type.toLowerCase()}/${name}`;
}

/** A place for a span that is in no document: a comment. */
const placeOf = (file: SourceFile, span: Span): Place => new Place({ file, value: undefined, locate: () => span });
