import { Field } from '../../src/model/field.ts';
import { pairResources } from '../../src/model/pairing.ts';
import { type Resource, resourceId } from '../../src/model/resource.ts';
import { type Document, Place } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

/** A resource in one line. A value in brackets is unknown, as an expression; a number stands for itself. */
export interface Sketch {
  name?: string | number;
  type?: string;
  file?: string;
  environment?: string;
  group?: string;
  subscription?: string;
  scope?: string | number;
}

export const network = 'Microsoft.AzureStackHCI/logicalNetworks';
export const instance = 'Microsoft.AzureStackHCI/virtualMachineInstances';

function resource(sketch: Sketch): Resource {
  const { type = network, file = 'network.yaml', environment = '', group, subscription, scope } = sketch;
  const document: Document = { file: new SourceFile(file, ''), value: null, locate: () => ({ start: 0, end: 0 }) };
  const at = new Place(document);
  const field = (value: string | number | undefined): Field => {
    const term = typeof value === 'string' ? /^\[(.+)\]$/.exec(value)?.[1] : undefined;
    if (term !== undefined) return Field.unknown(term, 'no value', at);
    return value === undefined ? Field.absent(at) : Field.scalar(value, at);
  };
  const name = field('name' in sketch ? sketch.name : 'lnet-app');
  const [groupField, subscriptionField, scopeField] = [field(group), field(subscription), field(scope)];
  const place =
    scope === undefined
      ? { subscription: subscriptionField.string, resourceGroup: groupField.string }
      : { scope: scopeField.string?.startsWith('/') ? scopeField.string : undefined };
  return {
    type,
    writtenType: Field.scalar(type, at),
    apiVersion: Field.absent(at),
    name,
    scope: scopeField,
    subscription: subscriptionField,
    resourceGroup: groupField,
    id: name.string === undefined ? undefined : resourceId(type, name.string, place),
    body: Field.record({}, at),
    at,
    deployment: { path: file, environment },
    origin: 'declared',
  };
}

const label = ({ deployment, name, resourceGroup }: Resource): string =>
  [resourceGroup.string, deployment.path, deployment.environment, name.string ?? name.canonical()]
    .filter(Boolean)
    .join(' ');

/** The pairs as texts: `before -> after (by what)`, and moves. */
export function pairs(before: Sketch[], after: Sketch[]) {
  const { changes, moves } = pairResources(before.map(resource), after.map(resource));
  return {
    changes: changes.map((change) => `${label(change.before)} -> ${label(change.after)} (${change.pairedBy})`),
    moves: moves.map((change) => `${label(change.before)} -> ${label(change.after)}`),
  };
}

/** Why resources were not paired: `which: reason`. */
export const reasons = (before: Sketch[], after: Sketch[]): string[] =>
  pairResources(before.map(resource), after.map(resource)).unpaired.map((one) => `${label(one.after)}: ${one.reason}`);
