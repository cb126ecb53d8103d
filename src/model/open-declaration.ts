import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import type { Command } from './operation.ts';
import type { Resource } from './resource.ts';

/**
 * Whether a resource is declared by a command that may have options which can't be seen: those in a variable or a list that
 * stands where an option does, as in `create "${arguments[@]}"`. What such a resource lacks is not known to be missing.
 */
export function isOpenDeclaration(resource: Resource, estate: Estate): boolean {
  if (!resource.isFormChecked) return false;
  const command = estate.operations.find(
    (operation): operation is Command => operation.kind === 'command' && operation.at.equals(resource.at),
  );
  return command?.words.some((word, index, words) => isOpen(word) && !isOption(words[index - 1])) ?? false;
}

const isOpen = (word: Field): boolean => word.state === 'unknown' && word.parts === undefined;

const isOption = (word: Field | undefined): boolean => word?.prefix.startsWith('-') ?? false;
