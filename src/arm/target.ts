import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';
import { piecesOf } from './segments.ts';

/** Kinds of scope that a template can be deployed to. */
export type TargetKind = 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';

/** What is known of the deployment beside its template and parameters. All of it is optional: unknown when absent. */
export interface DeploymentContext {
  readonly deploymentName?: string;
  readonly location?: string;
  readonly tenant?: { readonly tenantId?: string; readonly displayName?: string; readonly countryCode?: string };
  readonly managementGroup?: { readonly name?: string; readonly displayName?: string };
  readonly subscription?: { readonly subscriptionId?: string; readonly displayName?: string };
  readonly resourceGroup?: {
    readonly name?: string;
    readonly location?: string;
    readonly tags?: Readonly<Record<string, string>>;
  };
  readonly deployer?: { readonly objectId?: string; readonly tenantId?: string; readonly userPrincipalName?: string };
  /** Default `AzureCloud`; the constants of other clouds are unknown. */
  readonly cloud?: string;
}

/** Where a template is deployed to: the values behind `resourceGroup()`, `subscription()` and resource ids. */
export interface Target {
  readonly kind: TargetKind;
  readonly tenantId: Field;
  readonly managementGroup: Field;
  readonly subscriptionId: Field;
  readonly resourceGroup: Field;
  /** Location, tags and the like of the resource group, and names of the others: only for the outermost deployment. */
  readonly context: DeploymentContext;
  /** Tells terms of another subscription or resource group from those of the outermost deployment, where it is empty. */
  readonly qualifier: string;
}

/** The part of a `$schema` that says where its template is deployed to; `undefined` for what is no template. */
export function targetKindOf(schema: string): TargetKind | undefined {
  const kind = /^https?:\/\/schema\.management\.azure\.com\/schemas\/[\w-]+\/(\w*)deploymenttemplate\.json#?$/i.exec(
    schema,
  )?.[1];
  if (kind === undefined) return undefined;
  const found = /^(subscription|managementgroup|tenant)$/i.exec(kind)?.[1]?.toLowerCase();
  if (found === undefined) return 'resourceGroup';
  return found === 'managementgroup' ? 'managementGroup' : (found as TargetKind);
}

/** The target of the outermost deployment. */
export function outermostTarget(kind: TargetKind, context: DeploymentContext, at: Place): Target {
  return {
    kind,
    context,
    qualifier: '',
    tenantId: given(context.tenant?.tenantId, 'tenant().tenantid', 'the tenant is only known during deployment', at),
    managementGroup: given(
      context.managementGroup?.name,
      'managementgroup().name',
      'the management group is only known during deployment',
      at,
    ),
    subscriptionId: given(
      context.subscription?.subscriptionId,
      'subscription().subscriptionid',
      'the subscription is only known during deployment',
      at,
    ),
    resourceGroup: given(
      context.resourceGroup?.name,
      'resourcegroup().name',
      'the resource group is only known during deployment',
      at,
    ),
  };
}

function given(value: string | undefined, term: string, reason: string, at: Place): Field {
  return value === undefined ? Field.unknown(term, reason, at, [], { isSegment: true }) : Field.scalar(value, at);
}

/** How ids of resources in a target begin: `/subscriptions/…/resourceGroups/…`, or less. */
export function scopeParts({ kind, managementGroup, subscriptionId, resourceGroup }: Target): (string | Field)[] {
  switch (kind) {
    case 'resourceGroup':
      return ['/subscriptions/', subscriptionId, '/resourceGroups/', resourceGroup];
    case 'subscription':
      return ['/subscriptions/', subscriptionId];
    case 'managementGroup':
      return ['/providers/Microsoft.Management/managementGroups/', managementGroup];
    case 'tenant':
      return [];
  }
}

/** Where a deployment inside a deployment goes to: what it says, else where the outer one goes to. */
export function targetOf(body: Field, outer: Target): Target {
  const scope = body.get('scope');
  const target = isNotSaid(scope) ? groupTarget(body, outer) : scopedTarget(scope, outer);
  const { location: _, ...context } = target.context;
  const location = body.get('location').string;
  return { ...target, context: location === undefined ? context : { ...context, location } };
}

/** The resource group, or the subscription, that a deployment or an existing resource names. */
export function groupTarget(body: Field, outer: Target): Target {
  const [subscription, group] = [body.get('subscriptionId'), body.get('resourceGroup')];
  if (isNotSaid(subscription) && isNotSaid(group)) return outer;
  const subscriptionId = isNotSaid(subscription) ? undefined : asSegment(subscription);
  return elsewhere(outer, subscriptionId, isNotSaid(group) ? undefined : asSegment(group));
}

/** A subscription, or a resource group in it: of both only the outermost are told more than the name. */
function elsewhere(outer: Target, subscription: Field | undefined, group: Field | undefined): Target {
  const { resourceGroup: _, subscription: told, ...context } = outer.context;
  const isSame = subscription === undefined || subscription.canonical() === outer.subscriptionId.canonical();
  const target = {
    ...outer,
    kind: group ? ('resourceGroup' as const) : ('subscription' as const),
    subscriptionId: subscription ?? outer.subscriptionId,
    resourceGroup: group ?? outer.resourceGroup,
    context: isSame && told ? { ...context, subscription: told } : context,
  };
  return { ...target, qualifier: Field.text(scopeParts(target), outer.subscriptionId.at).canonical() };
}

/** An empty text says nothing, as a missing property does. */
const isNotSaid = (field: Field): boolean => field.isMissing || field.string === '';

/** Names of subscriptions and groups have no slash, known or not. */
const asSegment = (field: Field): Field =>
  field.state === 'unknown' && !field.isSegment
    ? field.knownAs({
        ...(field.string === undefined && field.parts ? { parts: field.parts } : {}),
        isSegment: true,
      })
    : field;

/** `/` is the tenant; other scopes are ids, that of a management group also without its beginning. */
function scopedTarget(scope: Field, outer: Target): Target {
  if (scope.string === '/') return { ...outer, kind: 'tenant' };
  const pieces = piecesOf(scope) ?? [];
  const words = pieces.map(({ string }) => string?.toLowerCase());
  const name = pieces.at(-1);
  if (name && /^(\/providers\/)?microsoft\.management\/managementgroups$/.test(words.slice(0, -1).join('/')))
    return { ...outer, kind: 'managementGroup', managementGroup: asSegment(name) };
  const [nothing, subscriptions, , groups] = words;
  const isId = nothing === '' && subscriptions === 'subscriptions';
  if (isId && words.length === 3) return elsewhere(outer, asSegment(pieces[2] as Field), undefined);
  if (isId && words.length === 5 && groups === 'resourcegroups')
    return elsewhere(outer, asSegment(pieces[2] as Field), asSegment(pieces[4] as Field));
  const unknown = (part: string) =>
    Field.unknown(
      `${scope.canonical()}.${part}`,
      scope.reason ?? 'the scope of the deployment is unknown',
      scope.at,
      [],
      { isSegment: true },
    );
  return { ...elsewhere(outer, unknown('subscription'), unknown('resourcegroup')), kind: outer.kind };
}
