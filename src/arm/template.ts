import { Field } from '../model/field.ts';
import { type Deployment, type Resource, resourceId } from '../model/resource.ts';
import { type Document, Place } from '../source/place.ts';
import { copiedProperty, evaluateValue } from './evaluate.ts';
import { declaredParameters, type GivenParameter, givenValue, member, parametersOf } from './parameters.ts';
import { type Limits, maximumExpansion, type Scope, withCopyIndex } from './scope.ts';

/** What evaluating a template gives. */
export interface Evaluation {
  readonly resources: readonly Resource[];
  /** What was left out, such as linked templates. */
  readonly notes: readonly string[];
  /** Limits that were hit: the analysis is incomplete. */
  readonly limits: readonly string[];
}

/** Nested deployments deeper than this are not followed. */
const maximumNesting = 16;

/** The state of one evaluation, shared by all nested templates. */
interface Run {
  readonly deployment: Deployment;
  readonly limits: Limits;
  readonly resources: Resource[];
  readonly notes: Set<string>;
}

/** Evaluates a template with its parameter files into the resources it deploys. */
export function evaluate(document: Document, parameterFiles: readonly Document[], environment: string): Evaluation {
  const limits: Limits = { expanded: 0, hit: new Set() };
  const run: Run = { deployment: { path: document.file.path, environment }, limits, resources: [], notes: new Set() };
  const outer = emptyScope(limits);
  const given = parametersOf(parameterFiles, outer);
  template(document.value, new Place(document), given, outer, run, 0);
  return { resources: run.resources, notes: [...run.notes], limits: [...limits.hit] };
}

const emptyScope = (limits: Limits): Scope => ({
  parameter: () => undefined,
  variable: () => undefined,
  userFunction: () => undefined,
  copyIndex: () => undefined,
  subscription: undefined,
  resourceGroup: undefined,
  limits,
});

function template(value: unknown, at: Place, given: GivenParameter, outer: Scope, run: Run, depth: number): void {
  const part = (name: string) => {
    const found = member(value, name);
    return { value: found?.value, at: at.child(found?.name ?? name) };
  };
  const parameters = part('parameters');
  const scope: Scope = {
    ...outer,
    copyIndex: () => undefined,
    parameter: declaredParameters(parameters.value, parameters.at, given, () => scope),
    variable: variables(part('variables'), () => scope),
    userFunction: userFunctions(part('functions')),
  };
  const { value: resources, at: resourcesAt } = part('resources');
  eachResource(resources, resourcesAt, (resource, place) => declare(resource, place, scope, run, depth, undefined));
}

interface Part {
  readonly value: unknown;
  readonly at: Place;
}

/** Variables, each evaluated once and only when asked for; `copy` among them makes lists. */
function variables({ value, at }: Part, scope: () => Scope): (name: string) => Field | undefined {
  const made = new Map<string, Field | undefined>();
  const open = new Set<string>();
  const copy = member(value, 'copy');
  const copies = Array.isArray(copy?.value) ? copy.value : [];
  return (name) => {
    const key = name.toLowerCase();
    if (made.has(key)) return made.get(key);
    const found = member(value, name);
    const loop = copies.findIndex((one) => String(member(one, 'name')?.value).toLowerCase() === key);
    if (!found && loop < 0) return undefined;
    const place = found ? at.child(found.name) : at.child('copy').child(loop);
    if (open.has(key)) return Field.unknown(`variables('${key}')`, `variable "${name}" refers to itself`, place);
    open.add(key);
    const field = found
      ? evaluateValue(found.value, place, scope())
      : copiedProperty(copies[loop] as Record<string, unknown>, place, scope());
    open.delete(key);
    made.set(key, field);
    return field;
  };
}

function userFunctions({ value, at }: Part): Scope['userFunction'] {
  return (wanted) => {
    const [namespace, name] = wanted.split('.');
    const spaces = Array.isArray(value) ? value : [];
    for (const [index, space] of spaces.entries()) {
      if (String(member(space, 'namespace')?.value).toLowerCase() !== namespace) continue;
      const members = member(space, 'members');
      const found = members && name !== undefined ? member(members.value, name) : undefined;
      const output = member(found?.value, 'output');
      const body = member(output?.value, 'value');
      if (!members || !found || !output || !body) continue;
      const parameters = member(found.value, 'parameters')?.value;
      const names = Array.isArray(parameters) ? parameters.map((one) => String(member(one, 'name')?.value)) : [];
      const place = at.child(index).child(members.name).child(found.name).child(output.name).child(body.name);
      return { parameters: names, output: body.value, at: place };
    }
    return undefined;
  };
}

/** Resources in a list, or by symbolic name in an object. */
function eachResource(value: unknown, at: Place, visit: (resource: unknown, at: Place) => void): void {
  if (Array.isArray(value)) for (const [index, resource] of value.entries()) visit(resource, at.child(index));
  else if (value !== null && typeof value === 'object') {
    for (const [name, resource] of Object.entries(value)) visit(resource, at.child(name));
  }
}

/** The parent of a child resource written inside it. */
interface Parent {
  readonly type: string;
  readonly name: Field;
  readonly scope: Field;
}

