import type { Estate } from './estate.ts';
import type { Field } from './field.ts';
import { internalNetworkType } from './isolation-domain.ts';
import { argument, type Command, type Operation } from './operation.ts';
import { nameOf, resourcesOf } from './references.ts';

/*
 * Commands of `az networkfabric` about isolation domains, which are enabled by a command and no property.
 */

/** The name of the isolation domain that a command is about. */
export const domainOf = (command: Command): Field =>
  argument(
    command,
    /^networkfabric (internal|external)network /.test(command.verb) ? '--l3-isolation-domain-name' : '--name',
  );

/** Whether two commands are about one isolation domain: unknown when a name is. Equal expressions are one name. */
export function isSameDomain(one: Command, other: Command): boolean | 'unknown' {
  const [name, otherName] = [domainOf(one), domainOf(other)];
  if (name.state === 'absent' || otherName.state === 'absent') return 'unknown';
  if (name.canonical() === otherName.canonical()) return true;
  if (name.string === undefined || otherName.string === undefined) return 'unknown';
  return name.string.toLowerCase() === otherName.string.toLowerCase();
}

/** Whether an operation enables or disables an isolation domain; undefined when it does neither, or what can't be told. */
export function stateSetBy(operation: Operation): 'enable' | 'disable' | undefined {
  if (operation.kind !== 'command' || operation.verb !== 'networkfabric l3domain update-admin-state') return undefined;
  const [, state] = /^(enable|disable)d?$/i.exec(argument(operation, '--state').string ?? '') ?? [];
  return state?.toLowerCase() as 'enable' | 'disable' | undefined;
}

/** Whether a file of the run other than the script of a command has an internal network for its isolation domain. */
export const hasInternalNetworkElsewhere = (command: Command, estate: Estate): boolean =>
  resourcesOf(estate, internalNetworkType).some(({ at, name }) => {
    const [domain = ''] = nameOf(name).split('/');
    return at.file !== command.at.file && (domain.includes('[') || domain === nameOf(domainOf(command)));
  });

/** Whether a command of the run enables the isolation domain of a name. */
export const isEnabledByCommand = (domain: Field, { operations }: Estate): boolean =>
  operations.some(
    (operation) =>
      operation.kind === 'command' &&
      stateSetBy(operation) === 'enable' &&
      nameOf(domainOf(operation)) === nameOf(domain),
  );

/** An isolation domain in the words of messages. */
export function domainInWords(command: Command): string {
  const { string } = domainOf(command);
  return string === undefined ? 'an isolation domain' : `isolation domain "${string}"`;
}
