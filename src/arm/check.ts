import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { unknownFunction } from './evaluate.ts';
import { wrongCount } from './functions/call.ts';
import { missingName } from './functions/deployment.ts';
import { findFunction } from './functions/index.ts';
import { isObject, member } from './member.ts';
import { parseExpression } from './parser.ts';
import { carriesTemplate, type TemplateResource } from './resource.ts';
import type { Scope } from './scope.ts';
import { type Expression, ExpressionError, type FunctionCall, isExpression } from './syntax.ts';
import type { Template } from './template.ts';
import { leastArguments, userFunctions } from './user-functions.ts';

/**
 * Reports what is wrong with the expressions of a template whatever their values are, evaluated or not: syntax,
 * functions that do not exist, numbers of arguments, parameters and variables that are not declared; and resources that
 * are declared twice. Templates nested in it are checked, too.
 */
export function checkExpressions(template: Template, seen = new Set<unknown>()): void {
  const { value } = template.source;
  // Turns of a loop deploy one template: what is wrong with its text is the same for all.
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  const { scope } = template;
  const isOuter = template.options.outer !== undefined;
  for (const [name, section] of Object.entries(value)) {
    const at = template.source.at.child(name);
    switch (name.toLowerCase()) {
      case 'variables':
        // Those of a template in outer scope are never looked at.
        if (!isOuter) visit(section, at, scope);
        break;
      case 'parameters':
        if (isOuter || !isObject(section)) break;
        for (const [own, declaration] of Object.entries(section)) {
          const fallback = member(declaration, 'defaultValue');
          if (fallback) visit(fallback.value, at.child(own).child(fallback.name), scope);
        }
        break;
      case 'functions':
        if (!isOuter) checkUserFunctions(section, at, scope);
        break;
      case 'resources':
      case 'outputs':
        visit(section, at, scope);
        break;
    }
  }
  for (const resource of template.resources()) checkNested(resource, seen);
  checkDuplicates(template);
}

function checkNested(resource: TemplateResource, seen: Set<unknown>): void {
  if (resource.nested) checkExpressions(resource.nested, seen);
  for (const child of resource.children) checkNested(child, seen);
}

/** The bodies of a template's own functions: each sees its own parameters, too. */
function checkUserFunctions(value: unknown, at: Place, scope: Scope): void {
  for (const { body } of userFunctions({ value, at }).values()) {
    const own = new Map(body.parameters.map(({ name }) => [name.toLowerCase(), Field.absent(at)]));
    visit(body.output.value, body.output.at, { ...scope, own });
  }
}

/** Every string of a value that is an expression. */
function visit(value: unknown, at: Place, scope: Scope): void {
  if (typeof value === 'string') {
    if (isExpression(value)) checkText(value, at, scope);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, at.child(index), scope);
  } else if (isObject(value)) {
    const isDeployment = carriesTemplate(String(member(value, 'type')?.value));
    for (const [name, item] of Object.entries(value)) {
      if (isExpression(name)) checkText(name, at.key(name), scope);
      if (isProse.test(name)) continue;
      // A template inside a template is checked as one of its own: what its expressions see depends on it.
      if (isDeployment && /^properties$/i.test(name)) visitDeployment(item, at.child(name), scope);
      else visit(item, at.child(name), scope);
    }
  }
}

/** What is never evaluated. */
const isProse = /^(metadata|comments)$/i;

function visitDeployment(properties: unknown, at: Place, scope: Scope): void {
  if (!isObject(properties)) return;
  for (const [name, item] of Object.entries(properties)) {
    if (!/^template$/i.test(name)) visit(item, at.child(name), scope);
  }
}

function checkText(text: string, at: Place, scope: Scope): void {
  try {
    checkExpression(parseExpression(text), at, scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    scope.run.report({ kind: 'template-error', at: at.within(error.range), message: error.message });
  }
}

function checkExpression(expression: Expression, at: Place, scope: Scope): void {
  if (expression.kind === 'literal') return;
  if (expression.kind === 'access') {
    checkExpression(expression.of, at, scope);
    checkExpression(expression.index, at, scope);
    return;
  }
  checkCall(expression, at, scope);
  for (const argument of expression.args) checkExpression(argument, at, scope);
}

function checkCall(call: FunctionCall, at: Place, scope: Scope): void {
  const { name, nameEnd, args, start } = call;
  const report = (range: { start: number; end: number }, problem: { message: string; confidence?: 'possible' }) =>
    scope.run.report({ kind: 'template-error', at: at.within(range), ...problem });
  const builtIn = findFunction(name);
  if (!builtIn) {
    const own = scope.definitions.userFunction(name);
    if (!own) report({ start, end: nameEnd }, unknownFunction(name, scope));
    else if (args.length > own.parameters.length || args.length < leastArguments(own))
      report(call, { message: wrongCount(name, args.length, leastArguments(own), own.parameters.length) });
    return;
  }
  const [least, greatest] = builtIn.arity;
  if (args.length < least || args.length > greatest) {
    report(call, { message: wrongCount(name, args.length, least, greatest) });
    return;
  }
  const [first] = args;
  const kind =
    name.toLowerCase() === 'parameters' ? 'parameter' : name.toLowerCase() === 'variables' ? 'variable' : undefined;
  if (!kind || first?.kind !== 'literal' || typeof first.value !== 'string') return;
  const { parameters, variables } = scope.definitions;
  if (kind === 'parameter' && scope.own?.has(first.value.toLowerCase())) return;
  if (!(kind === 'parameter' ? parameters : variables).has(first.value))
    report(first, { message: missingName(scope, kind, first.value) });
}

/** The platform refuses a template that declares a resource twice, unless conditions may leave one of them out. */
function checkDuplicates(template: Template): void {
  const seen = new Set<string>();
  for (const resource of template.resources()) {
    const { id } = resource;
    if (
      resource.isExisting ||
      member(resource.options.source.value, 'condition') !== undefined ||
      resource.options.loop !== undefined
    )
      continue;
    if (id.string === undefined && !id.isSegmented) continue;
    const key = id.canonical().toLowerCase();
    if (seen.has(key)) {
      const message = `the template declares ${resource.type} "${resource.name.string ?? resource.name.term}" twice`;
      template.options.run.report({ kind: 'template-error', at: resource.body.get('name').at, message });
    }
    seen.add(key);
  }
}
