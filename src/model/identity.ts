import type { Field } from './field.ts';
import { parseResourceId, type Resource } from './resource.ts';

/**
 * What makes a resource itself inside its resource group: type, name and, for an extension resource, what it extends.
 * Parts that only the deployment knows stand as their expressions, so that equal expressions are one identity.
 */
export function logicalIdentity(resource: Resource): string {
  const scope = resource.scope.state === 'absent' ? '' : `@${relativeScope(resource.scope)}`;
  return `${resource.type.toLowerCase()}:${text(resource.name)}${scope}`;
}

/** A scope without subscription and resource group: `microsoft.hybridcompute/machines/vm1`. */
export function relativeScope(scope: Field): string {
  const written = scope.string;
  if (written === undefined) return `[${scope.term}]`;
  const parts = parseResourceId(written);
  if (!parts) return written.toLowerCase().replace(/^\/|\/$/g, '');
  const names = parts.name.split('/');
  const [namespace, ...types] = parts.type.split('/');
  return [namespace, ...types.map((type, index) => `${type}/${names[index]}`)].join('/');
}

const text = (field: Field): string => field.string?.toLowerCase() ?? `[${field.term ?? ''}]`;

/** A name for people: the machine's name for what extends a machine, otherwise the resource's own name. */
export function displayName({ name, scope }: Resource): string {
  if (scope.state === 'absent') return name.string ?? expressionText(name) ?? 'default';
  return lastSegment(scope) ?? expressionText(scope) ?? 'default';
}

/** The last segment of an id, when it is known: of an id in an unknown resource group it is. */
function lastSegment({ parts }: Field): string | undefined {
  const last = parts?.at(-1);
  return typeof last === 'string' && (parts?.length === 1 || last.includes('/')) ? last.split('/').at(-1) : undefined;
}

/** An unknown name as people wrote it: the parameter or variable it comes from, or the whole expression. */
function expressionText({ term }: Field): string | undefined {
  const parameter = term === undefined ? undefined : /parameters\('[^']+'\)|^\$[\w:]+(?=#)/.exec(term)?.[0];
  return term === undefined ? undefined : `[${parameter ?? term}]`;
}
