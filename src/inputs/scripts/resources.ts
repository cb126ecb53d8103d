import { Field } from '../../model/field.ts';
import { argument, type Option } from '../../model/operation.ts';
import type { Resource } from '../../model/resource.ts';
import { Group } from '../group.ts';
import { Body } from './body.ts';
import type { Parsed } from './commands.ts';
import { type Creation, creations } from './creations.ts';
import { tagsOf } from './options.ts';
import { parallel } from './parallel-lists.ts';
import { entryOf } from './table.ts';

/** The resources that a command creates, when it is one of those that create them: as ARM has them. */
export function createdBy(command: Parsed): Resource[] {
  const creation = entryOf(creations, command.verb);
  if (creation === undefined) return [];
  const group = groupOf(command, argument(command, '--resource-group'));
  const body = new Body(command.at);
  if (creation.has !== undefined) body.open(creation.has);
  for (const [name, gives] of Object.entries(optionsOf(creation, command))) {
    const option = command.options.get(name);
    if (option) gives(option, body, groupFor(name, command) ?? group);
  }
  for (const lists of creation.lists ?? []) parallel(lists, command, body, group);
  const name = nameOf(creation, command);
  if (creation.isMachine) return group.virtualMachine(name, body.build());
  const type = typeof creation.type === 'string' ? creation.type : creation.type(command);
  return [group.resource(type, name, body.build())];
}

const optionsOf = ({ options }: Creation, command: Parsed) =>
  typeof options === 'function' ? options(command) : options;

/** A child has the name of its parent before its own. */
function nameOf({ parent }: Creation, command: Parsed): Field {
  const own = argument(command, '--name');
  if (parent === undefined || own.state === 'absent') return own;
  const above = argument(command, parent);
  return above.state === 'absent' ? above : Field.text([above, '/', own], own.at, own.from);
}

/** Parameters of cmdlets with the resource group of what other options name. */
const groupOptions: Readonly<Record<string, string>> = {
  '--nics': '--nic-resource-group',
  '--attach-data-disks': '--data-disk-resource-group',
  '--image': '--image-resource-group',
  '--os-disk-name': '--osdisk-resource-group',
  '--storage-path-id': '--storage-path-resource-group',
  '--subnet-id': '--subnet-resource-group',
};

function groupFor(option: string, command: Parsed): Group | undefined {
  const resourceGroup = argument(command, groupOptions[option] ?? '');
  return resourceGroup.state === 'absent' ? undefined : groupOf(command, resourceGroup);
}

/** What all resources have, and what their references are relative to. */
function groupOf(command: Parsed, resourceGroup: Field): Group {
  const tags: Option | undefined = command.options.get('--tags');
  const item = Field.record(
    {
      subscription: argument(command, '--subscription'),
      resourceGroup,
      location: argument(command, '--location'),
      customLocation: argument(command, '--custom-location'),
      tags: tags && tagsOf(tags),
    },
    command.at,
  );
  return new Group(Field.absent(command.at), item, command.at.document);
}
