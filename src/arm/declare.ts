import { Field } from '../model/field.ts';
import { copyCount, unknownIndex } from './copy.ts';
import { deployed } from './deployments.ts';
import { evaluateValue } from './evaluate.ts';
import { isObject, member } from './member.ts';
import { TemplateResource } from './resource.ts';
import { maximumExpansion } from './run.ts';
import { inLoop, type Part, type Scope } from './scope.ts';
import type { Template } from './template.ts';

/**
 * The resources that one declaration of a template makes: none when its condition is false, one, or one for each turn
 * of its loop. When the count of the loop is unknown, one stands for all of them.
 */
export function declare(
  source: Part,
  template: Template,
  symbolicName: string | undefined,
  scope: Scope = template.scope,
  parent?: TemplateResource,
): readonly TemplateResource[] {
  const { value, at } = source;
  if (!isObject(value)) return [];
  const copy = member(value, 'copy');
  if (!copy || !isObject(copy.value)) return one(source, scope, template, symbolicName, undefined, parent);
  const loop = String(member(copy.value, 'name')?.value ?? '');
  const place = at.child(copy.name);
  const count = copyCount(copy.value, place, scope, evaluateValue).number;
  const turn = (index: Field) => one(source, inLoop(scope, loop, index), template, symbolicName, loop, parent);
  if (count === undefined) return turn(unknownIndex(loop, place));
  if (count > maximumExpansion && !scope.run.expand(count)) return [];
  return Array.from({ length: count }, (_, index) => turn(Field.scalar(index, place))).flat();
}

function one(
  source: Part,
  scope: Scope,
  template: Template,
  symbolicName: string | undefined,
  loop: string | undefined,
  parent: TemplateResource | undefined,
): readonly TemplateResource[] {
  const { target, run } = template.options;
  if (!run.expand(1)) return [];
  const condition = conditionOf(source, scope);
  const own = condition?.state === 'unknown' ? { ...scope, condition: asWritten(condition, source) } : scope;
  const resource = new TemplateResource({ source, scope: own, target, symbolicName, loop, parent });
  const inside = member(source.value, 'resources');
  const declarations: unknown[] = Array.isArray(inside?.value) ? inside.value : [];
  resource.children = declarations.flatMap((child, index) =>
    declare(
      { value: child, at: source.at.child(inside?.name ?? 'resources').child(index) },
      template,
      undefined,
      scope,
      resource,
    ),
  );
  // The children of what is left out are not left out: each has its own condition.
  if (condition?.boolean === false) return resource.children;
  if (resource.isDeployment) resource.nested = deployed(resource, template);
  return [resource];
}

/** The condition of a resource: undefined when it has none. */
function conditionOf({ value, at }: Part, scope: Scope): Field | undefined {
  const condition = member(value, 'condition');
  return condition && evaluateValue(condition.value, at.child(condition.name), scope);
}

/** An unknown condition with the words of the template for its term: that is what people know it by. */
function asWritten(condition: Field, { value }: Part): Field {
  const text = String(member(value, 'condition')?.value ?? '').replace(/^\[(.*)\]$/s, '$1');
  return Field.unknown(text, condition, condition.at, condition.from);
}
