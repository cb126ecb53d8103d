import { Field } from '../model/field.ts';
import type { Place } from '../source/place.ts';

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
  return isNotSaid(scope) ? groupTarget(body, outer) : scopedTarget(scope, outer);
}

/** The resource group, or the subscription, that a deployment or an existing resource names. */
export function groupTarget(body: Field, outer: Target): Target {
  const [subscription, group] = [body.get('subscriptionId'), body.get('resourceGroup')];
  if (isNotSaid(subscription) && isNotSaid(group)) return outer;
  // Location and tags are known of the outermost group only.
  const { resourceGroup: _, ...context } = outer.context;
  const subscriptionId = isNotSaid(subscription) ? outer.subscriptionId : segment(subscription);
  if (isNotSaid(group)) return { ...outer, kind: 'subscription', subscriptionId, context };
  return { ...outer, kind: 'resourceGroup', subscriptionId, resourceGroup: segment(group), context };
}

/** An empty text says nothing, as a missing property does. */
const isNotSaid = (field: Field): boolean => field.isMissing || field.string === '';

/** Names of subscriptions and groups have no slash, known or not. */
const segment = (field: Field): Field =>
  field.state === 'unknown' && !field.isSegment
    ? Field.unknown(field.term ?? '', field.reason ?? '', field.at, field.from, { isSegment: true })
    : field;

/** `/` is the tenant; other scopes are ids. */
function scopedTarget(scope: Field, outer: Target): Target {
  const text = scope.string ?? '';
  if (text === '/') return { ...outer, kind: 'tenant' };
  const group = /^(?:\/providers\/)?Microsoft\.Management\/managementGroups\/([^/]+)$/i.exec(text)?.[1];
  if (group !== undefined)
    return { ...outer, kind: 'managementGroup', managementGroup: Field.scalar(group, scope.at).as(scope) };
  const [, subscription, name] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?$/i.exec(text) ?? [];
  const known = (value: string | undefined, otherwise: string) =>
    value === undefined
      ? Field.unknown(otherwise, scope.reason ?? 'the scope of the deployment is unknown', scope.at, [], {
          isSegment: true,
        })
      : Field.scalar(value, scope.at).as(scope);
  const kind = text === '' ? outer.kind : name === undefined ? 'subscription' : 'resourceGroup';
  return {
    ...outer,
    kind,
    subscriptionId: known(subscription, `${scope.canonical()}.subscription`),
    resourceGroup: known(name, `${scope.canonical()}.resourcegroup`),
  };
}
