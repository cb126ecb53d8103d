import { isDay, notADay } from '../../model/calendar-day.ts';
import { nearest } from '../../model/nearest.ts';

/** What the words of a suppression say, wherever they stand. Rules as they are written: ids or names. */
export interface Acceptance {
  readonly rules: readonly string[];
  /** The resources that are meant, by name, type and name, or ARM id; empty for all in reach. */
  readonly resources: readonly string[];
  readonly reason?: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly expires?: string;
  readonly ticket?: string;
}

/** What a comment can tell the linter. */
export const verbs = ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file'] as const;

export type Verb = (typeof verbs)[number];

/** A comment that speaks to the linter, or what is wrong with it. */
export type Directive = (Acceptance & { readonly verb: Verb }) | { readonly problem: string };

/** A comment speaks to the linter only from its start: prose may name these words. */
const opening = /^[\s*]*azlocal-lint-([a-z-]+)(?:[\s:]+([\s\S]*))?$/;

const settings = ['expires', 'ticket', 'resource'] as const;

/**
 * Reads `azlocal-lint-disable-next-line AZL1104, ipv6-address -- reason expires=2027-01-31 ticket=NET-42`.
 * Undefined when the comment is for people.
 *
 * @param text of a comment, without its marks
 */
export function parseDirective(text: string): Directive | undefined {
  const [, word = '', rest = ''] = opening.exec(text) ?? [];
  const verb = verbs.find((known) => known === word);
  if (verb === undefined) {
    const meant = word === '' ? undefined : nearest(word, verbs);
    return meant === undefined
      ? undefined
      : { problem: `There is no azlocal-lint-${word}. Did you mean azlocal-lint-${meant}?` };
  }
  const found: Record<(typeof settings)[number], string[]> = { expires: [], ticket: [], resource: [] };
  const said = rest.replace(
    /\[?\b(expires|ticket|resource)=([^\s\]]+)\]?/g,
    (_, key: (typeof settings)[number], value) => {
      found[key].push(value);
      return '';
    },
  );
  const [named = '', ...reasons] = said.split(/(?:^|\s)--(?=\s|$)/);
  const misspelt = /\b(\w+)=/.exec(said)?.[1];
  const meant = misspelt === undefined ? undefined : nearest(misspelt, settings);
  if (meant !== undefined) return { problem: `There is no "${misspelt}=". Did you mean "${meant}="?` };
  const [expires] = found.expires;
  if (expires !== undefined && !isDay(expires)) return { problem: notADay(expires) };
  const [ticket] = found.ticket;
  const reason = reasons.join('--').replace(/\s+/g, ' ').trim();
  return {
    verb,
    rules: named.split(/[\s,]+/).filter((rule) => rule !== ''),
    resources: found.resource,
    ...(reason === '' ? {} : { reason }),
    ...(expires === undefined ? {} : { expires }),
    ...(ticket === undefined ? {} : { ticket }),
  };
}
