import { defineRule } from '../engine/rule.ts';
import { isBlank } from '../model/compare.ts';
import { describe } from '../model/describe.ts';
import { documented } from '../model/documentation.ts';
import { displayName } from '../model/identity.ts';
import { argument } from '../model/operation.ts';
import { links } from '../model/references.ts';
import { networkInterfaceType, subnetType } from '../model/type-names.ts';

/** A subnet with network interfaces in it from which nothing outside can be reached. */
export default defineRule({
  id: 'AZL7008',
  name: 'subnet-without-nat-gateway',
  title: 'Subnet with network interfaces has no NAT gateway',
  severity: 'warning',
  // A subnet may be cut off on purpose.
  preset: 'strict',
  limitation: documented(
    'nat-gateway-overview',
    'Key characteristics',
    'A NAT gateway is the only way by which resources in a virtual network reach external networks.',
  ),
  also: [
    documented(
      'create-virtual-networks',
      'Using a virtual network for multi-rack deployments',
      'Outbound traffic from the resources of a virtual network needs a NAT gateway.',
    ),
  ],
  remedy: 'Give the subnet a NAT gateway if its VMs need anything outside, as guest management does.',
  types: [subnetType],

  *resource(subnet, { estate }) {
    if (!isBlank(subnet.body.get('properties.natGateway'))) return;
    const [link] = links(estate, networkInterfaceType, 'properties.ipConfigurations[].properties.subnet.id').filter(
      ({ to }) => to === subnet,
    );
    if (!link) return;
    const isGivenLater = estate.operations.some(
      (operation) =>
        operation.kind === 'command' &&
        operation.verb === 'stack-hci-vm network vnet subnet update' &&
        operation.options.has('--nat-gateway') &&
        isNameOf(displayName(subnet), argument(operation, '--name').string),
    );
    if (isGivenLater) return;
    yield {
      at: subnet.name.at,
      related: [{ at: link.field.at, message: `${describe(link.from)} is in it` }],
      message: `${describe(subnet)} has no NAT gateway, so ${describe(link.from)} in it can't reach anything outside the virtual network. Give the subnet a NAT gateway, unless it is meant to be cut off.`,
    };
  },
});

/** Whether a command may mean a subnet: by its own name, or by a name that only the run of the script knows. */
const isNameOf = (name: string, own: string | undefined): boolean =>
  own === undefined || name.toLowerCase().split('/').at(-1) === own.toLowerCase();
