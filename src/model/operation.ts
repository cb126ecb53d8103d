import type { Place } from '../source/place.ts';

/** Something that is done, not declared: a Terraform block, later a command in a script. */
export interface Operation {
  readonly kind: 'terraform';
  /** What the block declares, in words: `resource "azurerm_stack_hci_logical_network"`. */
  readonly subject: string;
  /** The Azure resource type behind it, when known. */
  readonly type?: string;
  readonly at: Place;
}
