import type { Change } from '../model/change.ts';
import type { Limitation } from '../model/documentation.ts';
import type { Estate } from '../model/estate.ts';
import type { Field } from '../model/field.ts';
import type { Fix } from '../model/fix.ts';
import type { Operation } from '../model/operation.ts';
import type { Release } from '../model/release.ts';
import type { Resource } from '../model/resource.ts';
import type { Place } from '../source/place.ts';

/** SARIF's own words, so that no reporter translates. */
export type Severity = 'error' | 'warning' | 'note';

export type { Limitation } from '../model/documentation.ts';
export type { Fix } from '../model/fix.ts';

/**
 * Which rules run. `seed`: those of the list of limitations on the overview page. `recommended`, the default: also every
 * other error that the platform gives and every warning that is worth a reviewer's time. `strict`: all, with what is
 * advice, or rests on what a page shows and does not say. Each has the rules of those before it.
 */
export const presets = ['seed', 'recommended', 'strict'] as const;

export type Preset = (typeof presets)[number];

/** What a rule says: where, and what it is, what it must be, what to do. */
export interface Problem {
  readonly at: Place;
  /** One or more sentences: what it is, what it must be, what to do. Quotes the user's value. */
  readonly message: string;
  /** Other places that matter, such as the value in the base. */
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /** The value that it is about, to show how it came about. */
  readonly value?: Field;
  /** Only when it differs from the rule's own severity. */
  readonly severity?: Severity;
  /** `possible`: it depends on something that can't be seen here. Default `certain`. */
  readonly confidence?: 'certain' | 'possible';
  /** A change that mends it, when one can be written down. */
  readonly fix?: Fix | undefined;
}

/** What a rule may know beside the thing it looks at. */
export interface RuleContext {
  readonly release: Release;
  readonly estate: Estate;
  /** Whether the files are said to hold everything of the resource groups they declare, so that what is in none of them is missing. */
  readonly closedWorld: boolean;
}

/**
 * One rule: one documented limitation, made checkable. A constant, with a pure generator for each kind of evidence
 * in which the limitation can show.
 */
export interface Rule {
  /** Stable for ever, never given to another rule: `AZL1104`. */
  readonly id: string;
  /** The pattern it objects to, in kebab case. Also the name of its file and of its fixture folder. */
  readonly name: string;
  /** The pattern as a short sentence without full stop. */
  readonly title: string;
  readonly severity: Severity;
  /** The smallest preset that has the rule; `recommended` without it. */
  readonly preset?: Preset;
  readonly limitation: Limitation;
  /** What other pages, or other sentences, say that the rule enforces too. */
  readonly also?: readonly Limitation[];
  /** What to do about a finding, in a sentence or two. */
  readonly remedy: string;
  /** What its problems may come with: a fix that is made without asking, or a suggestion only. */
  readonly fix?: 'safe' | 'suggestion';
  /** Resource types (any case) that the rule is called for: all without it; `Microsoft.AzureStackHCI/*` is all of a namespace. */
  readonly types?: readonly string[];
  /** Called for each declared resource of `types`. */
  resource?(resource: Resource, context: RuleContext): Iterable<Problem>;
  /** Called for each resource of `types` that the base has too. */
  change?(change: Change, context: RuleContext): Iterable<Problem>;
  /** Called for each resource of `types` that the base has in another resource group. */
  move?(change: Change, context: RuleContext): Iterable<Problem>;
  /** Called for each operation. */
  operation?(operation: Operation, context: RuleContext): Iterable<Problem>;
}

/** What a rule's fixes are, as its documentation says it; undefined when it has none. */
export const fixInWords = ({ fix }: Rule): string | undefined =>
  fix &&
  { safe: 'yes, where there is one right answer: `--fix` makes it', suggestion: 'a suggestion, for people to take' }[
    fix
  ];

/** Whether a preset has a rule. */
export const isIn = (preset: Preset, { preset: smallest = 'recommended' }: Rule): boolean =>
  presets.indexOf(smallest) <= presets.indexOf(preset);

/** Checks a rule's form while it is written; returns it unchanged. */
export const defineRule = (rule: Rule): Rule => rule;
