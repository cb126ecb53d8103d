import type { Change } from '../model/change.ts';
import { Field } from '../model/field.ts';
import { type Deployment, parseResourceId, type Resource } from '../model/resource.ts';
import { type Document, Place } from '../source/place.ts';
import { ours } from './relevance.ts';
import { toResource } from './resource-document.ts';
import { isIgnored, type Side, sideOf } from './what-if-delta.ts';

/*
 * The answer of a what-if: what the platform says a deployment would change. `az … what-if --no-pretty-print` prints it
 * flat, REST wraps it in `properties`, PowerShell writes the names with capitals. Each change has the resource before
 * and after, and a `delta` that says which properties differ. Source: Deployments - What If, REST reference.
 */

/** What a what-if says. */
export interface WhatIf {
  readonly resources: readonly Resource[];
  readonly changes: readonly Change[];
  /** What is deployed now, left alone or not. */
  readonly deployed: readonly Resource[];
  readonly notes: readonly string[];
  /** Why it does not say everything. */
  readonly limits: readonly string[];
}

/** What a what-if says of one resource. */
interface Entry {
  readonly before?: Resource;
  readonly after?: Resource;
  /** Why what it becomes is not known. */
  readonly uncomputed?: string;
}

const uncomputed: Readonly<Record<string, string>> = {
  deploy: 'what-if does not compute what is deployed',
  unsupported: 'what-if does not support the resource',
};

/** Reads the answer of a what-if; undefined for any other document. */
export function readWhatIf(document: Document): WhatIf | undefined {
  const root = Field.of(document.value, new Place(document));
  const answer = root.get('changes').isList ? root : root.get('properties');
  const error = [answer, root].map((body) => body.get('error')).find((body) => body.isObject);
  if (!answer.get('changes').isList && !error) return undefined;
  const deployment = { path: document.file.path, environment: '' };
  const entries = [
    ...answer
      .get('changes')
      .items()
      .map((change) => readEntry(change, deployment)),
    ...answer
      .get('potentialChanges')
      .items()
      .map((change) => potential(readEntry(change, deployment))),
  ];
  const resources = new Set(ours(entries.flatMap(({ after }) => after ?? [])));
  const mine = entries.filter(({ after }) => after && resources.has(after));
  const unknown = mine.filter((entry) => entry.uncomputed !== undefined).length;
  return {
    resources: [...resources],
    changes: mine.flatMap(({ before, after, uncomputed: isUnknown }): Change[] =>
      before && after && isUnknown === undefined ? [{ before, after, pairedBy: 'what-if' }] : [],
    ),
    deployed: entries.flatMap(({ before }) => before ?? []),
    notes: unknown === 0 ? [] : [`${unknown} of them with changes that the what-if did not compute`],
    limits: error
      ? [`the what-if failed: ${error.get('message').string ?? error.get('code').string ?? 'no reason given'}`]
      : [],
  };
}

function readEntry(change: Field, deployment: Deployment): Entry {
  const id = change.get('resourceId').isMissing ? change.get('fullyQualifiedResourceId') : change.get('resourceId');
  const [before, after] = [change.get('before'), change.get('after')];
  // PowerShell may write it as a number: then what is there says it.
  const type = change.get('changeType').string?.toLowerCase() ?? (after.isObject ? 'modify' : 'deploy');
  if (type === 'modify' && !before.isObject && !after.isObject && change.get('delta').items().length > 0)
    return differences(change, id, deployment);
  const was = before.isObject ? toResource(before, deployment, 'live', id) : undefined;
  if (type === 'delete' || type === 'ignore') return was ? { before: was } : {};
  const reason = uncomputed[type] ?? (after.isObject ? undefined : 'what-if was asked for ids only');
  if (reason !== undefined)
    return {
      ...(was ? { before: was } : {}),
      after: unknownResource(id, change.at, deployment, reason),
      uncomputed: reason,
    };
  const body = evaluated(after, ignoredPaths(change.get('delta')));
  // What is left out may be a default of the platform, as in what is read back: not told.
  return { ...(was ? { before: was } : {}), after: toResource(body, deployment, was ? 'live' : 'declared', id) };
}

/** A change of which only the differences are told. */
function differences(change: Field, id: Field, deployment: Deployment): Entry {
  const delta = change.get('delta');
  const typed = Field.scalar(parseResourceId(id.string ?? '')?.type ?? '', id.at);
  const state = (side: Side) => {
    const told = sideOf(delta, side, `what-if(${id.canonical()})`);
    const rest = Field.unknown(`what-if(${id.canonical()}).properties`, 'the what-if tells differences only', delta.at);
    const body = Field.record({ properties: rest, ...told, type: typed }, change.at);
    return toResource(body, deployment, 'live', id);
  };
  return { before: state('before'), after: state('after') };
}

/** A resource of which only the id is known. */
function unknownResource(id: Field, at: Place, deployment: Deployment, reason: string): Resource {
  const type = parseResourceId(id.string ?? '')?.type ?? '';
  const properties = Field.unknown(`what-if(${id.canonical()})`, reason, at);
  return toResource(Field.record({ type: Field.scalar(type, id.at), properties }, at), deployment, 'live', id);
}

/** What may be changed, as far as the what-if can tell. */
const potential = ({ after, ...entry }: Entry): Entry =>
  after ? { ...entry, after: { ...after, condition: '' } } : entry;

/** The paths that the provider ignores in a deployment (`NoEffect`), lower case. */
function ignoredPaths(delta: Field, above = ''): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const entry of delta.items()) {
    const written = entry.get('path').value;
    const path = `${above}${String(written ?? '')}`.toLowerCase();
    if (isIgnored(entry)) paths.add(path);
    for (const child of ignoredPaths(entry.get('children'), `${path}.`)) paths.add(child);
  }
  return paths;
}

/** A state that the what-if gives, without what the provider ignores; an expression in it is left for the deployment. */
function evaluated(field: Field, ignored: ReadonlySet<string>, path = ''): Field {
  const below = (name: string | number) => `${path}${name}`.toLowerCase();
  const child = (name: string | number, value: Field) => {
    const own = below(name);
    return ignored.has(own) ? Field.absent(value.at) : evaluated(value, ignored, `${own}.`);
  };
  if (field.isList)
    return Field.list(
      field.items().map((item, index) => child(index, item)),
      field.at,
    );
  if (field.isObject) {
    return Field.record(
      Object.fromEntries(field.names().map((name) => [name, child(name, field.memberNamed(name))])),
      field.at,
    );
  }
  const text = field.string?.trim();
  return text !== undefined && /^\[(?!\[).*\]$/s.test(text)
    ? Field.unknown(text.slice(1, -1), 'what-if could not evaluate an expression', field.at)
    : field;
}
