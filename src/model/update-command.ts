import type { Place } from '../source/place.ts';
import { pathSet } from './command.ts';
import type { Operation } from './operation.ts';

/** Options that say which resource is meant, and how the command is run. Where a resource stands is said to find it. */
const neutral =
  /^--(name|[\w-]+-name|ids|resource-group|subscription|location|custom-location|no-wait|polling-interval|acquire-policy-token|change-reference|yes|debug|help|only-show-errors|output|query|verbose)$/;

/** What an update by command changes beside what may change. */
export interface Updated {
  readonly at: Place;
  /** As it is written: `--dns-servers`, `--set properties.dhcpOptions`. */
  readonly written: string;
}

/**
 * What a command changes beside what may change.
 *
 * @param verb of the command
 * @param changeable the options that may be given
 * @param paths what the path of `--set`, `--add` and `--remove` may begin with
 */
export function* updatedBeside(
  operation: Operation,
  verb: string,
  changeable: readonly string[],
  paths: RegExp,
): Generator<Updated> {
  if (operation.kind !== 'command' || operation.verb !== verb) return;
  for (const [name, option] of operation.options) {
    if (!name.startsWith('--') || neutral.test(name) || changeable.includes(name)) continue;
    if (!/^--(set|add|remove)$/.test(name)) {
      yield { at: option.at, written: option.name };
      continue;
    }
    for (const value of name === '--set' ? option.values : option.values.slice(0, 1)) {
      const path = pathSet(value);
      if (path !== '' && !paths.test(path)) yield { at: value.at, written: `${option.name} ${path}` };
    }
  }
}
