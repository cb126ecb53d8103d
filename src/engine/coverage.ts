import type { Field } from '../model/field.ts';
import type { Resource } from '../model/resource.ts';
import { checkedFields } from '../model/types/index.ts';
import { regionOf, resourceLabel, severalDeployments } from './findings.ts';
import { compareText } from './order.ts';
import type { Report, UnknownValue } from './report.ts';

interface CheckedValue {
  readonly resource: Resource;
  readonly property: string;
  readonly field: Field;
}

/**
 * How many of the values that rules look at were known. A value that only the deployment knows is never counted as
 * checked. Every deployment of a template counts for itself: a value may be known in one and not in another.
 *
 * @param isListed whether the unknown ones are listed, each with its place
 */
export function coverageOf(resources: readonly Resource[], isListed = false): Report['coverage'] {
  const unknown: CheckedValue[] = [];
  let known = 0;
  for (const value of checkedValues(resources)) {
    if (value.field.state === 'known') known++;
    else unknown.push(value);
  }
  const reasons = new Map<string, number>();
  for (const { field } of unknown) {
    const reason = field.reason as string;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const sorted = [...reasons].map(([reason, count]) => ({ reason, count }));
  sorted.sort((a, b) => b.count - a.count || compareText(a.reason, b.reason));
  return {
    known,
    unknown: unknown.length,
    reasons: sorted,
    ...(isListed ? { unknownValues: listed(unknown, severalDeployments(resources)) } : {}),
  };
}

function* checkedValues(resources: readonly Resource[]): Generator<CheckedValue> {
  for (const resource of resources) {
    if (resource.origin === 'existing') continue;
    for (const { path } of checkedFields(resource.type, resource.apiVersion.string))
      for (const field of resource.body.all(path)) yield { resource, property: path, field };
  }
}

/** Unknown values with their places, sorted; one that several deployments share is one. */
function listed(values: readonly CheckedValue[], isDeployedTwice: (path: string) => boolean): UnknownValue[] {
  const found = new Map<string, UnknownValue>();
  for (const { resource, property, field } of values) {
    const { path, environment } = resource.deployment;
    const environments = isDeployedTwice(path) ? [environment || 'default'] : [];
    const reason = field.reason as string;
    const value = { region: regionOf(field.at), resource: resourceLabel(resource), property, reason };
    const key = JSON.stringify({ ...value, resource: { ...value.resource, id: '' } });
    const others = found.get(key)?.environments ?? [];
    found.set(key, { ...value, environments: [...new Set([...others, ...environments])].sort(compareText) });
  }
  return [...found.values()].sort(
    (a, b) =>
      compareText(a.region.path, b.region.path) ||
      a.region.start.line - b.region.start.line ||
      a.region.start.column - b.region.start.column ||
      compareText(a.property, b.property) ||
      compareText(a.resource.name, b.resource.name),
  );
}
