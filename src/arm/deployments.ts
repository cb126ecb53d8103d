import { posix } from 'node:path';
import { evaluateValue } from './evaluate.ts';
import { member } from './member.ts';
import { givenByTemplate } from './parameters.ts';
import type { TemplateResource } from './resource.ts';
import type { Part, Scope } from './scope.ts';
import { targetOf } from './target.ts';
import { Template } from './template.ts';

/** Deployments nested deeper than this are not followed: a linked template may link to itself. */
const maximumNesting = 16;

/**
 * The template that a `Microsoft.Resources/deployments` resource deploys, with the values that it is given; undefined
 * when it can't be read. Source: "Use linked and nested templates" (read 2026-11-22).
 */
export function deployed(resource: TemplateResource, outer: Template): Template | undefined {
  const { source, scope } = resource.options;
  const { run, depth, link } = outer.options;
  const properties = member(source.value, 'properties');
  if (!properties) return undefined;
  if (depth >= maximumNesting) {
    run.limit(`deployments are nested more than ${maximumNesting} levels deep`);
    return undefined;
  }
  const at = source.at.child(properties.name);
  const part = (name: string): Part | undefined => {
    const found = member(properties.value, name);
    return found && { value: found.value, at: at.child(found.name) };
  };
  const target = targetOf(resource.body, outer.options.target);
  const common = {
    run,
    link,
    target,
    depth: depth + 1,
    qualifier: `${outer.options.qualifier}${resource.name.canonical()}/`,
    name: resource.name,
    condition: resource.condition,
  };
  const given = givenByTemplate(part('parameters'), scope);
  const givenWhenLinking = () => givenByTemplate(part('parameters'), linkingScope(scope));
  const inner = writtenTemplate(part('template'), resource);
  if (inner) {
    // Version 2 knows inner scope only. Otherwise expressions belong to the template around, unless it says inner.
    const wanted = resource.body.get('properties.expressionEvaluationOptions.scope');
    // What an expression gave has been evaluated once, out here: the rest is for the deployment itself.
    const isGiven = typeof part('template')?.value === 'string';
    const isInner =
      isGiven || (wanted.string === undefined ? outer.isVersion2 : wanted.string.toLowerCase() === 'inner');
    return isInner
      ? new Template(inner, { ...common, given, givenWhenLinking })
      : new Template(inner, { ...common, given: { value: given.value, names: [] }, outer: scope });
  }
  const linked = part('templateLink');
  if (!linked) return undefined;
  const template = linkedTemplate(linked, resource, outer);
  return template && new Template(template, { ...common, given, givenWhenLinking });
}

/** A template is written out, or an expression gives it: a variable, say, into which a file was put when it was made. */
function writtenTemplate(part: Part | undefined, resource: TemplateResource): Part | undefined {
  if (typeof part?.value !== 'string') return part;
  const given = resource.body.get('properties.template');
  const value = given.plain();
  if (value !== undefined) return { value, at: given.at };
  resource.options.scope.run.notes.add(
    `template of line ${lineOf(resource)} not read: ${given.reason ?? 'it is unknown'}`,
  );
  return undefined;
}

const lineOf = ({ at }: TemplateResource): number => at.file.position(at.span().start).line;

/**
 * A linked template of the same repository: by `relativePath`, or by a `uri` that is made from the template's own. It
 * is never fetched over the network, and never read outside the repository.
 */
function linkedTemplate(source: Part, resource: TemplateResource, outer: Template): Part | undefined {
  const { run, link } = outer.options;
  const relative = resource.body.get('properties.templateLink.relativePath');
  const uri = relative.isMissing ? linkedUri(source, resource.options.scope) : undefined;
  const path = relative.string !== undefined ? beside(resource.at.file.path, relative.string) : uri;
  const found = path === undefined ? undefined : link(path);
  if (found && path !== undefined) {
    run.linked.add(path);
    return found;
  }
  const where = path === undefined ? 'it is not in this repository' : `there is no template at ${path}`;
  run.notes.add(`linked template of line ${lineOf(resource)} not read: ${where}`);
  return undefined;
}

/** A path next to a file, inside the repository; undefined when it leads out. */
function beside(file: string, relative: string): string | undefined {
  const written = relative.replaceAll('\\', '/');
  const path = posix.normalize(posix.join(posix.dirname(file), written));
  return path.startsWith('../') || posix.isAbsolute(written) ? undefined : path;
}

/** The path behind a `uri`, evaluated as if the template were deployed from where it stands. */
function linkedUri(link: Part, scope: Scope): string | undefined {
  const uri = member(link.value, 'uri');
  const { prefix } = evaluateValue(uri?.value, link.at.child(uri?.name ?? 'uri'), linkingScope(scope));
  // A token may follow the path: what it is doesn't matter here.
  const path = /^file:\/\/\/([^?#]*\.jsonc?)(?:[?#]|$)/i.exec(prefix)?.[1];
  return path === undefined ? undefined : beside('', path.replaceAll('%20', ' '));
}

const linkingScope = (scope: Scope): Scope => ({ ...scope, definitions: scope.definitions.linking() });
