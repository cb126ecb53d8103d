import type { Resource } from '../model/resource.ts';
import { checkedFields } from '../model/types/index.ts';
import type { Report } from './report.ts';

/**
 * How many of the values that rules look at were known. A value that only the deployment knows is never counted as
 * checked. Every deployment of a template counts for itself: a value may be known in one and not in another.
 */
export function coverageOf(resources: readonly Resource[]): Report['coverage'] {
  let known = 0;
  const reasons = new Map<string, number>();
  for (const resource of resources) {
    if (resource.origin === 'existing') continue;
    for (const { path } of checkedFields(resource.type, resource.apiVersion.string)) {
      for (const field of resource.body.all(path)) {
        if (field.state === 'known') known++;
        else reasons.set(field.reason ?? '', (reasons.get(field.reason ?? '') ?? 0) + 1);
      }
    }
  }
  const sorted = [...reasons].map(([reason, count]) => ({ reason, count }));
  sorted.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  return { known, unknown: sorted.reduce((sum, { count }) => sum + count, 0), reasons: sorted };
}
