import type { Place } from '../source/place.ts';
import type { Field } from './field.ts';

/**
 * One Azure resource, in the same shape whatever it came from: ARM template, resource document, compact spec,
 * CLI output.
 */
export interface Resource {
  /** Full type, such as `Microsoft.AzureStackHCI/logicalNetworks`, in the spelling of its schema when the type is known. */
  readonly type: string;
  /** The type as it was written (the CLI prints lower case; people misspell). */
  readonly writtenType: Field;
  readonly apiVersion: Field;
  /** Full name: one segment per type segment, joined by `/`. Unknown when any segment is. */
  readonly name: Field;
  /** ARM id of the resource that an extension resource extends; absent for all others. */
  readonly scope: Field;
  readonly subscription: Field;
  readonly resourceGroup: Field;
  /** The ARM id when all of it is known (lower case), otherwise undefined. */
  readonly id: string | undefined;
  /** The whole resource as an object; `properties` is under `get('properties')`. */
  readonly body: Field;
  /** Where the resource stands: its declaration as a whole. */
  readonly at: Place;
  /** What deploys it: one template with one set of parameters, or one document. */
  readonly deployment: Deployment;
  /** Whether its form was checked in the words it was written in: a compact spec has a schema of its own. */
  readonly isFormChecked?: boolean;
  /** The condition under which it is deployed, as it is written, when it is unknown before deployment; empty when it is not told. */
  readonly condition?: string;
  /**
   * `declared`: somebody's wish. `existing`: only referred to. `live`: read back from the platform, where a null or
   * missing property means "not told".
   */
  readonly origin: 'declared' | 'existing' | 'live';
}

/** One deployment of one file: a template with a parameter file, or a document that stands for itself. */
export interface Deployment {
  /** Path of the template or document. */
  readonly path: string;
  /** What tells several deployments of one file apart, such as `prod`; empty when there is only one. */
  readonly environment: string;
  /** Whether values are given for its parameters. */
  readonly hasParameters?: boolean;
}

/** Splits a full type and name into pairs and builds the ARM id, lower case. Undefined when anything is missing. */
export function resourceId(
  type: string,
  name: string,
  place: { subscription?: string | undefined; resourceGroup?: string | undefined; scope?: string | undefined },
): string | undefined {
  const [namespace, ...types] = type.split('/');
  const names = name.split('/');
  if (namespace === undefined || types.length === 0 || types.length !== names.length) return undefined;
  const own = `/providers/${namespace}/${types.map((segment, index) => `${segment}/${names[index]}`).join('/')}`;
  if (place.scope !== undefined) return `${place.scope.replace(/\/$/, '')}${own}`.toLowerCase();
  if (place.subscription === undefined || place.resourceGroup === undefined) return undefined;
  return `/subscriptions/${place.subscription}/resourceGroups/${place.resourceGroup}${own}`.toLowerCase();
}

/** The parts of an ARM id that rules compare. Every part is lower case. */
export interface ResourceIdParts {
  readonly subscription?: string;
  readonly resourceGroup?: string;
  /** Full type of the last provider in the id, such as `microsoft.azurestackhci/logicalnetworks`. */
  readonly type: string;
  /** Full name under that provider, segments joined by `/`. */
  readonly name: string;
}

/** Reads an ARM id; undefined when the text is not one. */
export function parseResourceId(id: string): ResourceIdParts | undefined {
  const segments = id.trim().toLowerCase().split('/');
  if (segments[0] !== '' || segments.length < 5) return undefined;
  const provider = segments.lastIndexOf('providers');
  if (provider < 0 || segments.length < provider + 4 || (segments.length - provider) % 2 !== 0) return undefined;
  const rest = segments.slice(provider + 2);
  const after = (word: string) => {
    const index = segments.indexOf(word);
    return index >= 0 && index < provider ? segments[index + 1] : undefined;
  };
  const subscription = after('subscriptions');
  const resourceGroup = after('resourcegroups');
  return {
    ...(subscription === undefined ? {} : { subscription }),
    ...(resourceGroup === undefined ? {} : { resourceGroup }),
    type: [segments[provider + 1], ...rest.filter((_, index) => index % 2 === 0)].join('/'),
    name: rest.filter((_, index) => index % 2 === 1).join('/'),
  };
}
