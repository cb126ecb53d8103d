import { Field } from '../../src/model/field.ts';
import type { Resource } from '../../src/model/resource.ts';
import { type Document, Place } from '../../src/source/place.ts';
import { SourceFile } from '../../src/source/source-file.ts';

/** A resource of plain data, as a JSON or YAML reader would give it, with unknown values as in `fieldOf`. */
export function resourceOf(value: Record<string, unknown>, origin: Resource['origin'] = 'declared'): Resource {
  const document: Document = { file: new SourceFile('spec.yaml', ''), value, locate: () => ({ start: 0, end: 0 }) };
  const at = new Place(document);
  const body = fieldOf(value, at);
  const absent = Field.absent(at);
  return {
    type: body.get('type').string ?? '',
    writtenType: body.get('type'),
    apiVersion: body.get('apiVersion'),
    name: body.get('name'),
    scope: absent,
    subscription: absent,
    resourceGroup: absent,
    id: undefined,
    body,
    at,
    deployment: { path: 'spec.yaml', environment: '' },
    origin,
  };
}

/** Plain data as a field. `'[term]'` stands for an unknown value. */
export function fieldOf(value: unknown, at: Place): Field {
  const term = typeof value === 'string' ? /^\[(.+)\]$/.exec(value)?.[1] : undefined;
  if (term !== undefined) return Field.unknown(term, 'no value', at);
  if (Array.isArray(value)) {
    return Field.list(
      value.map((item, index) => fieldOf(item, at.child(index))),
      at,
    );
  }
  if (value === null || typeof value !== 'object') return Field.of(value, at);
  const fields = Object.entries(value).map(([name, child]) => [name, fieldOf(child, at.child(name))]);
  return Field.record(Object.fromEntries(fields), at);
}

/** A place as text: `properties.subnets[0].vlan`, with `#name` for the name of a property. */
export const written = (at: Place): string =>
  at.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '') + (at.part === 'key' ? '#name' : '');
