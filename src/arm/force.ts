import type { Field } from '../model/field.ts';
import { propertyCopies } from './copy.ts';
import { isObject, member } from './member.ts';
import { carriesTemplate, type TemplateResource } from './resource.ts';
import type { Template } from './template.ts';

/** What a deployment doesn't evaluate, or evaluates as a resource of its own. */
const isSkipped = /^(resources|comments|metadata)$/i;
const isOfInnerTemplate = /^(template|parameters)$/i;

/** Evaluates all that a deployment evaluates, so that what is wrong with it is reported. */
export function forceAll(template: Template, resources: readonly TemplateResource[]): void {
  forceParameters(template);
  for (const resource of resources) {
    if (resource.nested) forceParameters(resource.nested);
    forceResource(resource);
  }
  const outputs = template.outputs();
  for (const name of outputs.names()) outputs.memberNamed(name);
}

/** All of them: a value that the template refuses is refused even when nothing uses it. */
function forceParameters({ options, scope }: Template): void {
  if (options.outer) return;
  const { parameters } = scope.definitions;
  for (const name of parameters.names) parameters.get(name);
}

function forceResource({ body, type, options }: TemplateResource): void {
  const { value } = options.source;
  for (const name of isObject(value) ? Object.keys(value) : []) {
    if (isSkipped.test(name)) continue;
    const part = member(value, name)?.value;
    const isSplit = carriesTemplate(type ?? '') && /^properties$/i.test(name) && isObject(part);
    const evaluated = body.memberNamed(name);
    if (!isSplit) force(part, evaluated);
    else
      for (const [own, inner] of Object.entries(part))
        if (!isOfInnerTemplate.test(own)) force(inner, evaluated.memberNamed(own));
  }
}

/** Evaluates a value of a template with all its parts. What expressions give is whole already. */
function force(source: unknown, field: Field): void {
  if (Array.isArray(source)) {
    const items = field.items();
    for (const [index, one] of source.entries()) if (items[index]) force(one, items[index]);
  } else if (isObject(source)) {
    // Names may be expressions: what they give is among the names of the field.
    for (const name of field.names()) field.memberNamed(name);
    for (const [name, value] of Object.entries(source)) {
      const copies = propertyCopies(name, value);
      if (copies.length === 0) force(value, field.memberNamed(name));
      for (const { name: loop, copy } of copies)
        for (const item of field.memberNamed(loop).items()) force(member(copy, 'input')?.value, item);
    }
  }
}
