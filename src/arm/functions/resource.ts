import { Field } from '../../model/field.ts';
import { type ArmFunction, type Call, eager, lazy, unknownCall } from './define.ts';

/** Functions whose answer only the deployment has. */
const runtime = (group: string, name: string, reason = `${name}() is only known during deployment`): ArmFunction =>
  lazy(group, name, (call) =>
    unknownCall(
      name,
      call.args.map((argument) => call.evaluate(argument)),
      reason,
      call.at,
    ),
  );

const texts = (args: readonly Field[]): string[] | undefined => {
  const values = args.map((argument) => argument.string);
  return values.includes(undefined) ? undefined : (values as string[]);
};

/** `type/name` pairs of a provider path: `Microsoft.X/a/b` with `1`, `2` is `Microsoft.X/a/1/b/2`. */
function providerPath(type: string, names: readonly string[]): string | undefined {
  const [namespace, ...types] = type.split('/');
  const segments = names.flatMap((name) => name.split('/'));
  if (types.length === 0 || types.length !== segments.length) return undefined;
  return `/providers/${namespace}/${types.map((segment, index) => `${segment}/${segments[index]}`).join('/')}`;
}

const splitAtType = (args: readonly string[]): { before: string[]; type: string; names: string[] } | undefined => {
  const index = args.findIndex((argument) => /^[a-z]\w*(\.\w+)+\/[\w/]+$/i.test(argument));
  return index < 0
    ? undefined
    : { before: args.slice(0, index), type: args[index] as string, names: args.slice(index + 1) };
};

/** An id that is known but for the subscription or resource group it is deployed to keeps the rest in its term. */
function resourceIdOf({ at, scope }: Call, args: readonly Field[]): Field {
  const values = texts(args);
  const parts = values && splitAtType(values);
  const path = parts && providerPath(parts.type, parts.names);
  if (!parts || !path) {
    const unknown = args.find((argument) => argument.state === 'unknown');
    return unknownCall('resourceId', args, unknown?.reason ?? "resourceId() can't take these arguments", at);
  }
  const [first, second] = parts.before;
  const group = second ?? (first !== undefined && parts.before.length === 1 ? first : scope.resourceGroup?.string);
  const subscription = second === undefined ? scope.subscription?.string : first;
  if (group !== undefined && subscription !== undefined) {
    return Field.scalar(`/subscriptions/${subscription}/resourceGroups/${group}${path}`, at);
  }
  const term = `resourceid(${[...parts.before, path].map((part) => part.toLowerCase()).join(',')})`;
  return Field.unknown(term, 'subscription and resource group are only known during deployment', at);
}

/** Functions about resources and the deployment itself. */
export const resourceFunctions: readonly ArmFunction[] = [
  lazy('resource', 'resourceId', (call) =>
    resourceIdOf(
      call,
      call.args.map((argument) => call.evaluate(argument)),
    ),
  ),
  eager('resource', 'subscriptionResourceId', (args, { scope }) => {
    const parts = splitAtType(texts(args) ?? []);
    const subscription = parts?.before[0] ?? scope.subscription?.string;
    const path = parts && providerPath(parts.type, parts.names);
    return path === undefined || subscription === undefined ? undefined : `/subscriptions/${subscription}${path}`;
  }),
  eager('resource', 'tenantResourceId', (args) => {
    const parts = splitAtType(texts(args) ?? []);
    return parts && providerPath(parts.type, parts.names);
  }),
  eager('resource', 'extensionResourceId', ([base, ...args]) => {
    const parts = splitAtType(texts(args) ?? []);
    const path = parts && providerPath(parts.type, parts.names);
    return path === undefined || base?.string === undefined ? undefined : `${base.string}${path}`;
  }),
  lazy('scope', 'resourceGroup', ({ at, scope }) => {
    const { resourceGroup, subscription } = scope;
    const open = (name: string) =>
      Field.unknown(`resourcegroup().${name}`, 'the resource group is only known during deployment', at);
    return Field.record(
      {
        name: resourceGroup ?? open('name'),
        location: open('location'),
        tags: open('tags'),
        id:
          resourceGroup?.string !== undefined && subscription?.string !== undefined
            ? Field.scalar(`/subscriptions/${subscription.string}/resourceGroups/${resourceGroup.string}`, at)
            : open('id'),
        properties: open('properties'),
        managedBy: open('managedby'),
        type: Field.scalar('Microsoft.Resources/resourceGroups', at),
      },
      at,
    );
  }),
  lazy('scope', 'subscription', ({ at, scope }) => {
    const open = (name: string) =>
      Field.unknown(`subscription().${name}`, 'the subscription is only known during deployment', at);
    const known = scope.subscription?.string;
    return Field.record(
      {
        subscriptionId: scope.subscription ?? open('subscriptionid'),
        id: known === undefined ? open('id') : Field.scalar(`/subscriptions/${known}`, at),
        tenantId: open('tenantid'),
        displayName: open('displayname'),
      },
      at,
    );
  }),
  lazy('array', 'copyIndex', ({ args, at, scope, evaluate }) => {
    const values = args.map((argument) => evaluate(argument));
    const loop = values.find((value) => value.string !== undefined && value.number === undefined)?.string;
    const index = scope.copyIndex(loop);
    if (index === undefined || index === null)
      return unknownCall(
        'copyIndex',
        values,
        index === null ? 'the copy count is unknown' : 'copyIndex() stands outside a copy loop',
        at,
      );
    return Field.scalar(index + (values.find((value) => typeof value.value === 'number')?.number ?? 0), at);
  }),
  runtime('string', 'uniqueString', 'a hash of values that only the deployment knows'),
  runtime('string', 'guid', 'a hash of values that only the deployment knows'),
  ...['newGuid'].map((name) => runtime('string', name)),
  ...['utcNow', 'dateTimeAdd', 'dateTimeFromEpoch', 'dateTimeToEpoch'].map((name) => runtime('date', name)),
  ...['reference', 'references', 'pickZones', 'providers', 'getSecret'].map((name) => runtime('resource', name)),
  ...['listKeys', 'listSecrets', 'listAccountSas', 'listCredentials'].map((name) => runtime('resource', name)),
  ...['deployment', 'environment'].map((name) => runtime('deployment', name)),
  ...['managementGroup', 'tenant'].map((name) => runtime('scope', name)),
];
