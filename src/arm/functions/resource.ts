import { Field } from '../../model/field.ts';
import { scopeParts } from '../target.ts';
import { joined } from './array.ts';
import { type Call, kindOf } from './call.ts';
import { type ArmFunction, define } from './define.ts';

const many = Number.POSITIVE_INFINITY;

/** `Microsoft.X/a/b`: what tells the type among the arguments of a resource id function. */
const typePattern = /^[\w-]+(\.[\w-]+)+(\/[\w.-]+)+$/;

/** The arguments of a resource id function: what comes before the type, the type, and the names after it. */
interface IdArguments {
  readonly before: readonly Field[];
  readonly type: string;
  readonly names: readonly Field[];
}

/** Splits the arguments at the type; a finished field when they can't be. */
function splitAtType(call: Call, args: readonly Field[] = call.args(), first = 0): IdArguments | Field {
  const wrong = args.findIndex((argument) => argument.state === 'known' && argument.string === undefined);
  if (wrong >= 0)
    return call.fail(`${call.expression.name}() takes texts, not ${kindOf(args[wrong] as Field)}`, wrong + first);
  const at = args.findIndex((argument) =>
    argument.parts?.some((part) => typeof part === 'string' && part.includes('/')),
  );
  // A slash at the end of a type does no harm.
  const type = args[at]?.string?.replace(/(?<!\/)\/+$/, '');
  if (type === undefined) {
    const isUnknown = args.some((argument) => argument.state === 'unknown');
    return isUnknown
      ? call.unknown()
      : call.fail(`${call.expression.name}() needs a resource type, as in 'Microsoft.X/y'`);
  }
  // An unknown before the type may be a subscription, a resource group, or itself the type of another id.
  if (at > 2 && args.slice(0, at).some((argument) => argument.state === 'unknown' && !argument.isSegment))
    return call.unknown();
  return { before: args.slice(0, at), type, names: args.slice(at + 1) };
}

const asText = (field: Field): Field =>
  typeof field.value === 'number' ? Field.scalar(String(field.value), field.at).as(field) : field;

/** `/providers/Microsoft.X/a/1/b/2` of a type and its names; a finished field when their numbers don't fit. */
function providerPath(call: Call, { type, names }: IdArguments): readonly (string | Field)[] | Field {
  const segments = type.split('/');
  const types = segments.slice(1);
  if (!typePattern.test(type)) return call.fail(`"${type}" is no resource type, as in 'Microsoft.X/y'`);
  // Old templates pass 'parent/child' as one name.
  const given = names.flatMap((name): (string | Field)[] => name.string?.split('/') ?? [name]);
  if (given.length !== types.length) {
    if (names.some((name) => name.state === 'unknown' && !name.isSegment))
      return joinedNames(segments[0] as string, types, names);
    const count = (length: number, what: string) => `${length} ${what}${length === 1 ? '' : 's'}`;
    return call.fail(
      `${call.expression.name}() needs one name for each segment of "${type}" after the first: ${count(types.length, 'segment')}, but ${count(given.length, 'name')}`,
    );
  }
  const path = types.flatMap((segment, index) => ['/', segment, '/', given[index] as string | Field]);
  return [`/providers/${segments[0]}`, ...path];
}

/** When the number of names can't be told, all that is known is the beginning. */
const joinedNames = (namespace: string, types: readonly string[], names: readonly Field[]): (string | Field)[] => [
  `/providers/${namespace}/${types[0]}/`,
  ...names.flatMap((name, index) => (index === 0 ? [name] : [`/${types[index] ?? ''}/`, name])),
];

/** An id: the parts of its scope, then those of its type and names. */
function id(call: Call, scope: readonly (string | Field)[], args: IdArguments): Field {
  const path = providerPath(call, args);
  return path instanceof Field ? path : joined(call, [...scope, ...path]);
}

const isGuid = (text: string | undefined): boolean =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/**
 * In front of the type stand nothing, a resource group, a subscription, or both: a single one is a subscription when
 * it is a GUID.
 */
