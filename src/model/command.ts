import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { jsonArgument } from './json-argument.ts';
import {
  argument,
  type Command,
  commandsBefore,
  knownText,
  type Operation,
  type Option,
  type TerraformBlock,
} from './operation.ts';
import { resourcesOf } from './references.ts';
import type { Resource } from './resource.ts';
import type { AddressKind } from './types/resource-type.ts';
import { virtualMachineType } from './virtual-machine.ts';

/** Whether a VM runs when a command of a script is reached, as far as the script and the live state tell. */
export type PowerAtCommand = 'running' | 'off' | 'unknown';

const changesOtherThing = /^stack-hci-vm (nic|disk|gpu) /;

/** The VM that a command is about, by its name or id. */
export function machineOf(command: Command): Field {
  return changesOtherThing.test(command.verb)
    ? argument(command, '--vm-name', '--name', '--ids')
    : argument(command, '--name', '--ids');
}

/** Whether two commands are about one VM: unknown when a name is. Equal expressions are one name. */
function isSameMachine(one: Command, other: Command): boolean | 'unknown' {
  const [name, otherName] = [machineOf(one), machineOf(other)];
  if (name.state !== 'absent' && name.canonical() === otherName.canonical()) return true;
  const [known, otherKnown] = [lastSegment(name), lastSegment(otherName)];
  if (known === undefined || otherKnown === undefined) return 'unknown';
  return known === otherKnown;
}

const lastSegment = ({ string }: Field): string | undefined => string?.split('/').at(-1)?.toLowerCase();

/**
 * Whether the VM of a command runs: what the commands before it do to that VM, the nearest first, else what the live
 * state tells. A stop of a VM whose name is unknown may be the one.
 */
export function powerAt(command: Command, estate: Estate): PowerAtCommand {
  let mayBeOff = false;
  for (const earlier of commandsBefore(command)) {
    const action = powerActionOf(earlier);
    const isSame = action === undefined ? false : isSameMachine(earlier, command);
    if (isSame === true && action === 'stop') return 'off';
    if (isSame === true) return mayBeOff ? 'unknown' : 'running';
    if (isSame === 'unknown' && action === 'stop') mayBeOff = true;
  }
  return mayBeOff ? 'unknown' : liveState(machineOf(command), estate);
}

/** What a command does to the power of a VM, also by the tools of Hyper-V. */
function powerActionOf({ verb, subject }: Command): string | undefined {
  const [, action] =
    /^stack-hci-vm (stop|start|restart|create)$/.exec(verb) ??
    (verb === 'hyper-v' ? /^(?:hyper-v\\)?(stop|start|restart)-vm$/i.exec(subject) : null) ??
    [];
  return action?.toLowerCase();
}

function liveState(name: Field, { live }: Estate): PowerAtCommand {
  const wanted = lastSegment(name);
  const found = live.filter(
    ({ type, scope }) => type === virtualMachineType && wanted !== undefined && lastSegment(scope) === wanted,
  );
  const state =
    found.length === 1 ? found[0]?.body.get('properties.status.powerState').string?.toLowerCase() : undefined;
  if (state === 'running' || state === 'starting') return 'running';
  return state === 'stopped' || state === 'deallocated' ? 'off' : 'unknown';
}

/** How to do in a script what needs a stopped VM, and how sure it is that it runs. */
export function whileRunning(command: Command, power: PowerAtCommand) {
  const group = asWritten(argument(command, '--resource-group')) ?? '<resource group>';
  const stop = `az stack-hci-vm stop --name ${asWritten(machineOf(command)) ?? '<name>'} --resource-group ${group}`;
  const advice = `Stop it first (${stop}), and start it afterwards`;
  if (power === 'running') return { runs: 'The VM is running then', advice };
  const runs = 'Nothing before it in this script stops the VM for certain';
  return { runs, advice, severity: 'warning' as const, confidence: 'possible' as const };
}

/** An option of a command that does one thing; undefined for every other operation. */
export const optionOf = (operation: Operation, verb: string, option: string): Option | undefined =>
  operation.kind === 'command' && operation.verb === verb ? operation.options.get(option) : undefined;

/** A VM in the words of messages. */
export function machineInWords(command: Command): string {
  const name = machineOf(command);
  const known = lastSegment(name) === undefined ? asWritten(name) : name.string?.split('/').at(-1);
  return known === undefined ? 'a virtual machine' : `virtual machine "${known}"`;
}

