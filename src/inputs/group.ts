import { Field } from '../model/field.ts';
import { type Resource, resourceId } from '../model/resource.ts';
import { machineType } from '../model/type-names.ts';
import type { Document } from '../source/place.ts';

/*
 * Resources that are declared in the words of the command line, in a compact spec or by a command: what is the same for
 * all of them.
 */

/** What an entry inherits from the top of the spec, and how its references become ARM ids. */
export class Group {
  readonly subscription: Field;
  readonly resourceGroup: Field;
  readonly #spec: Field;
  readonly #item: Field;
  readonly #document: Document;

  constructor(spec: Field, item: Field, document: Document) {
    this.#spec = spec;
    this.#item = item;
    this.#document = document;
    this.subscription = this.setting('subscription');
    this.resourceGroup = this.setting('resourceGroup');
  }

  setting(name: string): Field {
    const own = this.#item.get(name);
    return own.isMissing ? this.#spec.get(name) : own;
  }

  /** A name or ARM id, as an ARM id when that can be built, otherwise as the provider path of the name. */
  reference(type: string, field: Field): Field {
    const written = field.string;
    if (written === undefined || written.startsWith('/')) return field;
    const [subscription, resourceGroup] = [this.subscription.string, this.resourceGroup.string];
    const id = resourceId(type, written, { subscription, resourceGroup }) ?? `${type}/${written}`.toLowerCase();
    return Field.scalar(id, field.at);
  }

  /**
   * A virtual machine is two resources: the machine, and the instance that extends it. The command line makes the
   * machine of the kind HCI and gives it its identity. Source: create-arc-virtual-machines, ARM template (2026-02-17).
   */
  virtualMachine(name: Field, properties: Field): Resource[] {
    const { at } = this.#item;
    const machine = this.resource(machineType, name, Field.record({}, at), undefined, {
      kind: Field.scalar('HCI', at),
      identity: Field.record({ type: Field.scalar('SystemAssigned', at) }, at),
    });
    const written = name.string;
    const scope =
      written === undefined ? name : Field.scalar(machine.id ?? `${machineType}/${written}`.toLowerCase(), name.at);
    const instance = written === undefined ? name : Field.scalar('default', name.at);
    return [machine, this.resource('Microsoft.AzureStackHCI/virtualMachineInstances', instance, properties, scope)];
  }

  /** @param envelope what the resource has beside its properties, in addition to what all have */
  resource(
    type: string,
    name: Field,
    properties: Field,
    scope?: Field,
    envelope: Readonly<Record<string, Field>> = {},
  ): Resource {
    const item = this.#item;
    const [subscription, resourceGroup] = [this.subscription.string, this.resourceGroup.string];
    const scopeField = scope ?? Field.absent(item.at);
    const place = scope === undefined ? { subscription, resourceGroup } : { scope: scope.string };
    const absolute = scope === undefined || scope.string?.startsWith('/');
    const id = absolute && name.string !== undefined ? resourceId(type, name.string, place) : undefined;
    const typeField = Field.scalar(type, item.at);
    const customLocation = this.setting('customLocation');
    const body = Field.record(
      {
        type: typeField,
        name,
        location: scope === undefined ? this.setting('location') : undefined,
        extendedLocation: customLocation.isMissing
          ? undefined
          : Field.record(
              { type: Field.scalar('CustomLocation', customLocation.at), name: customLocation },
              customLocation.at,
            ),
        tags: scope === undefined ? this.setting('tags') : undefined,
        ...envelope,
        properties,
      },
      item.at,
    );
    return {
      type,
      writtenType: typeField,
      apiVersion: Field.absent(item.at),
      name,
      scope: scopeField,
      subscription: this.subscription,
      resourceGroup: this.resourceGroup,
      id,
      body,
      at: item.at,
      deployment: { path: this.#document.file.path, environment: '' },
      origin: 'declared',
      isFormChecked: true,
    };
  }
}

/** A list of names or ids as ARM's list of `{ id }` under `property`. */
export function references(group: Group, list: Field, type: string, property: string): Field {
  if (list.state === 'absent') return list;
  if (!list.isList) return Field.record({ [property]: list }, list.at);
  const ids = list.items().map((item) => Field.record({ id: group.reference(type, item) }, item.at));
  return Field.record({ [property]: Field.list(ids, list.at) }, list.at);
}

/** A name or id as `{ id }`. */
export const identified = (group: Group, type: string, field: Field): Field =>
  wrapped('id', group.reference(type, field));

/** An object with one property; absent when the property is. */
export const wrapped = (name: string, field: Field): Field =>
  field.state === 'absent' ? field : Field.record({ [name]: field }, field.at);
