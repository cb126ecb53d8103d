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