function scopeOf(call: Call, before: readonly Field[]): readonly (string | Field)[] | Field {
  const { target } = call.scope.definitions;
  const [first, second] = before;
  // A management group is not part of what this function gives.
  if (!first) return target.kind === 'managementGroup' ? [] : scopeParts(target);
  if (second) return ['/subscriptions/', first, '/resourceGroups/', second];
  const isSubscription = isGuid(first.string) || first.canonical() === target.subscriptionId.canonical();
  if (isSubscription) return ['/subscriptions/', first];
  if (first.state === 'unknown' && target.kind !== 'resourceGroup') return call.unknown();
  return ['/subscriptions/', target.subscriptionId, '/resourceGroups/', first];
}

/** A function whose answer only the deployment has. */
const runtime = (name: string, arity: ArmFunction['arity'], group: ArmFunction['group'] = 'resource'): ArmFunction =>
  define(
    group,
    name,
    arity,
    (call) => call.unknown(`${call.expression.name}() is only known during deployment`),
    'during deployment',
  );

/** All of `listKeys`, `listSecrets`, `listAccountSas` …: whatever begins with `list` and has arguments like theirs. */
export const listFunction = runtime('list*', [1, 3]);

/** What a resource of the template gives, else an unknown. */
function reference(call: Call): Field {
  const full = call.arg(2).string?.toLowerCase() === 'full';
  const found = call.scope.definitions.reference(call.arg(0), full);
  return found?.through(call.at) ?? call.unknown('reference() is only known during deployment');
}

/** Source: "Resource functions for ARM templates" (read 2026-11-22). */
export const resourceFunctions: readonly ArmFunction[] = [
  define('resource', 'resourceId', [2, many], (call) => {
    // This one also takes numbers for names; the others don't.
    const args = splitAtType(call, call.args().map(asText));
    if (args instanceof Field) return args;
    const scope = scopeOf(call, args.before);
    return scope instanceof Field ? scope : id(call, scope, args);
  }),
  define('resource', 'subscriptionResourceId', [2, many], (call) => {
    const args = splitAtType(call);
    if (args instanceof Field) return args;
    return id(call, ['/subscriptions/', args.before[0] ?? call.scope.definitions.target.subscriptionId], args);
  }),
  define('resource', 'managementGroupResourceId', [2, many], (call) => {
    const args = splitAtType(call);
    if (args instanceof Field) return args;
    const group = args.before[0] ?? call.scope.definitions.target.managementGroup;
    return id(call, ['/providers/Microsoft.Management/managementGroups/', group], args);
  }),
  define('resource', 'tenantResourceId', [2, many], (call) => {
    const args = splitAtType(call);
    return args instanceof Field ? args : id(call, [], args);
  }),
  define('resource', 'extensionResourceId', [3, many], (call) => {
    const args = splitAtType(call, call.args().slice(1), 1);
    return args instanceof Field ? args : id(call, [call.arg(0)], args);
  }),
  define('resource', 'reference', [1, 3], reference, 'from the template'),
  define(
    'resource',
    'references',
    [1, 2],
    (call) => {
      const full = call.arg(1).string?.toLowerCase() === 'full';
      const found = call.scope.definitions.references(call.arg(0), full);
      return found ?? call.unknown('references() is only known during deployment');
    },
    'from the template',
  ),
  define(
    'resource',
    'resourceInfo',
    [1, 1],
    (call) =>
      call.scope.definitions.resourceInfo(call.arg(0)) ??
      call.unknown('resourceInfo() is only known during deployment'),
    'from the template',
  ),
  listFunction,
  runtime('pickZones', [3, 5]),
  runtime('providers', [1, 2]),
  runtime('toLogicalZone', [3, 3]),
  runtime('toLogicalZones', [3, 3]),
  runtime('toPhysicalZone', [3, 3]),
  runtime('toPhysicalZones', [3, 3]),
  runtime('roleDefinitions', [1, 1]),
  runtime('getSecret', [1, 2]),
];
