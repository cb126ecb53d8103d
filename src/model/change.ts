import type { Resource } from './resource.ts';

/** A resource paired with itself in the base: what it was, and what it is meant to become. */
export interface Change {
  readonly before: Resource;
  readonly after: Resource;
  /** How the two were paired, for `--verbose`. */
  readonly pairedBy: 'id' | 'name' | 'type and name' | 'what-if';
}

/** What the old side of a change is called in messages. */
export const oldState = ({ before }: Change): string => (before.origin === 'live' ? 'live state' : 'base');

/** Whether one side of a change is what the platform reports, where a null or missing property means "not told". */
export const isReadBack = ({ before, after }: Change): boolean => before.origin === 'live' || after.origin === 'live';
