import type { Estate } from './estate.ts';
import { balancersIn } from './load-balancer.ts';
import { attachmentsTo, detaches, natGatewayType, networkOf, selfOf } from './nat-gateway.ts';
import { argument, type Command } from './operation.ts';
import { resourcesOf } from './references.ts';

/** What goes first, when a virtual network is taken down: 1 a load balancer, 2 a subnet, 3 the NAT gateway. */
function rankOf(command: Command): number | undefined {
  if (command.verb === 'stack-hci-vm network lb delete') return 1;
  if (command.verb === 'stack-hci-vm network vnet subnet delete' || detaches(command)) return 2;
  return command.verb === 'stack-hci-vm network nat delete' ? 3 : undefined;
}

const nameOf = (command: Command): string | undefined => argument(command, '--name').string?.toLowerCase();

/** A command that has to run before one, and runs after it. */
export interface TooEarly {
  readonly later: Command;
  /** Whether the run tells that the two are about one virtual network. */
  readonly isCertain: boolean;
}

/**
 * The first command after one that has to run before it. A script that deletes several NAT gateways takes down several
 * networks: then, and only then, the run has to tell which load balancer and which subnet belong to a gateway.
 */
export function earlierThanAllowed(command: Command, estate: Estate): TooEarly | undefined {
  const rank = rankOf(command);
  if (rank === undefined || rank === 1) return undefined;
  const ranked = command.sequence.filter((one) => rankOf(one) !== undefined);
  const gateways = ranked.filter((one) => rankOf(one) === 3);
  const after = ranked.slice(ranked.indexOf(command) + 1).filter((one) => (rankOf(one) ?? 0) < rank);
  if (gateways.length === 0 || (rank === 2 && gateways.length > 1)) return undefined;
  for (const later of after) {
    const [gateway] = rank === 3 ? [command] : gateways;
    const isRelated = gateway && relation(gateway, later, estate);
    if (isRelated === 'yes') return { later, isCertain: rank === 3 };
    if (isRelated === 'unknown' && gateways.length === 1) return { later, isCertain: false };
  }
  return undefined;
}

/** Whether a load balancer or subnet that a command is about belongs to the network of a NAT gateway. */
function relation(gateway: Command, other: Command, estate: Estate): 'yes' | 'no' | 'unknown' {
  const name = nameOf(gateway);
  const fits = resourcesOf(estate, natGatewayType).filter((one) => one.name.string?.toLowerCase() === name);
  const [found] = fits;
  const self = found && fits.length === 1 ? selfOf(found) : undefined;
  const attached = self ? attachmentsTo(self, estate).map(({ subnet }) => subnet) : [];
  const wanted = nameOf(other);
  if (attached.length === 0 || wanted === undefined) return 'unknown';
  const names =
    rankOf(other) === 1
      ? attached.flatMap((subnet) => {
          const network = networkOf(subnet);
          return network ? balancersIn(network, estate).map((one) => one.name.string?.toLowerCase()) : [];
        })
      : attached.map((subnet) => subnet.name.string?.toLowerCase().split('/').at(-1));
  return names.includes(undefined) ? 'unknown' : names.includes(wanted) ? 'yes' : 'no';
}
