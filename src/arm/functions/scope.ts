import { Field } from '../../model/field.ts';
import { scopeParts, type Target } from '../target.ts';
import type { Call } from './call.ts';
import { type ArmFunction, define } from './define.ts';

/** A property of a scope that was not told, as `resourceGroup().location`. */
const open = (call: Call, name: string, what: string, value: string | undefined): Field =>
  value === undefined
    ? Field.unknown(
        `${call.expression.name.toLowerCase()}(${call.scope.definitions.target.qualifier}).${name.toLowerCase()}`,
        `${what} is only known during deployment`,
        call.at,
      )
    : Field.scalar(value, call.at);

/** A scope function is an error where there is no such scope: a subscription deployment has no resource group. */
const ofScope = (
  name: string,
  kinds: readonly Target['kind'][],
  where: string,
  value: (call: Call, target: Target) => Field,
): ArmFunction =>
  define(
    'scope',
    name,
    [0, 0],
    (call) => {
      const { target } = call.scope.definitions;
      if (kinds.includes(target.kind)) return value(call, target);
      return call.fail(`${name}() has no value here: the template is not deployed to ${where}`);
    },
    'from the context',
  );

/** Source: "Scope functions for ARM templates" (read 2026-11-22). */
export const scopeFunctions: readonly ArmFunction[] = [
  ofScope('resourceGroup', ['resourceGroup'], 'a resource group', (call, target) => {
    const { resourceGroup: told } = target.context;
    return Field.record(
      {
        id: Field.text(scopeParts(target), call.at),
        name: target.resourceGroup,
        type: Field.scalar('Microsoft.Resources/resourceGroups', call.at),
        location: open(call, 'location', 'the location of the resource group', told?.location),
        managedBy: open(call, 'managedBy', 'the owner of the resource group', undefined),
        tags: told?.tags
          ? Field.computed(told.tags, call.at)
          : Field.unknown(
              `resourcegroup(${target.qualifier}).tags`,
              'tags of the resource group are only known during deployment',
              call.at,
            ),
        properties: Field.computed({ provisioningState: 'Succeeded' }, call.at),
      },
      call.at,
    );
  }),
  ofScope('subscription', ['resourceGroup', 'subscription'], 'a subscription', (call, target) =>
    Field.record(
      {
        id: Field.text(['/subscriptions/', target.subscriptionId], call.at),
        subscriptionId: target.subscriptionId,
        tenantId: target.tenantId,
        displayName: open(
          call,
          'displayName',
          'the name of the subscription',
          target.context.subscription?.displayName,
        ),
      },
      call.at,
    ),
  ),
  ofScope('managementGroup', ['managementGroup'], 'a management group', (call, target) =>
    Field.record(
      {
        id: Field.text(scopeParts(target), call.at),
        name: target.managementGroup,
        type: Field.scalar('/providers/Microsoft.Management/managementGroups', call.at),
        properties: Field.unknown(
          `managementgroup(${target.managementGroup.canonical()}).properties`,
          'properties of the management group are only known during deployment',
          call.at,
        ),
      },
      call.at,
    ),
  ),
  ofScope('tenant', ['resourceGroup', 'subscription', 'managementGroup', 'tenant'], 'a tenant', (call, target) =>
    Field.record(
      {
        id: Field.text(['/tenants/', target.tenantId], call.at),
        tenantId: target.tenantId,
        countryCode: open(call, 'countryCode', 'the country of the tenant', target.context.tenant?.countryCode),
        displayName: open(call, 'displayName', 'the name of the tenant', target.context.tenant?.displayName),
      },
      call.at,
    ),
  ),
];
