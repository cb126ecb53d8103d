import type { Field } from './field.ts';
import { argument, type Command, commandsBefore } from './operation.ts';

/** A region in one spelling: Azure writes `East US` and `eastus`. */
const regionText = ({ string }: Field): string | undefined => string?.replaceAll(' ', '').toLowerCase();

/** The region that a script created the resource group of a command in, when the command names another. */
export function groupInOtherRegion(command: Command): { readonly own: Field; readonly group: Field } | undefined {
  const [own, name] = [argument(command, '--location'), argument(command, '--resource-group')];
  const region = regionText(own);
  if (region === undefined || name.state === 'absent') return undefined;
  const created = commandsBefore(command).find(
    (earlier) => earlier.verb === 'group create' && isSame(argument(earlier, '--name', '--resource-group'), name),
  );
  const group = created ? argument(created, '--location') : undefined;
  if (!group || regionText(group) === undefined || regionText(group) === region) return undefined;
  return { own, group };
}

const isSame = (one: Field, other: Field): boolean =>
  one.string === undefined
    ? one.canonical() === other.canonical()
    : one.string.toLowerCase() === other.string?.toLowerCase();
