import { nearest } from './nearest.ts';
import type { Resource } from './resource.ts';
import type { ShapeProblem } from './shape.ts';
import { findType, resourceTypes } from './types/index.ts';

const namespace = 'Microsoft.AzureStackHCI';

/** Seen in examples of the API, though it was never published for templates. */
const tolerated = new Set(['2024-07-15-preview']);

/**
 * A type that looks like a misspelling of a known one, or an api-version that its type was never published with.
 * The namespace has a second line of api-versions for cluster types, which contains no VM types: mixing them up is
 * the usual mistake. Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
export function checkTypeAndVersion(resource: Resource): ShapeProblem[] {
  if (resource.origin === 'live') return [];
  const type = findType(resource.type);
  if (!type) return misspeltType(resource);
  const version = resource.apiVersion.string;
  if (version === undefined || type.apiVersions.length === 0) return [];
  const wanted = version.toLowerCase();
  if (type.apiVersions.includes(wanted) || tolerated.has(wanted)) return [];
  const newest = type.apiVersions.at(-1) as string;
  const short = type.type.slice(namespace.length + 1);
  if (wanted > newest) {
    const message = `${short} has no api-version "${version}" that this version of azlocal-lint knows; the newest it knows is ${newest}.`;
    return [{ at: resource.apiVersion.at, message, severity: 'note' }];
  }
  const suggestion = nearest(version, type.apiVersions, 3) ?? newest;
  return [
    {
      at: resource.apiVersion.at,
      message: `${short} has no api-version "${version}". Use ${suggestion}${suggestion === newest ? '' : `, or the newest, ${newest}`}.`,
    },
  ];
}

function misspeltType({ type, writtenType }: Resource): ShapeProblem[] {
  const known = resourceTypes.map((candidate) => candidate.type).filter((name) => name.startsWith(namespace));
  const meant = nearest(type, known, 2);
  if (meant === undefined) return [];
  return [{ at: writtenType.at, message: `resource type "${type}" does not exist. Did you mean "${meant}"?` }];
}
