import type { Verdict } from './compare.ts';
import type { Estate } from './estate.ts';
import { find, type ReferenceId } from './references.ts';
import type { Resource } from './resource.ts';

/** An id with the resource that has it: its own, or one that it refers to. */
export interface Mention {
  readonly id: ReferenceId;
  readonly from: Resource;
  /** The name in its own letter case, when it is known. */
  readonly written?: string | undefined;
}

/**
 * Whether two ids name one resource. Names that differ are of two resources, and so are groups or subscriptions. What
 * does not say where it stands is taken to stand with the other. Equal expressions are equal in one deployment only.
 */
export function compareMentions(one: Mention, other: Mention, estate: Estate): Verdict {
  const [a, b] = [one.id, other.id];
  if (a.type !== b.type) return 'different';
  const isOneDeployment =
    one.from.deployment.path === other.from.deployment.path &&
    one.from.deployment.environment === other.from.deployment.environment;
  const agree = (own: string | undefined, wanted: string | undefined): Verdict => {
    if (own === undefined || wanted === undefined) return 'equal';
    if (own.includes('[') || wanted.includes('[')) return own === wanted && isOneDeployment ? 'equal' : 'unknown';
    return own === wanted ? 'equal' : 'different';
  };
  const verdicts = [
    agree(a.name, b.name),
    agree(a.resourceGroup, b.resourceGroup),
    agree(a.subscription, b.subscription),
  ];
  if (verdicts.every((verdict) => verdict === 'equal')) return 'equal';
  // What the run has may be told in two ways.
  const [found, otherFound] = [one, other].map(({ id, from }) => find(id, from, estate).resource);
  if (found !== undefined && found === otherFound) return 'equal';
  return verdicts.includes('different') ? 'different' : 'unknown';
}
