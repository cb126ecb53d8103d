import type { Change } from './change.ts';
import type { Field } from './field.ts';
import type { Resource } from './resource.ts';

/** The `properties` of the IP configurations of a network interface. */
export const configurationsOf = ({ body }: Resource): readonly Field[] =>
  body.all('properties.ipConfigurations[].properties');

/**
 * Until 2023-07-01-preview, a virtual network was what a logical network is today, and had its subnets inside.
 * Source: Azure/bicep-types-az 1f896de2d (2026-08-20), read 2026-11-22.
 */
export const isBeforeLogicalNetworks = ({ apiVersion }: Resource): boolean =>
  apiVersion.state === 'unknown' || (apiVersion.string !== undefined && apiVersion.string < '2023-09');

/** The IP configurations that both states have, as their `properties`: paired by name, else the only one with the only one. */
export function changedConfigurations({ before, after }: Change): readonly { before: Field; after: Field }[] {
  const list = ({ body }: Resource) => body.all('properties.ipConfigurations[]');
  const nameOf = (configuration: Field) => configuration.get('name').string?.toLowerCase();
  const [old, now] = [list(before), list(after)];
  const pairs = now.flatMap((is) => {
    const was = old.find((other) => nameOf(other) !== undefined && nameOf(other) === nameOf(is));
    if (was) return [{ before: was, after: is }];
    const [only] = old;
    return only && old.length === 1 && now.length === 1 ? [{ before: only, after: is }] : [];
  });
  return pairs.map((pair) => ({ before: pair.before.get('properties'), after: pair.after.get('properties') }));
}
