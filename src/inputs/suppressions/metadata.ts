import { isDay, notADay } from '../../model/calendar-day.ts';
import { nearest } from '../../model/nearest.ts';
import { readJson } from '../../source/json.ts';
import { type Document, Place } from '../../source/place.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { Acceptance } from './directive.ts';

/** What `metadata` of an object accepts, or what is wrong with it. */
export type InMetadata =
  | (Acceptance & { readonly at: Place; readonly holder: Place })
  | { readonly at: Place; readonly problem: string };

/**
 * Suppressions in `metadata` (ARM has it for templates, parameters and resources), for JSON, which has no comments:
 * `"metadata": { "azlocal-lint": { "suppressions": [{ "rules": ["AZL1104"], "reason": "…" }] } }`.
 */
export async function inMetadata(file: SourceFile): Promise<InMetadata[]> {
  const isYaml = /\.ya?ml$/i.test(file.path);
  const { documents } = isYaml ? (await import('../../source/yaml.ts')).readYaml(file) : readJson(file);
  return documents.flatMap(holders).flatMap(entriesOf);
}

/** The objects that have `metadata` for the linter. Without recursion: a stranger's file may be deep. */
function holders(document: Document): Place[] {
  const found: Place[] = [];
  const open: [unknown, Place][] = [[document.value, new Place(document)]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, place] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && isObject(value.metadata) && Object.hasOwn(value.metadata, 'azlocal-lint')) found.push(place);
    const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    for (const [step, child] of children) open.push([child, place.child(step)]);
  }
  return found;
}

function entriesOf(holder: Place): InMetadata[] {
  const at = holder.child('metadata').child('azlocal-lint');
  const list = at.child('suppressions');
  const value = valueAt(at);
  const entries = isObject(value) ? value.suppressions : undefined;
  if (!Array.isArray(entries)) return [{ at, problem: 'A list "suppressions" is expected here.' }];
  return entries.map((entry, index) => entryOf(entry, list.child(index), holder));
}

const keys = ['rules', 'resource', 'reason', 'expires', 'ticket'];

function entryOf(entry: unknown, at: Place, holder: Place): InMetadata {
  if (!isObject(entry)) return { at, problem: `An object with ${keys.join(', ')} is expected here.` };
  const { rules, resource, reason, expires, ticket } = entry;
  for (const key of Object.keys(entry)) {
    if (keys.includes(key)) continue;
    const meant = nearest(key, keys);
    return {
      at,
      problem: `There is no "${key}" here. ${meant ? `Did you mean "${meant}"?` : `Known: ${keys.join(', ')}.`}`,
    };
  }
  if (!Array.isArray(rules) || !rules.every(isText))
    return { at, problem: '"rules" must be a list of rule ids or names.' };
  for (const [key, value] of Object.entries({ resource, reason, expires, ticket })) {
    if (value !== undefined && !isText(value)) return { at, problem: `"${key}" must be text.` };
  }
  if (isText(expires) && !isDay(expires)) return { at, problem: notADay(expires) };
  return {
    at,
    holder,
    rules,
    resources: isText(resource) ? [resource] : [],
    ...(isText(reason) && reason.trim() !== '' ? { reason: reason.trim() } : {}),
    ...(isText(expires) ? { expires } : {}),
    ...(isText(ticket) ? { ticket } : {}),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valueAt({ document, path }: Place): unknown {
  let value: unknown = document.value;
  for (const step of path) value = (value as Record<string, unknown>)[step];
  return value;
}