/** A value as people wrote it: with the variables and expressions that are unknown in it. */
function asWritten({ string, parts, term = '' }: Field): string | undefined {
  if (string !== undefined) return string;
  if (parts) return parts.map((part) => (typeof part === 'string' ? part : (asWritten(part) ?? '…'))).join('');
  return /^(\$\{\{.*?\}\}|\$\([\w.-]+\)|\$[\w:]+)/.exec(term)?.[0];
}

/** What an update of a logical network changes, when it is one of some options or properties. */
export function* changedByUpdate(
  command: Command,
  options: readonly string[],
  properties: RegExp,
): Generator<{ readonly at: Command['at']; readonly written: string; readonly network: string }> {
  if (command.verb !== 'stack-hci-vm network lnet update') return;
  const name = asWritten(argument(command, '--name'));
  const network = name === undefined ? 'a logical network' : `logical network "${name}"`;
  for (const option of options) {
    const given = command.options.get(option);
    if (given) yield { at: given.at, written: given.name, network };
  }
  const subnets = command.options.get('--subnets');
  const [written] = subnets?.values ?? [];
  // There is nothing here to compare its values with: what it names is what it changes.
  if (subnets && written && pathsIn(jsonArgument(written)).some((path) => properties.test(path)))
    yield { at: written.at, written: subnets.name, network };
  for (const option of ['--set', '--add', '--remove']) {
    for (const value of command.options.get(option)?.values ?? []) {
      const path = pathSet(value);
      if (properties.test(path)) yield { at: value.at, written: `${option} ${path}`, network };
    }
  }
}

/** The path in a word of `--set path=value`, `--add path …`, or `--remove path`, as far as it is known. */
export const pathSet = (word: Field): string => word.prefix.replace(/=.*/s, '');

/** The paths of all values in a value, as far as it is known. */
function pathsIn(field: Field, path = ''): string[] {
  if (field.isList) return field.items().flatMap((item, index) => pathsIn(item, `${path}[${index}]`));
  if (!field.isObject) return path === '' ? [] : [path];
  return field.names().flatMap((name) => pathsIn(field.memberNamed(name), `${path}.${name}`));
}

/** Options that name what an update is about, or how the command runs: they change nothing. */
const changesNothing =
  /^--(name|resource-group|subscription|ids|tags|output|query|only-show-errors|debug|verbose|help|no-wait|yes|force-string|location|custom-location|acquire-policy-token|change-reference)$/;

/** What an update changes other than tags: options, and the properties of `--set`, `--add` and `--remove`. */
export function* beyondTags(command: Command): Generator<{ readonly at: Command['at']; readonly written: string }> {
  for (const [name, option] of command.options) {
    if (!/^--(set|add|remove)$/.test(name)) {
      if (!changesNothing.test(name)) yield { at: option.at, written: option.name };
      continue;
    }
    // The words after a path are its value.
    const paths = name === '--set' ? option.values : option.values.slice(0, 1);
    for (const value of paths) {
      const written = pathSet(value);
      if (written !== '' && !/^tags\b/i.test(written)) yield { at: value.at, written: `${option.name} ${written}` };
    }
  }
}

/** Options of `az stack-hci-vm` that hold addresses and nothing else, with what they hold. */
const addresses: readonly (readonly [RegExp, AddressKind])[] = [
  [/^--(address-prefix(es)?|[\w-]+-address-prefix(es)?)$/, 'prefix'],
  [/^--(ip-address|gateway|ip-pool-(start|end)|dns-servers?|[\w-]*private-(ip-)?addresses)$/, 'ip'],
  [/^--version$/, 'version'],
];

/** The options of a command that hold addresses. */
export function* addressOptions(
  command: Command,
): Generator<{ readonly option: Option; readonly address: AddressKind }> {
  if (!command.verb.startsWith('stack-hci-vm ')) return;
  for (const [name, option] of command.options) {
    const [, address] = addresses.find(([pattern]) => pattern.test(name)) ?? [];
    if (address === 'version' && !command.verb.includes(' public-ip ')) continue;
    if (address !== undefined) yield { option, address };
  }
}

/** A command in the words of messages, with the name of what it is about. */
export function subjectOf(command: Command): string {
  const name = asWritten(argument(command, '--name'));
  return `"${command.subject}"${name === undefined ? '' : ` for "${name}"`}`;
}

