import type { Field } from '../model/field.ts';
import type { TemplateResource } from './resource.ts';
import type { Template } from './template.ts';

/** Values that are evaluated only to see whether they can be. */
const maximumForced = 100_000;
const maximumDepth = 100;

/** What a deployment doesn't evaluate, or evaluates as a resource of its own. */
const isSkipped = /^(resources|comments|metadata)$/i;
const isOfInnerTemplate = /^(template|parameters)$/i;

/** Evaluates all that a deployment evaluates, so that what is wrong with it is reported. */
export function forceAll(template: Template, resources: readonly TemplateResource[]): void {
  let left = maximumForced;
  const force = (field: Field, depth = 0): void => {
    if (left-- <= 0 || depth > maximumDepth || field.state !== 'known') return;
    for (const name of field.names()) force(field.memberNamed(name), depth + 1);
    for (const item of field.items()) force(item, depth + 1);
  };
  forceParameters(template);
  for (const { body, isDeployment, nested } of resources) {
    if (nested) forceParameters(nested);
    for (const name of body.names().filter((one) => !isSkipped.test(one))) {
      const part = body.memberNamed(name);
      if (!isDeployment || !/^properties$/i.test(name)) force(part);
      else for (const own of part.names().filter((one) => !isOfInnerTemplate.test(one))) force(part.memberNamed(own));
    }
  }
  force(template.outputs());
}

/** All of them: a value that the template refuses is refused even when nothing uses it. */
function forceParameters({ options, scope }: Template): void {
  if (options.outer) return;
  const { definitions } = scope;
  for (const name of definitions.parameters.names) definitions.parameters.get(name);
}