function declare(
  resource: unknown,
  at: Place,
  scope: Scope,
  run: Run,
  depth: number,
  parent: Parent | undefined,
): void {
  if (resource === null || typeof resource !== 'object' || Array.isArray(resource)) return;
  const copy = member(resource, 'copy');
  const loop = copy && !Array.isArray(copy.value) ? copy.value : undefined;
  if (loop === undefined) {
    declareOne(resource, at, scope, run, depth, parent);
    return;
  }
  const name = String(member(loop, 'name')?.value ?? '');
  const count = evaluateValue(member(loop, 'count')?.value, at.child('copy').child('count'), scope).number;
  if (count === undefined) {
    // One stands for all of them.
    declareOne(resource, at, withCopyIndex(scope, name, null), run, depth, parent);
    return;
  }
  for (let index = 0; index < count; index++) {
    if (++run.limits.expanded > maximumExpansion) {
      run.limits.hit.add(`limit: more than ${maximumExpansion} copies`);
      return;
    }
    declareOne(resource, at, withCopyIndex(scope, name, index), run, depth, parent);
  }
}

function declareOne(
  resource: object,
  at: Place,
  scope: Scope,
  run: Run,
  depth: number,
  parent: Parent | undefined,
): void {
  const body = evaluateValue(resource, at, scope);
  const condition = body.get('condition');
  if (condition.boolean === false) return;
  const writtenType = body.get('type');
  const ownType = writtenType.string;
  if (ownType === undefined) return;
  const type = parent && !ownType.includes('.') ? `${parent.type}/${ownType}` : ownType;
  if (type.toLowerCase() === 'microsoft.resources/deployments') {
    nested(resource, body, at, scope, run, depth);
    return;
  }
  const name = parent ? joined(parent.name, body.get('name')) : body.get('name');
  const extended = parent ? parent.scope : body.get('scope');
  const subscription = scope.subscription ?? Field.absent(at);
  const resourceGroup = scope.resourceGroup ?? Field.absent(at);
  run.resources.push({
    type,
    writtenType,
    apiVersion: body.get('apiVersion'),
    name,
    scope: extended,
    subscription,
    resourceGroup,
    id: idOf(type, name, extended, subscription, resourceGroup),
    body,
    at,
    deployment: run.deployment,
    ...(condition.state === 'unknown' ? { condition: condition.term ?? '' } : {}),
    origin: body.get('existing').boolean === true ? 'existing' : 'declared',
  });
  const children = member(resource, 'resources');
  if (children) {
    eachResource(children.value, at.child(children.name), (child, place) =>
      declare(child, place, scope, run, depth, { type, name, scope: extended }),
    );
  }
}

const joined = (parent: Field, own: Field): Field => {
  if (parent.string !== undefined && own.string !== undefined)
    return Field.scalar(`${parent.string}/${own.string}`, own.at, own.via);
  return Field.unknown(`${parent.canonical()}/${own.canonical()}`, parent.reason ?? own.reason ?? '', own.at);
};

function idOf(type: string, name: Field, scope: Field, subscription: Field, resourceGroup: Field): string | undefined {
  if (name.string === undefined || (scope.state !== 'absent' && scope.string === undefined)) return undefined;
  const group = { subscription: subscription.string, resourceGroup: resourceGroup.string };
  if (scope.string === undefined) return resourceId(type, name.string, group);
  if (scope.string.startsWith('/')) return resourceId(type, name.string, { scope: scope.string });
  const [namespace, ...rest] = scope.string.split('/');
  const types = rest.filter((_, index) => index % 2 === 0).join('/');
  const names = rest.filter((_, index) => index % 2 === 1).join('/');
  const full = resourceId(`${namespace}/${types}`, names, group);
  return full === undefined ? undefined : resourceId(type, name.string, { scope: full });
}

/** A deployment inside a template: its own parameters, its own resource group, and the scope that it asks for. */
function nested(resource: object, body: Field, at: Place, scope: Scope, run: Run, depth: number): void {
  const properties = member(resource, 'properties');
  const inner = properties && member(properties.value, 'template');
  if (!properties || !inner) {
    run.notes.add(`linked template in line ${at.file.position(at.span().start).line} not read`);
    return;
  }
  if (depth >= maximumNesting) {
    run.limits.hit.add(`limit: deployments nested more than ${maximumNesting} levels deep`);
    return;
  }
  const propertiesAt = at.child(properties.name);
  const innerAt = propertiesAt.child(inner.name);
  const [subscription, resourceGroup] = [body.get('subscriptionId'), body.get('resourceGroup')];
  const target: Scope = {
    ...scope,
    subscription: subscription.state === 'absent' ? scope.subscription : subscription,
    resourceGroup: resourceGroup.state === 'absent' ? scope.resourceGroup : resourceGroup,
  };
  const evaluation = body.get('properties.expressionEvaluationOptions.scope').string?.toLowerCase();
  if (evaluation !== 'inner') {
    // Outer scope: expressions of the inner template see the parameters and variables of this one.
    const resources = member(inner.value, 'resources');
    if (resources) {
      eachResource(resources.value, innerAt.child(resources.name), (child, place) =>
        declare(child, place, target, run, depth + 1, undefined),
      );
    }
    return;
  }
  const parameters = member(properties.value, 'parameters');
  const given: GivenParameter = (name) => {
    const entry = parameters && member(parameters.value, name);
    return entry && givenValue(name, entry.value, propertiesAt.child(parameters.name).child(entry.name), scope);
  };
  template(inner.value, innerAt, given, target, run, depth + 1);
}