const vmTypes =
  /microsoft\.(hybridcompute\/machines|azurestackhci\/(virtualmachineinstances|networkinterfaces|virtualharddisks|snapshots|logicalnetworks|galleryimages|marketplacegalleryimages|storagecontainers|networksecuritygroups|virtualnetworks|natgateways|loadbalancers|publicipaddresses))(?![a-z])/gi;

/** What a command moves, when it moves Azure Local resources: their types, as far as their ids are known. */
export function moveOf(
  command: Command,
): { readonly types: readonly string[]; readonly isCertain: boolean } | undefined {
  const text = command.words.map(knownText).join(' ');
  const isMove =
    command.verb === 'resource move' ||
    (/^(resource invoke-action|rest)$/.test(command.verb) && movesResources.test(text));
  if (!isMove) return undefined;
  const types = [...new Set([...text.matchAll(vmTypes)].map(([type]) => type.replace(/^microsoft/i, 'Microsoft')))];
  // An Arc machine may be a server somewhere else.
  if (types.some((type) => /azurestackhci/i.test(type))) return { types, isCertain: true };
  const comesFromOurs = command.words.some(comesFromVirtualMachine);
  return types.length > 0 || comesFromOurs ? { types, isCertain: false } : undefined;
}

/** The action that moves, not a name that has it as a part, such as `-RemoveResources`. */
const movesResources = /(?<![a-z])moveResources(?![a-z])/i;

/** Whether an unknown value is what a command about Azure Local VMs prints. */
function comesFromVirtualMachine(field: Field): boolean {
  if (field.isList) return field.items().some(comesFromVirtualMachine);
  return /\bstack-hci-vm\b|microsoft\.azurestackhci\/(?!clusters)|azstackhcivm/i.test(field.term ?? '');
}

/** The Terraform blocks that `terraform apply` applies: those of its folder, as far as that can be told. */
export function blocksOf(command: Command, estate: Estate): TerraformBlock[] {
  const given = /^-chdir=(.*)$/.exec(
    command.words.map(({ string }) => string).find((word) => word?.startsWith('-chdir=')) ?? '',
  );
  const own = folderOf(command.at.file.path);
  // A script is run from its own folder or from the root of the repository.
  const folders = [own, ''].map((folder) => joinPath(folder, given?.[1] ?? changedFolder(command) ?? '.'));
  return estate.operations.filter(
    (operation): operation is TerraformBlock =>
      operation.kind === 'terraform' && folders.includes(folderOf(operation.at.file.path)),
  );
}

/** The folder of the last `cd` before a command. */
const changedFolder = (command: Command): string | undefined =>
  commandsBefore(command).find(({ verb }) => verb === 'cd')?.words[0]?.string;

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The VM of the run that has a name; undefined when there is none, or several. */
export function virtualMachineNamed(name: Field, estate: Estate): Resource | undefined {
  const wanted = lastSegment(name);
  const found =
    wanted === undefined
      ? []
      : resourcesOf(estate, virtualMachineType).filter(({ scope }) => lastSegment(scope) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a name is that of an Azure Local VM: one of the run, or one that a command of the script is about. */
export function isVirtualMachine(name: Field, { sequence }: Command, estate: Estate): boolean {
  const wanted = lastSegment(name);
  const isNamed = (other: Field) =>
    other.state !== 'absent' &&
    (other.canonical() === name.canonical() || (wanted !== undefined && lastSegment(other) === wanted));
  return (
    sequence.some((other) => aboutMachine.test(other.verb) && isNamed(machineOf(other))) ||
    resourcesOf(estate, virtualMachineType).some(({ scope }) => wanted !== undefined && lastSegment(scope) === wanted)
  );
}

const aboutMachine = /^stack-hci-vm ([a-z]+|(nic|disk|gpu) (add|remove|attach|detach)|serial-console connect)$/;

/** The Azure Local VM that a local tool works on, as its name is written; undefined for any other command, and any other VM. */
export function hyperVTarget(command: Command, estate: Estate): string | undefined {
  if (command.verb !== 'hyper-v') return undefined;
  const [first] = command.words;
  const named = ['--name', '--vm-name', '--vm'].flatMap((option) => command.options.get(option)?.values ?? []);
  const names = first && !first.prefix.startsWith('-') ? [...named, first] : named;
  const target = names.find((name) => isVirtualMachine(name, command, estate));
  return target && (asWritten(target) ?? '…');
}
