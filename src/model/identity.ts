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
export const displayName = ({ name, scope }: Resource): string =>
  (scope.state === 'absent' ? inWords(name) : inWords(scope)?.split('/').at(-1)) ?? 'default';

/** A text with its unknown parts as people wrote them; undefined when there is none. */
function inWords({ string, parts, term }: Field): string | undefined {
  if (string !== undefined) return string;
  if (parts) return parts.map((part) => (typeof part === 'string' ? part : expressionText(part.term))).join('');
  return term === undefined ? undefined : expressionText(term);
}

/** Longer expressions tell nobody a name. */
const maximumExpression = 48;

/** An expression in brackets: the parameter or variable that it comes from, or all of it when it is short. */
function expressionText(term = ''): string {
  const source = /parameters\('[^']+'\)|^\$[\w:]+(?=#)/.exec(term)?.[0] ?? term;
  return source.length <= maximumExpression && !source.includes('/') ? `[${source}]` : '[…]';
}
