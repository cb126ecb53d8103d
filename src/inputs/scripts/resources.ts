import { Field } from '../../model/field.ts';
import type { Option } from '../../model/operation.ts';
import type { Resource } from '../../model/resource.ts';
import { resourcesOf } from '../compact-spec.ts';
import type { Parsed } from './commands.ts';

/** The commands whose options are the words of a compact spec. */
const collections = {
  'stack-hci-vm create': 'virtualMachines',
  'stack-hci-vm disk create': 'virtualHardDisks',
  'stack-hci-vm network lnet create': 'logicalNetworks',
  'stack-hci-vm network nic create': 'networkInterfaces',
} as const;

/** Options that take several values. */
const lists = new Set(['--address-prefixes', '--dns-servers', '--nics', '--attach-data-disks']);

/** Options that go by another name in a compact spec. */
const names: Readonly<Record<string, string>> = {
  '--attach-data-disks': 'disks',
  '--size': 'vmSize',
  '--memory-mb': 'memoryMb',
  '--v-cpus-available': 'processors',
  '--address-prefix': 'addressPrefixes',
  '--dns-server': 'dnsServers',
  // JSON or shorthand in one argument: not taken apart.
  '--ip-pools': '',
  '--routes': '',
  '--subnets': '',
  '--tags': '',
};

/** The resources that a command creates, when it is one of those that create them. */
export function createdBy(command: Parsed): Resource[] {
  const collection = collections[command.verb as keyof typeof collections];
  if (collection === undefined) return [];
  const fields: Record<string, Field> = {};
  for (const [name, option] of command.options) {
    const property = names[name] ?? camelCase(name);
    if (property !== '') fields[property] = optionValue(name, option);
  }
  for (const { prefix, value } of command.options.get('--hardware-profile')?.values.map(assignment) ?? []) {
    if (prefix === 'memory-mb') fields.memoryMb = value;
    if (prefix === 'processors') fields.processors = value;
  }
  const item = Field.record(fields, command.at);
  const resources = resourcesOf(collection, item, command.at.document);
  // Its options are the command line's own, and values are text.
  return resources.map((resource) => ({ ...resource, isFormChecked: true }));
}

const camelCase = (name: string): string =>
  name.replace(/^-+/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function optionValue(name: string, { values, at }: Option): Field {
  const [first] = values;
  // An option without a value is a switch.
  if (first === undefined) return Field.scalar(true, at);
  return lists.has(name) || values.length > 1 ? Field.list(values.flatMap(splitAtCommas), first.at) : first;
}

const splitAtCommas = (field: Field): Field[] =>
  (field.string?.includes(',') ? field.string.split(',') : [undefined]).map((piece) =>
    piece === undefined ? field : Field.scalar(piece.trim(), field.at).as(field),
  );

/** `memory-mb=8192`: its name and what is behind the equals sign. */
function assignment(field: Field): { prefix: string; value: Field } {
  const [, prefix = ''] = /^([\w-]+)=/.exec(field.prefix) ?? [];
  const [first, ...others] = field.parts ?? [];
  const rest = typeof first === 'string' ? first.slice(prefix.length + 1) : '';
  return { prefix, value: Field.text([rest, ...others], field.at, field.from) };
}
