import { replaced, safeFix, suggestion } from './fix.ts';
import type { Resource } from './resource.ts';
import type { ShapeProblem } from './shape.ts';
import { apiVersionsOf, isSlipOfType, nearestApiVersion, nearestType } from './types/index.ts';

/** Seen in examples or as folders of the API's sources, though never published for templates: left alone. */
const tolerated = new Set(['2020-11-01-preview', '2021-01-01-preview', '2024-05-01-cvm-test', '2024-07-15-preview']);

/**
 * Api-versions of the cluster types, which share the namespace but not the versions: none of these has a VM type.
 * Mixing the two up is the usual mistake.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
const clusterVersions = new Set([
  '2025-09-15-preview',
  '2025-10-01',
  '2025-11-01-preview',
  '2025-12-01-preview',
  '2026-02-01',
  '2026-02-15-preview',
  '2026-03-01-preview',
  '2026-04-30',
  '2026-05-01-preview',
]);

/**
 * A type that looks like a misspelling of a known one, or an api-version that its type was never published with. A
 * version later than every known one is only a note: it may be newer than this linter. Silent when the api-version is
 * absent or unknown, for types that are not known, and for what was read back from the platform.
 */
export function checkTypeAndVersion(resource: Resource): ShapeProblem[] {
  if (resource.origin === 'live') return [];
  return [...misspeltType(resource), ...unpublishedVersion(resource)];
}

function misspeltType({ type, writtenType }: Resource): ShapeProblem[] {
  const meant = nearestType(type);
  if (meant === undefined) return [];
  // References that repeat the mistake would lead nowhere when it is corrected in one place.
  const mentions = new RegExp(`${type.replace(/\W/g, '\\$&')}(?![\\w/])`, 'gi');
  const isOnce = writtenType.at.file.text.match(mentions)?.length === 1;
  const fix = (isOnce && isSlipOfType(type, meant) ? safeFix : suggestion)(
    `Write "${meant}".`,
    replaced(writtenType, meant),
  );
  return [{ at: writtenType.at, message: `Resource type "${type}" does not exist. Did you mean "${meant}"?`, fix }];
}

function unpublishedVersion({ type, apiVersion }: Resource): ShapeProblem[] {
  const published = apiVersionsOf(type);
  const version = apiVersion.string?.trim().toLowerCase();
  const newest = published?.at(-1);
  if (version === undefined || !published || newest === undefined) return [];
  if (published.includes(version) || tolerated.has(version)) return [];
  const short = type.slice(type.indexOf('/') + 1);
  const { at } = apiVersion;
  const declaring = (other: string) => suggestion(`Declare "${other}".`, replaced(apiVersion, other));
  const has = `${short} has no api-version "${apiVersion.string}"`;
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/.test(version)) {
    const date = nearestApiVersion(type, version) ?? newest;
    return [{ at, message: `${has}: an api-version is a date, such as "${date}".`, fix: declaring(date) }];
  }
  // A stable version sorts before the preview of its day, but is published after it.
  if (!clusterVersions.has(version) && version.slice(0, 10) >= newest.slice(0, 10)) {
    return [{ at, message: `${has} that is known here; the newest that is known is "${newest}".`, severity: 'note' }];
  }
  const near = nearestApiVersion(type, version) ?? newest;
  const why = clusterVersions.has(version) ? ': it belongs to the cluster types of the namespace' : '';
  const orNewest = near === newest ? '' : `, or the newest, "${newest}"`;
  return [{ at, message: `${has}${why}. Use "${near}"${orNewest}.`, fix: declaring(near) }];
}
