import type { Place } from '../source/place.ts';
import { Field } from './field.ts';

/** Something that is done, not declared. */
export type Operation = TerraformBlock | Command;

/** A block of Terraform that declares an Azure Local VM resource. */
export interface TerraformBlock {
  readonly kind: 'terraform';
  /** What the block declares, in words: `resource "azurerm_stack_hci_logical_network"`. */
  readonly subject: string;
  /** The Azure resource type behind it, when known. */
  readonly type?: string;
  readonly at: Place;
}

/** A command of a script or pipeline. */
export interface Command {
  readonly kind: 'command';
  /** What it does, in the words of the Azure CLI whatever the tool: `stack-hci-vm disk attach`, `terraform apply`. */
  readonly verb: string;
  /** What people call it: `az stack-hci-vm disk attach`, `Move-AzResource`. */
  readonly subject: string;
  /** Its options by their names in the Azure CLI: `--vm-name`. */
  readonly options: ReadonlyMap<string, Option>;
  /** Everything that is passed to it. */
  readonly words: readonly Field[];
  readonly at: Place;
  /** The commands of its script (or job), in the order in which they run: it is one of them. */
  readonly sequence: readonly Command[];
  /** Whether resources were made of it, which rules see as such. */
  readonly isDeclaration: boolean;
}

/** An option of a command with what is given to it. */
export interface Option {
  /** As it is written. */
  readonly name: string;
  readonly at: Place;
  readonly values: readonly Field[];
}

/** The first value of the first option that is given: `--name`, or `-n`, which readers write out. */
export function argument(command: Pick<Command, 'options' | 'at'>, ...names: readonly string[]): Field {
  for (const name of names) {
    const value = command.options.get(name)?.values[0];
    if (value) return value;
  }
  return Field.absent(command.at);
}

/** The commands that run before one, the nearest first. */
export const commandsBefore = (command: Command): readonly Command[] =>
  command.sequence.slice(0, command.sequence.indexOf(command)).reverse();

/** All that is known of a value as one text, its items and properties included. */
export function knownText(field: Field): string {
  const own = (field.parts ?? []).filter((part) => typeof part === 'string').join('…');
  // The last item of an unknown list stands for what may follow.
  const items = (field.isList ? field.items() : field.items().slice(0, -1)).map(knownText);
  const properties = field.names().map((name) => knownText(field.memberNamed(name)));
  return [own, ...items, ...properties].join(' ').trim();
}
